"""The errors of the man pages: which program shows each, or why none can.

suite/<group>/errors.toml has a table for each call:

    [read]
    EBADF = "file/read/errors"                      # a program, or a list of them
    EIO = { none = "why no program can show it" }
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from ..basics.errors import UserError
from .layout import Tree

NAME = "errors.toml"


def files(tree: Tree) -> list[Path]:
    return sorted(tree.suite_dir.glob(f"*/{NAME}"))


def load(path: Path) -> dict:
    """What the file holds, unchecked. Throws UserError, "FILE:1: what is wrong with it", if it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path}:1: not TOML: {error}") from None


def read(path: Path) -> dict[str, dict[str, list[str] | str]]:
    """Of each call, its errors: the ids of the programs that show it, or the reason why none can.

    Entries of another form are left out: lint refuses them. Throws UserError as `load` does.
    """
    return {
        call: {error: entry for error, value in errors.items() if (entry := _entry(value)) is not None}
        for call, errors in load(path).items()
        if isinstance(errors, dict)
    }


def _entry(value: object) -> list[str] | str | None:
    if isinstance(value, dict):
        return str(value.get("none", ""))
    ids = [value] if isinstance(value, str) else value
    return ids if isinstance(ids, list) and all(isinstance(i, str) for i in ids) else None
