"""What a run of a program shows: transcripts, and the launcher's records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import MachineError

# The line behind each transcript in a file that holds a program's. No transcript has it: the
# launcher makes such bytes visible.
MARK = "\x1e"

# Stands for the record of a launcher that the program killed.
LAUNCHER_KILLED = {"ended": "launcher-killed"}


@dataclass(frozen=True)
class Observation:
    """What one run of a program showed: for each of its RUN lines a transcript, as the launcher
    wrote it, and at least one record in all: `required`.

    `complete`: every RUN line was run.
    """

    transcripts: tuple[str, ...]
    records: tuple[dict, ...]
    complete: bool = True

    @property
    def record(self) -> dict:
        """The last record."""
        return self.records[-1]

    @property
    def seconds(self) -> float:
        return sum(record.get("seconds", 0.0) for record in self.records)

    @property
    def ended_by_itself(self) -> bool:
        return ended_by_itself(self.record)


def ended_by_itself(record: dict) -> bool:
    """Whether a program ended, and was not ended by the launcher."""
    return record.get("ended") in ("exited", "killed")


def read_transcripts(path: Path) -> tuple[str, ...]:
    """The transcripts in a file, each with a MARK behind it; what has none was not written whole."""
    text = path.read_text(errors="replace") if path.exists() else ""
    return tuple(text.split(f"{MARK}\n")[:-1])


def read_records(path: Path) -> tuple[dict, ...]:
    """The launcher's records, one for each program that it ran. Throws MachineError if one says
    that the machine could not start the program, or was cut off."""
    try:
        # Lines of bytes: those of text also end at U+2028 and others that JSON has in its strings.
        records = tuple(json.loads(line.decode(errors="replace")) for line in path.read_bytes().splitlines())
    except FileNotFoundError:
        return ()
    except json.JSONDecodeError:
        raise MachineError(f"{path}: a record could not be written whole") from None
    for record in records:
        if record.get("machine"):
            raise MachineError(record["error"])
    return records


def required(records: tuple[dict, ...], lines: int, launcher: Path, why: str = "") -> tuple[dict, ...]:
    """The records of a program of which so many RUN lines were run. Throws MachineError if there are fewer, as
    where the launcher is built anew meanwhile, or was killed."""
    if len(records) < lines:
        raise MachineError(f"the launcher made no record: {launcher}" + (f": {why}" if why else ""))
    return records
