"""Baselines: what an engine is known to get wrong, as TOML that people write in, too.

    version = 1

    # Any comments.
    [[test]]
    id = "path/openat/excl-refuses-existing"
    expected = "fail"              # a verdict, or a list of those that it varies between
    reason = "O_EXCL is not passed on"
    link = "https://example.org/issues/12"
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from .errors import UserError
from .tree import NATIVE, REVISIONS
from .verdict import VERDICTS

VERSION = 1

# A baseline's name says whose it is.
NAME = re.compile(rf"(?P<runner>.+)\.(?P<abi>{'|'.join((*REVISIONS, NATIVE))})\.toml")

_KEYS = ("id", "expected", "reason", "link")
_TABLE = re.compile(r"\s*\[\[\s*test\s*\]\]\s*(#.*)?")
_EXPECTED = re.compile(r"(\s*expected\s*=\s*)(\"[^\"]*\"|'[^']*'|\[[^\]]*\])(.*)", re.DOTALL)
_HINT = "write each entry as [[test]] with a line for each key"
_NEW = """# What {engine} is known to get wrong. `wali-cts gate --update` adds and removes entries, and
# keeps comments and reasons.
version = 1
"""


@dataclass(frozen=True)
class Known:
    """One known failure: the verdicts that are expected of a program, and why."""

    id: str
    expected: tuple[str, ...]
    reason: str = ""
    link: str = ""


def load(path: Path) -> dict[str, Known]:
    """The known failures by program id. Throws UserError."""
    try:
        return parse(path.read_text(encoding="utf-8"), path)
    except FileNotFoundError:
        raise UserError(f"{path} does not exist; `gate --update` makes it of what fails now") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}") from None


def parse(text: str, path: Path) -> dict[str, Known]:
    """The known failures that a baseline's text holds. Throws UserError, with `path` for its name."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: not a TOML file: {error}") from None
    if content.get("version") != VERSION:
        raise UserError(f"{path}: not a baseline of version {VERSION}: it needs the line `version = {VERSION}`")
    for key in content:
        if key not in ("version", "test"):
            raise UserError(f"{path}: unknown key '{key}'; it holds `version` and [[test]] tables")
    tests = content.get("test", [])
    if not isinstance(tests, list) or not all(isinstance(test, dict) for test in tests):
        raise UserError(f"{path}: 'test' must be tables: [[test]]")
    known: dict[str, Known] = {}
    for test in tests:
        entry = _known(test, path)
        if entry.id in known:
            raise UserError(f"{path}: {entry.id} stands there twice")
        known[entry.id] = entry
    return known


def _known(test: dict, path: Path) -> Known:
    program_id = test.get("id")
    if not isinstance(program_id, str):
        raise UserError(f"{path}: a [[test]] without 'id'")
    for key, value in test.items():
        if key not in _KEYS:
            raise UserError(f"{path}: {program_id}: unknown key '{key}'; known keys: {', '.join(_KEYS)}")
        if key != "expected" and not isinstance(value, str):
            raise UserError(f"{path}: {program_id}: '{key}' must be a string")
    expected = test.get("expected")
    verdicts = [expected] if isinstance(expected, str) else expected
    if not isinstance(verdicts, list) or not verdicts or not set(map(str, verdicts)) <= set(VERDICTS):
        raise UserError(f"{path}: {program_id}: 'expected' is a verdict, or a list of them: {', '.join(VERDICTS)}")
    return Known(program_id, tuple(verdicts), test.get("reason", ""), test.get("link", ""))


def new(engine: str) -> str:
    """A baseline without entries."""
    return _NEW.format(engine=engine)


def update(text: str, wanted: dict[str, Known], path: Path) -> str:
    """The text with exactly the wanted entries: of what stays, only `expected` is rewritten.

    An entry that goes takes the comment lines right above it along. New ones are put in
    the order of ids. Throws UserError if the text is too unusual to be edited.
    """
    head, blocks = _blocks(text)
    if len(blocks) != len(parse(text, path)):
        raise UserError(f"{path}: cannot be edited: {_HINT}")
    kept: list[tuple[str, str]] = []
    for block in blocks:
        (known,) = parse(f"version = {VERSION}\n{block}", path).values()
        if known.id in wanted:
            kept.append((known.id, _with_expected(block, known, wanted[known.id])))
    for program_id in sorted(set(wanted) - {i for i, _ in kept}):
        place = next((n for n, (other, _) in enumerate(kept) if other > program_id), len(kept))
        kept.insert(place, (program_id, "\n" + _entry(wanted[program_id])))
    updated = head + "".join(block for _, block in kept)
    found = parse(updated, path)
    if {i: k.expected for i, k in found.items()} != {i: k.expected for i, k in wanted.items()}:
        raise UserError(f"{path}: cannot be edited: {_HINT}")
    return updated


def _blocks(text: str) -> tuple[str, list[str]]:
    """What stands before the first entry, and each entry with what belongs to it.

    The comment lines right above an entry, and the empty lines above them, belong to it.
    """
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts = []
    for number, line in enumerate(lines):
        if not _TABLE.fullmatch(line.rstrip("\n")):
            continue
        start = number
        while start and lines[start - 1].startswith("#"):
            start -= 1
        while start and not lines[start - 1].strip():
            start -= 1
        starts.append(start)
    ends = [*starts[1:], len(lines)]
    head = "".join(lines[: starts[0]] if starts else lines)
    return head, ["".join(lines[start:end]) for start, end in zip(starts, ends)]


def _with_expected(block: str, old: Known, wanted: Known) -> str:
    if old.expected == wanted.expected:
        return block
    lines = block.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if match := _EXPECTED.fullmatch(line):
            lines[number] = match[1] + _verdicts(wanted.expected) + match[3]
            break
    return "".join(lines)


def _entry(known: Known) -> str:
    return (
        f"[[test]]\nid = {_string(known.id)}\nexpected = {_verdicts(known.expected)}\n"
        f"reason = {_string(known.reason)}\nlink = {_string(known.link)}\n"
    )


def _verdicts(expected: tuple[str, ...]) -> str:
    if len(expected) == 1:
        return _string(expected[0])
    return "[" + ", ".join(map(_string, expected)) + "]"


def _string(text: str) -> str:
    """JSON's strings are TOML's, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
