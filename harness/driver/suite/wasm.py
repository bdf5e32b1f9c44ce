"""What the driver reads of a WebAssembly module: its sections, and the names that it imports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..basics.errors import UserError

HEADER = b"\0asm\x01\0\0\0"
_IMPORT_SECTION = 2
# How long a description of an import is, by its kind, where that is fixed.
_FUNCTION, _TABLE, _MEMORY, _GLOBAL = range(4)


class Reader:
    """Reads the numbers and names of a module's binary form, from `position` on."""

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data, self.position = data, position

    def byte(self) -> int:
        self.position += 1
        return self.data[self.position - 1]

    def number(self) -> int:
        """An unsigned LEB128 number."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def name(self) -> str:
        length = self.number()
        self.position += length
        return self.data[self.position - length : self.position].decode("utf-8", "replace")

    def skip_limits(self) -> None:
        has_maximum = self.byte() & 1
        for _ in range(1 + has_maximum):
            self.number()

    def skip_description(self) -> None:
        """The kind and type of an import."""
        kind = self.byte()
        if kind == _FUNCTION:
            self.number()
        elif kind == _GLOBAL:
            self.position += 2
        else:
            self.position += kind == _TABLE  # the type of the elements
            self.skip_limits()


def sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the contents of each section, in their order."""
    reader = Reader(module, len(HEADER))
    while reader.position < len(module):
        section, size = reader.byte(), reader.number()
        yield section, module[reader.position : reader.position + size]
        reader.position += size


def imports(path: Path) -> frozenset[str]:
    """The names that a module imports from anywhere. Throws UserError if it is no module."""
    data = path.read_bytes()
    if not data.startswith(HEADER):
        raise UserError(f"{path} is not a WebAssembly module: build it again")
    try:
        for section, content in sections(data):
            if section == _IMPORT_SECTION:
                return _import_names(Reader(content))
    except IndexError:
        raise UserError(f"{path} is cut short: build it again") from None
    return frozenset()


def _import_names(reader: Reader) -> frozenset[str]:
    names = set()
    for _ in range(reader.number()):
        reader.name()  # the module that it is imported from
        names.add(reader.name())
        reader.skip_description()
    return frozenset(names)
