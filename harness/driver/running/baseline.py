"""Baselines: what an engine is known to get wrong, as TOML that people write in, too.

    version = 1
    suite = "0.1.0"                # may be left out: of which version of the suite this is

    # Any comments.
    [[test]]
    id = "path/openat/excl-refuses-existing"
    expected = "fail"              # a verdict, or a list of those that it varies between
    detail = "line 1: expected: openat = -EEXIST, got: openat = 3"
    reason = "O_EXCL is not passed on"
    link = "https://example.org/issues/12"

`detail` may be left out. Where it stands, a failure that shows something else is told; a list
holds several that are known. Numbers that vary from run to run stand in it as #.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..suite.layout import NATIVE, REVISIONS
from .verdict import VERDICTS

VERSION = 1

# A baseline's name says whose it is.
NAME = re.compile(rf"(?P<runner>.+)\.(?P<abi>{'|'.join((*REVISIONS, NATIVE))})\.toml")

_KEYS = ("id", "expected", "detail", "reason", "link")
_TABLE = re.compile(r"\s*\[\[\s*test\s*\]\]\s*(#.*)?")
_EXPECTED = re.compile(r"(\s*expected\s*=\s*)(\"[^\"]*\"|'[^']*'|\[[^\]]*\])(.*)", re.DOTALL)
_STRINGS = r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_DETAIL = re.compile(rf"(\s*detail\s*=\s*)({_STRINGS}|\[(?:\s*{_STRINGS}\s*,?)*\s*\])(.*)", re.DOTALL)
_SUITE = re.compile(rf"(\s*suite\s*=\s*)({_STRINGS})(.*)", re.DOTALL)
_VERSION_LINE = re.compile(r"\s*version\s*=.*", re.DOTALL)
_HINT = "write each entry as [[test]] with a line for each key"
_NEW = """# What {engine} is known to get wrong. `wali-cts gate --update` adds and removes entries, and
# keeps comments and reasons.
version = 1
"""


# What a failure's detail may say: where the transcript first differs, with the values of the
# expectation's variables in brackets.
_DIFFERS = re.compile(r"(line \d+: expected: )(.*?)(?: \(\w+ is .*\))?(, got: )(.*)")
_VARIABLE = re.compile(r"\[\[|\{\{")
_NUMBER = re.compile(r"(?<![\w.#])-?(?:0x[0-9a-fA-F]+|\d+(?:\.\d+)?)(?![\w#])")
_LONG_NUMBER = re.compile(r"(?<![\w.#])-?(?:0x[0-9a-fA-F]+|\d{4,}(?:\.\d+)?)(?![\w#])")


@dataclass(frozen=True)
class Known:
    """One known failure: the verdicts that are expected of a program, what they show (nothing:
    whatever they show), and why."""

    id: str
    expected: tuple[str, ...]
    reason: str = ""
    link: str = ""
    detail: tuple[str, ...] = ()

    def expects(self, test: dict) -> bool:
        """Whether a result is one that is known of: by its verdict, and by what it shows."""
        return test["status"] in self.expected and (test["status"] == "pass" or self.covers(test))

    def covers(self, test: dict) -> bool:
        """Whether a result fails as is known, so far as `detail` says."""
        return not self.detail or fingerprint(test) in (_normal(test["status"], d) for d in self.detail)


def fingerprint(test: dict) -> str:
    """How a result failed, in words that are the same in each run: numbers that may vary are #."""
    return _normal(test["status"], test["detail"])


def _normal(status: str, detail: str) -> str:
    if status != "fail":
        return _NUMBER.sub("#", detail)
    if not (match := _DIFFERS.fullmatch(detail)):
        return _LONG_NUMBER.sub("#", detail)
    place, expected, between, got = match.groups()
    numbers = _NUMBER if _VARIABLE.search(expected) else _LONG_NUMBER
    return place + expected + between + numbers.sub("#", got)


def load(path: Path) -> dict[str, Known]:
    """The known failures by program id. Throws UserError."""
    try:
        return parse(path.read_text(encoding="utf-8"), path)
    except FileNotFoundError:
        raise UserError(f"{path} does not exist: add --update to write it from what fails now") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} cannot be read: {files.reason(error)}: name a baseline with --baseline") from None


def suite_of(text: str) -> str:
    """Of which version of the suite a baseline is; "" if it does not say. The text is one that
    `parse` takes."""
    return tomllib.loads(text).get("suite", "")


def parse(text: str, path: Path) -> dict[str, Known]:
    """The known failures that a baseline's text holds. Throws UserError, with `path` for its name."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: not a baseline: not a TOML file: {error}") from None
    if content.get("version") != VERSION:
        raise UserError(f"{path}: not a baseline of version {VERSION}: it needs the line `version = {VERSION}`")
    for key in content:
        if key not in ("version", "suite", "test"):
            raise UserError(f"{path}: unknown key '{key}'; it holds `version`, `suite` and [[test]] tables")
    if not isinstance(content.get("suite", ""), str):
        raise UserError(f"{path}: 'suite' is a version in quotes, such as \"0.1.0\"")
    tests = content.get("test", [])
    if not isinstance(tests, list) or not all(isinstance(test, dict) for test in tests):
        raise UserError(f"{path}: 'test' must be tables: [[test]]")
    known: dict[str, Known] = {}
    for test in tests:
        entry = _known(test, path)
        if entry.id in known:
            raise UserError(f"{path}: {entry.id} is listed twice; remove one entry")
        known[entry.id] = entry
    return known


def _known(test: dict, path: Path) -> Known:
    program_id = test.get("id")
    if not isinstance(program_id, str):
        raise UserError(f"{path}: a [[test]] has no 'id'")
    for key, value in test.items():
        if key not in _KEYS:
            raise UserError(f"{path}: {program_id}: unknown key '{key}'; known keys: {', '.join(_KEYS)}")
        if key not in ("expected", "detail") and not isinstance(value, str):
            raise UserError(f"{path}: {program_id}: '{key}' must be a string")
    expected = test.get("expected")
    verdicts = [expected] if isinstance(expected, str) else expected
    if not isinstance(verdicts, list) or not verdicts or not set(map(str, verdicts)) <= set(VERDICTS):
        raise UserError(f"{path}: {program_id}: 'expected' is a verdict, or a list of them: {', '.join(VERDICTS)}")
    detail = test.get("detail", [])
    details = [detail] if isinstance(detail, str) else detail
    if not isinstance(details, list) or not all(isinstance(d, str) for d in details):
        raise UserError(f"{path}: {program_id}: 'detail' is what the failure shows, or a list of such strings")
    return Known(
        program_id, tuple(verdicts), test.get("reason", ""), test.get("link", ""), tuple(filter(None, details))
    )


def new(engine: str) -> str:
    """A baseline without entries."""
    return _NEW.format(engine=engine)


def update(text: str, wanted: dict[str, Known], path: Path, suite: str = "") -> str:
    """The text with exactly the wanted entries, and with `suite` if that is given: of what
    stays, only `expected` and `detail` are rewritten.

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
            kept.append((known.id, _rewritten(block, known, wanted[known.id])))
    for program_id in sorted(set(wanted) - {i for i, _ in kept}):
        place = next((n for n, (other, _) in enumerate(kept) if other > program_id), len(kept))
        kept.insert(place, (program_id, "\n" + _entry(wanted[program_id])))
    updated = (_with_suite(head, suite) if suite else head) + "".join(block for _, block in kept)
    found = parse(updated, path)
    said, asked = ({i: (k.expected, k.detail) for i, k in entries.items()} for entries in (found, wanted))
    if said != asked:
        raise UserError(f"{path}: cannot be edited: {_HINT}")
    return updated


def _with_suite(head: str, suite: str) -> str:
    """What stands before the entries, with a line that names the suite."""
    lines = head.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if match := _SUITE.fullmatch(line):
            lines[number] = match[1] + _string(suite) + match[3]
            return "".join(lines)
    place = next((n for n, line in enumerate(lines, 1) if _VERSION_LINE.fullmatch(line)), len(lines))
    return "".join([*lines[:place], f"suite = {_string(suite)}\n", *lines[place:]])


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


def _rewritten(block: str, old: Known, wanted: Known) -> str:
    """An entry's text, which says `expected` and `detail` as wanted."""
    lines = block.splitlines(keepends=True)
    if old.expected != wanted.expected:
        _replace(lines, _EXPECTED, _one_or_more(wanted.expected))
    if old.detail != wanted.detail:
        if not wanted.detail:
            lines = [line for line in lines if not _DETAIL.fullmatch(line)]
        elif not _replace(lines, _DETAIL, _one_or_more(wanted.detail)):
            place = next((n for n, line in enumerate(lines, 1) if _EXPECTED.fullmatch(line)), len(lines))
            lines.insert(place, f"detail = {_one_or_more(wanted.detail)}\n")
    return "".join(lines)


def _replace(lines: list[str], key: re.Pattern, value: str) -> bool:
    """Puts another value on the first line of a key; False if there is none."""
    for number, line in enumerate(lines):
        if match := key.fullmatch(line):
            lines[number] = match[1] + value + match[3]
            return True
    return False


def _entry(known: Known) -> str:
    detail = f"detail = {_one_or_more(known.detail)}\n" if known.detail else ""
    return (
        f"[[test]]\nid = {_string(known.id)}\nexpected = {_one_or_more(known.expected)}\n{detail}"
        f"reason = {_string(known.reason)}\nlink = {_string(known.link)}\n"
    )


def _one_or_more(values: tuple[str, ...]) -> str:
    """One string, or a list of them."""
    if len(values) == 1:
        return _string(values[0])
    return "[" + ", ".join(map(_string, values)) + "]"


def _string(text: str) -> str:
    """JSON's strings are TOML's, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
