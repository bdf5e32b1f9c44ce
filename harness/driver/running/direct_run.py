"""Running one program without lit: for commands that run each of them many times."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from ..suite.adapters import Adapter
from ..suite.program import Program
from .observation import Observation, read_records
from .session import Session, shell


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
