"""Running one program without lit: for commands that run each of them many times."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from dataclasses import dataclass

from .adapters import Adapter
from .session import Session, shell
from .tree import Program
from .verdict import Evidence, decide


@dataclass(frozen=True)
class Observation:
    """What one run of a program showed: a transcript for each of its RUN lines, and the
    launcher's last record, None if it made none."""

    transcripts: tuple[str, ...]
    record: dict | None

    @property
    def seconds(self) -> float:
        return (self.record or {}).get("seconds", 0.0)

    @property
    def ended_by_itself(self) -> bool:
        return (self.record or {}).get("ended") in ("exited", "killed")


def observe(session: Session, adapter: Adapter, program: Program, abi: str, identity: str) -> Observation:
    """Runs the program's script once on an engine, without judging it."""
    engine = session.engine_words(adapter, program, abi)
    with tempfile.NamedTemporaryFile(prefix="wali-record-") as record:
        launch = session.launch_words(adapter, identity, record.name)
        if program.run_lines:
            words = [_script(line, shell(launch), shell(engine)) for line in program.run_lines]
        else:
            words = [launch + engine]
        transcripts = tuple(_output(command) for command in words)
        lines = record.read().decode(errors="replace").splitlines()
    return Observation(transcripts, json.loads(lines[-1]) if lines else None)


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
    return decide(evidence_of(session, program, observation), adapter)


def evidence_of(session: Session, program: Program, observation: Observation) -> Evidence:
    """What was observed, as verdicts are made of it."""
    return Evidence(
        accepted=all(_accepted(session, program, text) for text in observation.transcripts),
        record=observation.record,
        transcript=observation.transcripts[-1],
        expectation=session.tree.expectation(program.id).read_text(),
    )


def _accepted(session: Session, program: Program, transcript: str) -> bool:
    """Whether FileCheck accepts a transcript."""
    checked = subprocess.run(
        session.check_words(program),
        input=transcript.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return checked.returncode == 0


