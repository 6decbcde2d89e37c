"""The same seed gives the same bytes; another seed gives another England."""

import hashlib
from pathlib import Path

from brightfutures.synthetic import SEED, Written, write_made_up_england


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_seed_gives_the_same_bytes(written: Written, tmp_path: Path) -> None:
    again = write_made_up_england(tmp_path, seed=SEED)
    assert _digests(tmp_path) == _digests(written.truth.parent)
    assert {path.suffix for path in again.files} == {
        ".csv",
        ".xls",
        ".xlsx",
        ".ods",
        ".parquet",
        ".geojson",
    }


def test_another_seed_gives_other_figures_and_the_same_names(
    written: Written, tmp_path: Path
) -> None:
    other = write_made_up_england(tmp_path, seed=SEED + 1)
    before, now = _digests(written.truth.parent), _digests(tmp_path)
    assert before.keys() == now.keys()
    same = {name for name in before if before[name] == now[name]}
    assert same == {"statistics/geography.toml", "statistics/dfe/lait/lait_data_dictionary.csv"}
    assert [area.name for area in other.world.areas] == [area.name for area in written.world.areas]
