"""Saying in words how a program went."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..basics.text import printable
from ..suite.expectation import difference, first_difference
from ..suite.program import Program
from . import own
from .verdict import Evidence, shorten

if TYPE_CHECKING:
    from ..suite.adapters import Adapter
    from .session import Session

# How many characters of the engine's own lines a result keeps.
_OWN_LIMIT = 8 * 1024

# What a result may hold besides its verdict, and how each is headed.
_PARTS = {
    "command": "reproduce",
    "own": "the engine's own lines on standard output, set aside",
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


def reproduce(
    session: Session, program: Program, adapter: Adapter, abi: str, identity: str, limit: float
) -> str:
    """The command line that does by hand what the run did, within `limit` seconds."""
    from .session import shell

    launch_words = session.launch_words(adapter, identity, "", limit)
    launch = shell(launch_words[:1] + launch_words[3:])  # without the record
    engine = shell(session.engine_words(adapter, program, abi))
    values = {
        "run": f"{launch} {engine}",
        "launch": launch,
        "engine": engine,
        "check": shell(_without_own(adapter, program) + session.check_words(program)),
    }
    lines = program.run_lines or ("%run | %check",)
    return "\n".join(re.sub(r"%(run|launch|engine|check)\b", lambda m: values[m[1]], line) for line in lines)


def _without_own(adapter: Adapter, program: Program) -> list[str]:
    """What stands before a command to keep the engine's own lines from it."""
    if program.is_raw or not adapter.own:
        return []
    patterns = [word for pattern in adapter.own for word in ("--own", pattern.pattern)]
    return [sys.executable, own.__file__, *patterns, "--"]


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
