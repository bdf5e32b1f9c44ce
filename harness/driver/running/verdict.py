"""The verdict of one run, from the launcher's record, FileCheck and the adapter's patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..basics.text import printable
from ..suite.adapters import Adapter
from ..suite.expectation import directives
from .own import body_and_ending, printed

# The verdicts, in the order in which they are counted and shown.
VERDICTS = ("pass", "fail", "blocked", "crash", "timeout", "missing", "skip", "inapplicable")

# Those that say nothing against the engine.
UNJUDGED = ("skip", "inapplicable")

# A line that a program of the suite prints, but for the few that write bytes of their own
# making: `name = value`, and `blocked: CALL = RESULT` as its last words.
_OBSERVATION = re.compile(r"(?![\\ ]).+? = .*|blocked: .*")
_BLOCKED = "blocked: "

_KILLED = re.compile(r"^CHECK:\s*killed (\w+)\s*$", re.MULTILINE)
_DETAIL_LIMIT = 240


@dataclass(frozen=True)
class Evidence:
    """What is known of one run.

    `accepted`: every RUN line succeeded, and FileCheck accepted every transcript.
    `record`: the launcher's record of the program that is judged.
    `transcript`: what that program printed, as the launcher wrote it.
    `expectation`: the text of the .check file.
    `own`: the lines on standard output that the adapter says are the engine's, as they were
    printed; they are not in the transcript.
    `may_be_refused`: the imports that an engine may lawfully refuse (ABI.md, Imports that
    this interface does not define).
    """

    accepted: bool
    record: dict
    transcript: str
    expectation: str
    may_be_refused: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def decide(evidence: Evidence, adapter: Adapter) -> tuple[str, str]:
    """The verdict and a short detail (empty for pass)."""
    record = evidence.record
    ended = record.get("ended")
    if evidence.accepted and ended in ("exited", "killed"):
        return "pass", ""
    if ended == "launcher-killed":
        return "crash", "killed the launcher, twice"
    if ended == "not-started":
        return "crash", shorten(f"not started: {record.get('error', '')}")
    if blocked := _blocked(evidence):
        return "blocked", shorten(blocked)
    if ended == "timeout":
        return "timeout", f"no end within {record.get('seconds', 0):.1f} s"
    if import_name := _lacking_import(evidence, adapter):
        if _is_lawful_refusal(evidence, import_name):
            return "pass", ""
        return "missing", shorten(import_name)
    if crash := _crash(evidence, adapter):
        return "crash", shorten(crash)
    if ended == "flood" and "disk_bytes" in record:
        return "fail", f"flood: {record['disk_bytes']} bytes of files"
    if ended == "flood":
        return "fail", f"flood: more than {record.get('stdout_kept', 0)} bytes of output"
    return "fail", ""


def engines_words(evidence: Evidence) -> list[str]:
    """What the engine said: the lines on standard output that are its own or do not look like
    the program's, then standard error."""
    body, _ = body_and_ending(evidence.transcript)
    strange = [printed(line) for line in body if not _OBSERVATION.fullmatch(line)]
    return [*evidence.own, *strange, *_stderr(evidence)]


def shorten(text: str) -> str:
    """One printable line of bounded length."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= _DETAIL_LIMIT else line[: _DETAIL_LIMIT - 1] + "…"


def _stderr(evidence: Evidence) -> list[str]:
    return evidence.record.get("stderr", "").splitlines()


def _message(evidence: Evidence, patterns: tuple[re.Pattern, ...]) -> str | None:
    """The first line of the engine's words that one of the patterns is found in."""
    lines = engines_words(evidence) if patterns else ()
    return next((line for line in lines if any(pattern.search(line) for pattern in patterns)), None)


def _abnormal(evidence: Evidence) -> bool:
    """Whether the program ended in another way than with status 0 or as is expected of it."""
    record = evidence.record
    if record["ended"] == "exited" and record.get("status") == 0:
        return False
    endings = {"exited": f"exit {record.get('status')}", "killed": f"killed {record.get('signal')}"}
    expected = [pattern for _, pattern in directives(evidence.expectation)]
    return endings.get(record["ended"]) not in expected[-1:]


def _lacking_import(evidence: Evidence, adapter: Adapter) -> str | None:
    """Found lacking at load or, after whatever the program printed, at the first call; an
    engine that only warns of it goes on, and is judged by what it does then."""
    return _message(evidence, adapter.missing) if _abnormal(evidence) else None


def _is_lawful_refusal(evidence: Evidence, message: str) -> bool:
    """Whether the engine refused an import that it may refuse, at load: before the program
    reported anything. The programs call such an import in a child, whose trap they report."""
    named = any(re.search(rf"\b{name}\b", message) for name in evidence.may_be_refused)
    return named and not _observations(evidence)


def _crash(evidence: Evidence, adapter: Adapter) -> str | None:
    if _abnormal(evidence) and (line := _message(evidence, adapter.trap)):
        return line
    signal = evidence.record.get("signal")
    if evidence.record["ended"] == "killed" and signal not in _KILLED.findall(evidence.expectation):
        said = [line for line in (*evidence.own, *_stderr(evidence)) if line.strip()]
        return f"killed by {signal}" + (f": {said[-1]}" if said else "")
    return None


def _blocked(evidence: Evidence) -> str | None:
    """What the program's last own line says, if it was blocked: whatever the engine does or
    prints afterwards. Lines of another form that follow are taken for the engine's; one like
    `name = value` shows that the program, or a process of it, went on."""
    lines = _observations(evidence)
    return lines[-1].removeprefix(_BLOCKED) if lines and lines[-1].startswith(_BLOCKED) else None


def _observations(evidence: Evidence) -> list[str]:
    """The lines of the transcript that look like the program's own."""
    body, _ = body_and_ending(evidence.transcript)
    return [line for line in body if _OBSERVATION.fullmatch(line)]
