"""What lint refuses in an expectation, expected/<group>/<call>/<case>.check.

A line is empty, a comment that starts with `#`, or `PREFIX: PATTERN`. The prefix is `CHECK`, or `SINCE-6-10` for a line that
holds on Linux 6.10 and later, or `UNTIL-6-10` for one that holds on every kernel before 6.10; the version is
newer than the oldest kernel that the suite is for.
Every other directive of FileCheck is refused, and so is a misspelt one, which FileCheck
ignores in silence. There is at least one CHECK line, and what follows holds for the lines of
each kernel. A pattern holds literal text, variables, and regular expressions of these shapes
only:

    {{[1-9][0-9]*}}      a number above 0
    {{[0-9]+}}           a number without a sign
    {{-?[0-9]+}}         a number
    {{0x[0-9a-f]+}}      a number in hexadecimal
    {{[0-9]+\\.[0-9]+}}  seconds and their fraction

The same shapes may follow the name in [[NAME:…]]. A variable is defined once, before its
use, and is used; those that only vary, and may be unused, are PID, PPID, TID, INODE,
DEVICE, PORT, ADDRESS and TIME. "Before" means an earlier line. No line expects a verdict
(`blocked:`, `timeout`, `flood`), and only the last says how the program ended. No line expects
`equal`: the program prints both values, the expectation captures the first and names it where it
appears again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..suite.expectation import DIRECTIVE, OLDEST, dated, directives, misread, versions
from ..suite.patterns import Part, numeric_uses, parse
from .refusal import Refusal

SHAPES = {
    "number above 0": "[1-9][0-9]*",
    "number without a sign": "[0-9]+",
    "number": "-?[0-9]+",
    "hexadecimal": "0x[0-9a-f]+",
    "seconds": r"[0-9]+\.[0-9]+",
}
# Variables that may be defined and never used: they stand for values that only vary.
VARYING = ("PID", "PPID", "TID", "INODE", "DEVICE", "PORT", "ADDRESS", "TIME")
_LOOKS_LIKE_DIRECTIVE = re.compile(r"[A-Z][A-Z_]*(-[A-Z]+)?\s*:|\w*CHE?C?K\w*", re.IGNORECASE)
_VERDICT_LINE = re.compile(r"blocked:|timeout$|flood$")
_ENDING_LINE = re.compile(r"(exit (\d+|\[\[.*\]\])|killed \w+)$")


def lint_expectation(path: Path) -> Iterator[Refusal]:
    """What is refused in an expectation."""
    text = path.read_text(encoding="utf-8", errors="replace")
    misread_lines = [r for number, line in enumerate(text.splitlines(), 1) for r in _other_line(path, number, line)]
    yield from misread_lines
    if not misread_lines and not re.search(r"^CHECK:", text, re.MULTILINE):
        yield Refusal(path, 1, "no CHECK line holds on some kernel, so nothing would be expected there")
    for number, version in dated(text):
        if version <= OLDEST:
            oldest = ".".join(map(str, OLDEST))
            yield Refusal(path, number, f"every kernel that the suite is for is newer: the oldest is Linux {oldest}")
    kernels = [(0, 0), *versions(text)]  # one of each span between two versions
    yield from dict.fromkeys(r for kernel in kernels for r in _lines(path, directives(text, kernel)))


def _lines(path: Path, checks: list[tuple[int, str]]) -> Iterator[Refusal]:
    """What is refused in the lines that hold on one kernel."""
    for number, pattern in checks:
        if not pattern:
            yield Refusal(path, number, "empty CHECK: it would match any line")
        if _VERDICT_LINE.match(pattern):
            yield Refusal(path, number, f"'{pattern}' is a verdict, not a behaviour")
        if _ENDING_LINE.match(pattern) and number != checks[-1][0]:
            yield Refusal(path, number, f"'{pattern}' says how the program ended, but more lines follow")
        if re.search(r"  |\t", pattern):
            yield Refusal(
                path, number, "several blanks in a row: FileCheck folds them, so write \\x20 as the transcript does"
            )
        if pattern.endswith(" = equal"):
            yield Refusal(
                path, number, "'equal' does not show the values: print both, capture the first and name it here"
            )
    yield from _patterns(path, checks)


def _other_line(path: Path, number: int, line: str) -> Iterator[Refusal]:
    """Lines that are not CHECK lines: comments, and nothing that looks like a directive."""
    if DIRECTIVE.match(line) or not line.strip():
        return
    reason = misread(line)
    if reason and not line.startswith("#"):
        yield Refusal(path, number, reason)
    elif _LOOKS_LIKE_DIRECTIVE.search(line[1:].strip().split(" ")[0]):
        yield Refusal(path, number, "a comment that looks like a directive")
    elif reason:
        yield Refusal(path, number, reason)


def _patterns(path: Path, checks: list[tuple[int, str]]) -> Iterator[Refusal]:
    """Regular expressions and variables, in the order of the lines."""
    defined: dict[str, int] = {}
    used: set[str] = set()
    for number, pattern in checks:
        try:
            parts = list(parse(pattern))
        except ValueError as error:
            yield Refusal(path, number, str(error))
            continue
        for part in parts:
            yield from _shape(path, number, part)
            for name in _uses(part):
                if name not in defined and name not in used:
                    yield Refusal(path, number, f"{name} is used before it is defined")
                used.add(name)
        for part in parts:
            if part.defines and part.name in defined:
                yield Refusal(path, number, f"{part.name} is defined a second time: use it without its colon")
            elif part.defines:
                defined[part.name] = number
    for name, number in defined.items():
        if name not in used and name not in VARYING:
            yield Refusal(path, number, f"{name} is never used; only {', '.join(VARYING)} may be unused")


def _uses(part: Part) -> list[str]:
    if part.kind == "number":
        return numeric_uses(part.text)
    return [part.name] if part.kind == "string" and not part.defines else []


def _shape(path: Path, number: int, part: Part) -> Iterator[Refusal]:
    is_regex = part.kind == "regex" or (part.kind == "string" and part.defines)
    if is_regex and part.text not in SHAPES.values():
        yield Refusal(path, number, f"'{part.text}' is not one of the shapes: {'  '.join(SHAPES.values())}")
    if part.kind == "string" and part.name.startswith("$"):
        yield Refusal(path, number, f"{part.name}: a program's variables need no $")
