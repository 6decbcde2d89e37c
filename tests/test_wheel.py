"""The wheel holds all that the package needs, and works far from the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "brightfutures"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by hatchling as pip would build it, without asking any registry."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        timeout=120,
        check=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents and nothing else; what it depends on is ours."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_installed(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )


def files_kept_by_git() -> set[str]:
    """The package's files that git has or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "."],
        cwd=PACKAGE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = {name for name in listed.split("\0") if name}
    return {name for name in names if (PACKAGE / name).is_file()}


def test_the_wheel_holds_every_file_of_the_package(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name.removeprefix("brightfutures/")
            for name in archive.namelist()
            if name.startswith("brightfutures/")
        }

    assert inside == files_kept_by_git()


def test_the_wheel_carries_its_licence_and_the_publishers_notice(installed: Path):
    (information,) = installed.glob("brightfutures-*.dist-info")

    licences = {path.name for path in (information / "licenses").iterdir()}
    assert licences == {"LICENSE", "NOTICE"}


def test_the_installed_package_runs_outside_the_repository(installed: Path):
    where_from = run_installed(
        installed, "-c", "import brightfutures; print(brightfutures.__file__)"
    )
    version = run_installed(installed, "-m", "brightfutures", "--version")

    assert Path(where_from.stdout.strip()).is_relative_to(installed)
    assert version.stdout.startswith("brightfutures ")
