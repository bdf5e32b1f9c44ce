"""Judging what a run of a program showed."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from ..suite import expectation
from ..suite.adapters import Adapter
from ..suite.matching import accepts
from ..suite.program import Program
from . import limits
from .observation import Observation, ended_by_itself
from .own import split
from .session import Session
from .verdict import Evidence, decide


# Says whether a transcript is what a program's expectation asks for.
Acceptance = Callable[[Session, Program, str], bool]


def accepted_by_filecheck(session: Session, program: Program, transcript: str) -> bool:
    """What FileCheck says of a transcript: every verdict that is reported is its."""
    checked = subprocess.run(
        session.check_words(program),
        env={name: value for name, value in os.environ.items() if name != "FILECHECK_OPTS"},
        input=transcript.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return checked.returncode == 0


def accepted_by_matcher(session: Session, program: Program, transcript: str) -> bool:
    """As FileCheck, without a process: for commands that judge many thousands of transcripts."""
    try:
        return accepts(session.tree.expectation(program.id).read_text(), transcript, session.kernel)
    except ValueError:  # FileCheck accepts nothing by an expectation that cannot be read
        return False


def fingerprint(session: Session, program: Program, transcript: str) -> str:
    """Of all that FileCheck's answer follows from: the lines that hold on the kernel, and the transcript."""
    expected = session.tree.expectation(program.id).read_text()
    prefixes = expectation.prefixes(expected, session.kernel)
    return hashlib.sha256("\0".join([*prefixes, expected, transcript]).encode()).hexdigest()


def accepted_before(session: Session, program: Program, transcript: str) -> bool:
    """What FileCheck says. It is not asked again of what it has accepted, byte for byte, in this run."""
    same = fingerprint(session, program, transcript)
    if same not in session.accepted and accepted_by_filecheck(session, program, transcript):
        session.accepted.add(same)
    return same in session.accepted


def judge(
    session: Session,
    adapter: Adapter,
    program: Program,
    observation: Observation,
    acceptance: Acceptance = accepted_by_filecheck,
) -> tuple[str, str]:
    """The verdict on what was observed, and its short detail."""
    return decide(evidence_of(session, adapter, program, observation, acceptance), adapter)


@dataclass(frozen=True)
class Judged:
    """A verdict, its short detail, what it was made of, and the limit in seconds within which
    it came about."""

    status: str
    detail: str
    evidence: Evidence
    seen: Observation
    limit: float


def judged_of(
    session: Session,
    adapter: Adapter,
    program: Program,
    seen: Observation,
    limit: float,
    acceptance: Acceptance = accepted_by_filecheck,
) -> Judged:
    """Judges what was observed within `limit` seconds."""
    evidence = evidence_of(session, adapter, program, seen, acceptance)
    return Judged(*decide(evidence, adapter), evidence, seen, limit)


def judge_within(
    session: Session,
    adapter: Adapter,
    program: Program,
    run: Callable[[float], Observation],
    native: float | None,
    acceptance: Acceptance = accepted_by_filecheck,
) -> Judged:
    """Has a program run, within what follows from its native time in seconds (None: it has
    none), and judges it. `run` takes the limit. What runs out of its limit while the
    machine is busy gets another try with a longer one: no verdict is about the load."""

    def within(limit: float) -> Judged:
        return judged_of(session, adapter, program, run(limit), limit, acceptance)

    judged = within(session.limit(adapter, native))
    if judged.status != "timeout":
        return judged
    fair = limits.fair(judged.limit)
    return within(fair) if fair > judged.limit else judged


def evidence_of(
    session: Session,
    adapter: Adapter,
    program: Program,
    observation: Observation,
    acceptance: Acceptance = accepted_by_filecheck,
) -> Evidence:
    """What was observed, as verdicts are made of it: that of the first RUN line whose transcript
    is not accepted, or else of the last. The engine's own lines are set aside, but
    where the program asks for the raw transcript."""
    patterns = () if program.is_raw else adapter.own
    transcripts, records = observation.transcripts, observation.records
    if len(records) != len(transcripts):  # a RUN line may run several programs
        records = (observation.record,) * len(transcripts)
    accepted, transcript, own, record = False, "", [], observation.record
    for printed, record in zip(transcripts, records):
        transcript, own = split(printed, patterns)
        accepted = acceptance(session, program, transcript)
        if not accepted or not ended_by_itself(record):
            break
    return Evidence(
        accepted=accepted and observation.complete,
        record=record,
        transcript=transcript,
        expectation=expectation.on(session.tree.expectation(program.id).read_text(), session.kernel),
        own=tuple(own),
        may_be_refused=session.tree.may_be_refused(program),
    )

