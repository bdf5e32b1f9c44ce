"""Running one program without lit: for commands that run each of them many times."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ..suite.adapters import Adapter
from ..suite.program import Program
from .observation import Observation, read_records, required
from .script import Script
from .session import Session


def observe(
    session: Session, adapter: Adapter, program: Program, abi: str, identity: str, limit: float | None = None
) -> Observation:
    """Runs the program's script once on an engine, without judging it. `limit` is in seconds,
    the session's own unless given. Throws MachineError if the launcher cannot do its part."""
    with tempfile.NamedTemporaryFile(prefix="wali-record-") as record:
        script = Script.of(session, program, adapter, abi, identity, check="", record=record.name, limit=limit)
        transcripts = tuple(map(_output, script.commands))
        records = required(read_records(Path(record.name)), len(transcripts), session.tree.launcher)
    return Observation(transcripts, records)


def _output(command: str) -> str:
    """What a line of the script prints: the transcript."""
    ran = subprocess.run(
        command,
        shell=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    return ran.stdout.decode(errors="replace")
