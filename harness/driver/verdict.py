"""The verdict of one run, from the launcher's record, FileCheck and the adapter's patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .adapters import Adapter
from .text import printable

# The verdicts, in the order in which they are counted and shown.
VERDICTS = ("pass", "fail", "blocked", "crash", "timeout", "missing", "skip", "inapplicable")

# Those that say nothing against the engine.
UNJUDGED = ("skip", "inapplicable")

# The status with which setup:: ends a program whose set-up failed.
BLOCKED_STATUS = 75

_ENDING = re.compile(r"exit \d+|killed \w+|timeout|flood")
_KILLED = re.compile(r"^CHECK:\s*killed (\w+)\s*$", re.MULTILINE)
_DETAIL_LIMIT = 240


@dataclass(frozen=True)
class Evidence:
    """What is known of one run.

    `accepted`: every RUN line succeeded, so FileCheck accepted every transcript.
    `record`: the launcher's record of the last program that ran, None if it made none.
    `transcript`: what that program printed, as the launcher wrote it.
    `expectation`: the text of the .check file.
    """

    accepted: bool
    record: dict | None
    transcript: str
    expectation: str


def decide(evidence: Evidence, adapter: Adapter) -> tuple[str, str]:
    """The verdict and a short detail (empty for pass)."""
    record = evidence.record
    if record is None:
        return "crash", "not started: the launcher made no record"
    ended = record.get("ended")
    if evidence.accepted and ended in ("exited", "killed"):
        return "pass", ""
    if ended == "timeout":
        return "timeout", f"no end within {record.get('seconds', 0):.1f} s"
    if ended == "not-started":
        return "crash", shorten(f"not started: {record.get('error', '')}")
    if import_name := _lacking_import(evidence, adapter):
        return "missing", shorten(import_name)
    if crash := _crash(evidence, adapter):
        return "crash", shorten(crash)
    if blocked := _blocked(evidence):
        return "blocked", shorten(blocked)
    if ended == "flood":
        return "fail", f"flood: more than {record.get('stdout_kept', 0)} bytes of output"
    return "fail", ""


def body_and_ending(transcript: str) -> tuple[list[str], str]:
    """The program's own lines, and the line that says how it ended ("" for status 0)."""
    lines = transcript.splitlines()
    if lines and _ENDING.fullmatch(lines[-1]):
        return lines[:-1], lines[-1]
    return lines, ""


def shorten(text: str) -> str:
    """One printable line of bounded length."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= _DETAIL_LIMIT else line[: _DETAIL_LIMIT - 1] + "…"


def _message(evidence: Evidence, adapter: Adapter, patterns: tuple[re.Pattern, ...]) -> str | None:
    """The first line of the engine's own messages that one of the patterns is found in."""
    text = evidence.transcript if adapter.messages == "stdout" else evidence.record.get("stderr", "")
    for line in text.splitlines():
        if any(pattern.search(line) for pattern in patterns):
            return line
    return None


def _abnormal(record: dict) -> bool:
    return record["ended"] != "exited" or record.get("status") != 0


def _lacking_import(evidence: Evidence, adapter: Adapter) -> str | None:
    """An engine that links at load has printed nothing by then; one whose messages are on
    standard output links at the first call, and is taken by its word."""
    record = evidence.record
    if not adapter.missing or not _abnormal(record):
        return None
    if adapter.messages == "stderr" and record.get("stdout_bytes", 0):
        return None
    return _message(evidence, adapter, adapter.missing)


def _crash(evidence: Evidence, adapter: Adapter) -> str | None:
    record = evidence.record
    if adapter.trap and _abnormal(record) and (line := _message(evidence, adapter, adapter.trap)):
        return line
    signal = record.get("signal")
    if record["ended"] == "killed" and signal not in _KILLED.findall(evidence.expectation):
        last = record.get("stderr", "").strip().splitlines()[-1:]
        return f"killed by {signal}" + (f": {last[0]}" if last else "")
    return None


def _blocked(evidence: Evidence) -> str | None:
    if evidence.record.get("status") != BLOCKED_STATUS:
        return None
    body, _ = body_and_ending(evidence.transcript)
    return body[-1][len("blocked: ") :] if body and body[-1].startswith("blocked: ") else None
