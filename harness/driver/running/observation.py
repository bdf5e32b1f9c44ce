"""Running one program without lit: for commands that run each of them many times."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..suite.adapters import Adapter
from ..suite.layout import Program
from . import limits
from .own import split
from .session import Session, shell
from .verdict import Evidence, decide


@dataclass(frozen=True)
class Observation:
    """What one run of a program showed: for each of its RUN lines a transcript, as the launcher
    wrote it, and a record; fewer records where the launcher could not make them.

    `complete`: every RUN line was run.
    """

    transcripts: tuple[str, ...]
    records: tuple[dict, ...]
    complete: bool = True

    @property
    def record(self) -> dict | None:
        """The last record."""
        return self.records[-1] if self.records else None

    @property
    def seconds(self) -> float:
        return sum(record.get("seconds", 0.0) for record in self.records)

    @property
    def ended_by_itself(self) -> bool:
        return ended_by_itself(self.record)


def observe(
    session: Session, adapter: Adapter, program: Program, abi: str, identity: str, limit: float | None = None
) -> Observation:
    """Runs the program's script once on an engine, without judging it. `limit` is in seconds,
    the session's own unless given."""
    engine = session.engine_words(adapter, program, abi)
    with tempfile.NamedTemporaryFile(prefix="wali-record-") as record:
        launch = session.launch_words(adapter, identity, record.name, limit)
        if program.run_lines:
            words = [_script(line, shell(launch), shell(engine)) for line in program.run_lines]
        else:
            words = [launch + engine]
        transcripts = tuple(_output(command) for command in words)
        records = read_records(Path(record.name))
    return Observation(transcripts, records)


def ended_by_itself(record: dict | None) -> bool:
    """Whether a program ended, and was not ended by the launcher."""
    return (record or {}).get("ended") in ("exited", "killed")


def read_records(path: Path) -> tuple[dict, ...]:
    """The launcher's records, one for each program that it ran."""
    try:
        return tuple(json.loads(line) for line in path.read_text(errors="replace").splitlines())
    except FileNotFoundError:
        return ()


def _script(line: str, launch: str, engine: str) -> str:
    """A RUN line as a shell command that prints the transcript."""
    values = {"run": f"{launch} {engine}", "launch": launch, "engine": engine}
    line = re.sub(r"\|\s*%check\s*$", "", line)
    return re.sub(r"%(run|launch|engine)\b", lambda match: values[match[1]], line)


def _output(command: list[str] | str) -> str:
    ran = subprocess.run(
        command,
        shell=isinstance(command, str),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    return ran.stdout.decode(errors="replace")


def judge(session: Session, adapter: Adapter, program: Program, observation: Observation) -> tuple[str, str]:
    """The verdict on what was observed, and its short detail."""
    return decide(evidence_of(session, adapter, program, observation), adapter)


@dataclass(frozen=True)
class Judged:
    """A verdict, its short detail, what it was made of, and the limit in seconds within which
    it came about."""

    status: str
    detail: str
    evidence: Evidence
    seen: Observation
    limit: float


def judge_within(
    session: Session,
    adapter: Adapter,
    program: Program,
    run: Callable[[float], Observation],
    native: float | None,
) -> Judged:
    """Has a program run, within what follows from its native time in seconds (None: it has
    none), and judges it. `run` takes the limit. What runs out of a short limit while the
    machine is busy gets another try with a longer one: no verdict is about the load."""

    def within(limit: float) -> Judged:
        seen = run(limit)
        evidence = evidence_of(session, adapter, program, seen)
        return Judged(*decide(evidence, adapter), evidence, seen, limit)

    judged, longest = within(session.limit(adapter, native)), session.longest(adapter)
    if judged.status != "timeout" or judged.limit >= longest:
        return judged
    fair = limits.fair(judged.limit, longest)
    return within(fair) if fair > judged.limit else judged


def evidence_of(session: Session, adapter: Adapter, program: Program, observation: Observation) -> Evidence:
    """What was observed, as verdicts are made of it: that of the first RUN line whose transcript
    FileCheck does not accept, or else of the last. The engine's own lines are set aside, but
    where the program asks for the raw transcript."""
    patterns = () if program.is_raw else adapter.own
    transcripts, records = observation.transcripts, observation.records
    if len(records) != len(transcripts):  # a RUN line may run several programs
        records = (observation.record,) * len(transcripts)
    accepted, transcript, own, record = False, "", [], observation.record
    for printed, record in zip(transcripts, records):
        transcript, own = split(printed, patterns)
        accepted = _accepted(session, program, transcript)
        if not accepted or not ended_by_itself(record):
            break
    return Evidence(
        accepted=accepted and observation.complete,
        record=record,
        transcript=transcript,
        expectation=session.tree.expectation(program.id).read_text(),
        own=tuple(own),
        may_be_refused=session.tree.may_be_refused(program),
    )


def _accepted(session: Session, program: Program, transcript: str) -> bool:
    """Whether FileCheck accepts a transcript."""
    checked = subprocess.run(
        session.check_words(program),
        env={name: value for name, value in os.environ.items() if name != "FILECHECK_OPTS"},
        input=transcript.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return checked.returncode == 0
