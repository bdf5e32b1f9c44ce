"""Saying in words how a program went."""

from __future__ import annotations

from collections.abc import Sequence

from ..basics.text import printable
from ..suite.matching import difference, first_difference
from .verdict import Evidence, shorten

# How many characters of the engine's own lines a result keeps.
_OWN_LIMIT = 8 * 1024

# What a result may hold besides its verdict, and how each is headed.
_PARTS = {
    "command": "reproduce",
    "own": "the engine's own lines on standard output, which were set aside",
    "transcript": "transcript",
    "difference": "difference (- expected, + got)",
    "stderr": "standard error",
}


def detail(status: str, evidence: Evidence) -> str:
    """The short detail of a verdict that `decide` left without one."""
    if status != "fail":
        return ""
    try:
        found = first_difference(evidence.expectation, evidence.transcript)
    except ValueError as error:
        found = f"the expectation cannot be read: {error}"
    return shorten(found or "FileCheck rejects the transcript")


def bounded(lines: Sequence[str]) -> str:
    """The engine's own lines, as a result keeps them."""
    text = "".join(f"{line}\n" for line in lines)
    return text if len(text) <= _OWN_LIMIT else text[:_OWN_LIMIT] + f"…\n({len(lines)} lines in all)\n"


def differences(evidence: Evidence) -> str:
    """Expected and got, line by line."""
    try:
        return difference(evidence.expectation, evidence.transcript)
    except ValueError as error:
        return f"the expectation cannot be read: {error}"


def describe(result: dict) -> str:
    """What lit -v and --verbose print of one program."""
    lines = [f"{result['status'].upper()}: {result['id']}: {result['title']}"]
    if result["detail"]:
        lines.append(f"  {result['detail']}")
    for key, heading in _PARTS.items():
        if result.get(key, "").strip():
            lines += [f"{heading}:", *(f"  {line}" for line in result[key].splitlines())]
    return printable("\n".join(lines)) + "\n"
