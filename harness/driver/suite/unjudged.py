"""expected/kernels.toml: programs by which no engine is judged on some kernels, and why.

    [[program]]
    id = "path/open/direct"
    until = "6.6"                  # on Linux before 6.6; `since` likewise, for 6.6 and later
    reason = "tmpfs refuses O_DIRECT"

What a kernel's version decides belongs into the expectation (SINCE-6-6:), and what can be asked for into
REQUIRES. This list is for what is left.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from .expectation import Kernel, kernel_of

NAME = "kernels.toml"

_KEYS = {"id", "since", "until", "reason"}
_HINT = "write [[program]] with id, reason, and since or until such as \"6.6\""


@dataclass(frozen=True)
class Unjudged:
    """A program, and the kernels from `since` on and before `until` on which it does not hold."""

    id: str
    reason: str
    since: Kernel | None = None
    until: Kernel | None = None

    def holds(self, kernel: Kernel) -> bool:
        """Whether this is about that kernel."""
        return (not self.since or kernel >= self.since) and (not self.until or kernel < self.until)


def load(path: Path) -> list[Unjudged]:
    """What the list holds. Throws UserError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} cannot be read: {files.reason(error)}") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: not a TOML file: {error}") from None
    entries = content.pop("program", [])
    if content or not isinstance(entries, list):
        raise UserError(f"{path}: {_HINT}")
    return [_entry(path, entry) for entry in entries]


def _entry(path: Path, entry: object) -> Unjudged:
    known = isinstance(entry, dict) and entry.keys() <= _KEYS and {"id", "reason"} <= entry.keys()
    if not known or not all(isinstance(value, str) and value.strip() for value in entry.values()):
        raise UserError(f"{path}: {entry}: {_HINT}")
    try:
        bounds = {key: kernel_of(entry[key]) for key in ("since", "until") if key in entry}
    except ValueError as error:
        raise UserError(f"{path}: {entry['id']}: '{error}' is no version of Linux: {_HINT}") from None
    if not bounds:
        raise UserError(f"{path}: {entry['id']} holds on no kernel at all: {_HINT}")
    return Unjudged(entry["id"], entry["reason"], **bounds)
