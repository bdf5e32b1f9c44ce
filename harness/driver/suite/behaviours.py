"""The index of behaviour: what the man pages say of each call, and which program shows it.

suite/<group>/behaviour.toml has an entry for each clause that a program could observe:

    [[alarm]]
    page = "alarm(2), NOTES"                  # man page and section, or "ABI.md, HEADING"
    says = "A child does not inherit the alarm."
    shown = ["time/alarm/not-inherited"]      # programs; [] is a hole, still to be filled

    [[alarm]]
    page = "alarm(2), DESCRIPTION"
    says = "Alarms from another boot do not come."
    none = "why no program can show it"       # in place of `shown`

errors.toml beside it does the same for errors (error_tables.py).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from .layout import Tree

NAME = "behaviour.toml"

_HEADER = re.compile(r"^\[\[\s*([\w-]+)\s*\]\]", re.MULTILINE)
_PAGE = re.compile(r"[\w.]+\([1-8]\), [A-Z][A-Z ]*|ABI\.md, \S.*")


@dataclass(frozen=True)
class Clause:
    """One documented behaviour of a call.

    `page` names the man page and its section, `says` is the behaviour in one sentence, `shown`
    are the ids of the programs that show it, and `none` is the reason why none can, or "". A
    clause with neither is a hole. `path` and `line` are where it stands.
    """

    call: str
    page: str
    says: str
    shown: tuple[str, ...]
    none: str
    path: Path
    line: int

    @property
    def is_hole(self) -> bool:
        return not self.shown and not self.none

    @property
    def group(self) -> str:
        return self.path.parent.name


def files(tree: Tree) -> list[Path]:
    return sorted(tree.suite_dir.glob(f"*/{NAME}"))


def read(path: Path) -> list[Clause]:
    """The clauses of one file, in its order. Throws UserError, "FILE:LINE: what is wrong with it"."""
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path}:1: not TOML: {error}") from None
    lines: dict[str, list[int]] = {}
    for match in _HEADER.finditer(text):
        lines.setdefault(match[1], []).append(text.count("\n", 0, match.start()) + 1)
    clauses = []
    for call, entries in tables.items():
        if not isinstance(entries, list) or len(lines.get(call, ())) != len(entries):
            raise UserError(f"{path}:1: {call}: write each clause under a line [[{call}]] of its own")
        clauses += [_clause(call, entry, path, line) for entry, line in zip(entries, lines[call])]
    return sorted(clauses, key=lambda clause: clause.line)


def read_all(tree: Tree) -> list[Clause]:
    """The clauses of all groups. Throws UserError as `read` does."""
    return [clause for path in files(tree) for clause in read(path)]


def _clause(call: str, entry: dict, path: Path, line: int) -> Clause:
    if problem := next(_problems(entry), None):
        raise UserError(f"{path}:{line}: {problem}")
    return Clause(
        call, entry["page"], entry["says"], tuple(entry.get("shown", ())), entry.get("none", ""), path, line
    )


def _problems(entry: dict) -> Iterator[str]:
    if unknown := set(entry) - {"page", "says", "shown", "none"}:
        yield f"unknown key '{min(unknown)}': a clause has page, says, and shown or none"
    if not isinstance(entry.get("page"), str) or not _PAGE.fullmatch(entry["page"]):
        yield 'page: name the man page and its section, such as page = "alarm(2), NOTES"'
    if not isinstance(entry.get("says"), str) or not re.search(r"\w.*\.$", entry["says"]):
        yield "says: write the behaviour as one sentence with a full stop"
    if ("shown" in entry) == ("none" in entry):
        yield 'write either shown = ["PROGRAM", …] or none = "why no program can show it"'
    shown, none = entry.get("shown", []), entry.get("none", "why")
    if not isinstance(shown, list) or not all(isinstance(i, str) for i in shown):
        yield "shown: a list of programs' ids"
    if not isinstance(none, str) or not none.strip():
        yield "none: say why no program can show it"
