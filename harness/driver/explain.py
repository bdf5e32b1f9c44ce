"""Saying in words how a program went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .expectation import difference, first_difference
from .text import printable
from .tree import Program
from .verdict import Evidence, shorten

if TYPE_CHECKING:
    from .adapters import Adapter
    from .session import Session

# What a result may hold besides its verdict, and how each is headed.
_PARTS = {
    "command": "reproduce",
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


def reproduce(session: Session, program: Program, adapter: Adapter, abi: str, identity: str) -> str:
    """The command line that does by hand what the run did."""
    from .session import shell

    launch_words = session.launch_words(adapter, identity, "")
    launch = shell(launch_words[:1] + launch_words[3:])  # without the record
    engine = shell(session.engine_words(adapter, program, abi))
    values = {
        "run": f"{launch} {engine}",
        "launch": launch,
        "engine": engine,
        "check": shell(session.check_words(program)),
    }
    lines = program.run_lines or ("%run | %check",)
    return "\n".join(re.sub(r"%(run|launch|engine|check)\b", lambda m: values[m[1]], line) for line in lines)


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
