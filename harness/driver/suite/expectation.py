"""Expectation files: which of their lines hold on a kernel, and lines that do nothing.

A line holds on every kernel (`CHECK:`), from a version on (`SINCE-6-10:`, Linux 6.10 and
later), or before a version (`UNTIL-6-10:`, every kernel older than 6.10).
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator

# A version of Linux: major and minor number.
Kernel = tuple[int, int]

DIRECTIVE = re.compile(r"^(?P<prefix>CHECK|(?P<when>SINCE|UNTIL)-(?P<major>\d+)-(?P<minor>\d+)):(?P<pattern>.*)$")


# The oldest kernel that the suite is for.
OLDEST = (5, 10)


@functools.cache
def running_kernel() -> Kernel:
    """The version of the kernel that this process runs on."""
    return kernel_of(os.uname().release)


def kernel_of(release: str) -> Kernel:
    """The version that a release begins with: 6.1 of 6.1.0-50-amd64. Throws ValueError."""
    if not (match := re.match(r"(\d+)\.(\d+)", release)):
        raise ValueError(release)
    return int(match[1]), int(match[2])


def directives(text: str, kernel: Kernel | None = None) -> list[tuple[int, str]]:
    """Line number and pattern of the lines that hold on a kernel (if None, on the running one)."""
    return [(number, match["pattern"].strip()) for number, match in _lines(text) if _holds(match, kernel)]


def prefixes(text: str, kernel: Kernel | None = None) -> list[str]:
    """The prefixes, as FileCheck is given them, of the lines that hold on a kernel: each once."""
    return list(dict.fromkeys(match["prefix"] for _, match in _lines(text) if _holds(match, kernel)))


def on(text: str, kernel: Kernel | None) -> str:
    """An expectation whose lines hold everywhere, made of those that hold on a kernel; the same if that is None,
    the running one."""
    return text if kernel is None else "".join(f"CHECK: {pattern}\n" for _, pattern in directives(text, kernel))


def dated(text: str) -> list[tuple[int, Kernel]]:
    """Line number and version of the lines that hold since a version, or until one."""
    return [(number, _version(match)) for number, match in _lines(text) if match["when"]]


def versions(text: str) -> list[Kernel]:
    """The kernel versions at which the expectation changes, the oldest first."""
    return sorted({version for _, version in dated(text)})


def _lines(text: str) -> Iterator[tuple[int, re.Match]]:
    for number, line in enumerate(text.splitlines(), 1):
        if match := DIRECTIVE.match(line):
            yield number, match


def _version(directive: re.Match) -> Kernel:
    return int(directive["major"]), int(directive["minor"])


def _holds(directive: re.Match, kernel: Kernel | None) -> bool:
    if not directive["when"]:
        return True
    is_newer = (kernel or running_kernel()) >= _version(directive)
    return is_newer == (directive["when"] == "SINCE")


def misread(line: str) -> str | None:
    """Why a line of an expectation would not do what it seems to, or None: FileCheck passes
    over a misspelt directive in silence, and obeys one inside of a comment."""
    if DIRECTIVE.match(line) or not line.strip():
        return None
    if not line.startswith("#"):
        return "neither `CHECK: …`, `SINCE-6-10: …` nor a comment (#), so FileCheck would ignore it"
    if re.search(r"(CHECK(-[A-Z{}0-9-]+)?|(SINCE|UNTIL)-\d+-\d+):", line):
        return "a directive inside a comment, which FileCheck would obey"
    return None


def unusable(text: str, kernel: Kernel | None = None) -> str | None:
    """Why nothing may be judged by an expectation on a kernel (if None, on the running one), with its line's
    number, or None."""
    for number, line in enumerate(text.splitlines(), 1):
        if reason := misread(line):
            return f"line {number}: '{line.strip()}' is {reason}"
    return None if directives(text, kernel) else "it has no CHECK line and would expect nothing"
