"""The oldest form of workbook (xls) by hand: text and numbers, the same cells the same bytes.

Returns of ten years ago are published so. A workbook is a stream of records (BIFF8: [MS-XLS] 2.4)
in a small file system (the compound file: [MS-CFB] 2.2 to 2.6): its sectors first, then the
directory that names it, then the table that says which sector follows which.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

Rows = Sequence[Sequence[str]]

_SECTOR = 512
_LEAST_STREAM = 4096  # a shorter one would have to stand in sectors of another size
_IN_FAT, _FREE, _END = 0xFFFFFFFD, 0xFFFFFFFF, 0xFFFFFFFE
_PER_SECTOR = _SECTOR // 4
_MOST_FAT = 109

_BEGIN, _OVER, _SHEET, _SIZE, _TEXT, _NUMBER = 0x0809, 0x000A, 0x0085, 0x0200, 0x0204, 0x0203
_WHOLE, _ONE_SHEET = 0x0005, 0x0010


def xls_bytes(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of cells that are numbers where they read as one."""
    return _in_compound_file(_stream(sheets))


def _stream(sheets: Mapping[str, Rows]) -> bytes:
    bodies = [_sheet(rows) for rows in sheets.values()]
    names = [name.encode("utf-16-le") for name in sheets]
    begins = _record(_BEGIN, _kind(_WHOLE))
    ends = _record(_OVER, b"")
    place = len(begins) + sum(4 + 8 + len(name) for name in names) + len(ends)
    listed = b""
    for name, body in zip(names, bodies, strict=True):
        listed += _record(_SHEET, struct.pack("<IBBBB", place, 0, 0, len(name) // 2, 1) + name)
        place += len(body)
    return begins + listed + ends + b"".join(bodies)


def _kind(of: int) -> bytes:
    return struct.pack("<HHHHII", 0x0600, of, 0x0DBB, 0x07CC, 0, 6)


def _record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def _sheet(rows: Rows) -> bytes:
    wide = max((len(row) for row in rows), default=0)
    found = [
        _record(_BEGIN, _kind(_ONE_SHEET)),
        _record(_SIZE, struct.pack("<IIHHH", 0, len(rows), 0, wide, 0)),
    ]
    for row, cells in enumerate(rows):
        found += [_cell(row, column, text) for column, text in enumerate(cells) if text]
    return b"".join([*found, _record(_OVER, b"")])


def _cell(row: int, column: int, text: str) -> bytes:
    where = struct.pack("<HHH", row, column, 0)
    if reads_as_number(text):
        return _record(_NUMBER, where + struct.pack("<d", float(text)))
    letters = text.encode("utf-16-le")
    return _record(_TEXT, where + struct.pack("<HB", len(letters) // 2, 1) + letters)


def reads_as_number(text: str) -> bool:
    """Whether a cell is a number: digits with or without a minus and a point."""
    plain = text.removeprefix("-")
    return plain.replace(".", "", 1).isdigit() and plain[0].isdigit() and plain[-1].isdigit()


def _in_compound_file(stream: bytes) -> bytes:
    stream = stream.ljust(_LEAST_STREAM, b"\0")
    sectors = -(-len(stream) // _SECTOR)
    tables = 1
    while sectors + 1 + tables > tables * _PER_SECTOR:
        tables += 1
    if tables > _MOST_FAT:
        raise ValueError("A workbook of this form is at most seven megabytes here.")
    follows = [*range(1, sectors), _END, _END, *[_IN_FAT] * tables]
    follows += [_FREE] * (tables * _PER_SECTOR - len(follows))
    first_table = sectors + 1
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, sectors, 0, _LEAST_STREAM, _END, 0, _END, 0, first_table,
    )  # fmt: skip
    others = [first_table + place for place in range(1, tables)]
    others += [_FREE] * (_MOST_FAT - tables)
    header += struct.pack(f"<{len(others)}I", *others)
    return b"".join(
        [
            header,
            stream.ljust(sectors * _SECTOR, b"\0"),
            _entry("Root Entry", 5, child=1, begins=_END, size=0),
            _entry("Workbook", 2, child=_FREE, begins=0, size=len(stream)),
            *[_entry("", 0, child=_FREE, begins=0, size=0)] * 2,
            struct.pack(f"<{len(follows)}I", *follows),
        ]
    )


def _entry(name: str, kind: int, *, child: int, begins: int, size: int) -> bytes:
    """One line of the directory; an empty one names nothing."""
    letters = (name + "\0").encode("utf-16-le") if name else b""
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        letters, len(letters), kind, 1, _FREE, _FREE, child, b"", 0, 0, 0, begins, size,
    )  # fmt: skip
