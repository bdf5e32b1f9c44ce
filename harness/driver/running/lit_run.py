"""Running lit over some programs, with one runner in one revision."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ..basics.progress import Progress
from ..suite import tools
from ..suite.layout import Tree
from ..suite.program import Program
from .verdict import shorten

_STOP_SECONDS = 3.0  # how long lit may take to end after an interrupt
_POLL_SECONDS = 0.1


@dataclass
class Outcome:
    """What a lit run yielded: results by id, why some are lacking, and if it was stopped.

    `refused` are the reasons, by id, for which the format did not judge a program; `error`
    is of what is lacking without a reason.
    """

    results: dict[str, dict] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    error: str = ""
    interrupted: bool = False


def run_lit(
    tree: Tree,
    programs: list[Program],
    params: dict[str, str],
    results: Path,
    workers: int,
    shuffled: bool,
    label: str,
) -> Outcome:
    """Runs lit on the programs; `results` is the file in which the format leaves verdicts.

    lit gets a session of its own, so that an interrupt reaches all that it started.
    """
    words = [*tools.lit_command(tree), "-q", "--no-progress-bar", "-j", str(workers)]
    words += ["--order", "random" if shuffled else "smart"]
    for name, value in (params | {"results": str(results)}).items():
        words += ["--param", f"{name}={value}"]
    words += [str(tree.build_dir / "suite" / f"{p.id}.cpp") for p in programs]
    outcome, progress = Outcome(), Progress()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            _follow(process, results, outcome, len(programs), progress, label)
        except KeyboardInterrupt:
            outcome.interrupted = True
            _stop(process)
        finally:
            _signal_session(process.pid, signal.SIGKILL)  # nothing that lit started may outlive it
        _read_new(results, outcome, 0)
        progress.done()
        lacking = [p.id for p in programs if p.id not in outcome.results and p.id not in outcome.refused]
        if lacking and not outcome.interrupted:
            outcome.error = f"{label}: no verdict for {lacking[0]}{_more(lacking)}: {shorten(_last_error(log))}"
    return outcome


def _follow(
    process: subprocess.Popen, results: Path, outcome: Outcome, total: int, progress: Progress, label: str
) -> None:
    position = 0
    while process.poll() is None:
        position = _read_new(results, outcome, position)
        counts = Counter(result["status"] for result in outcome.results.values())
        others = "".join(f", {n} {verdict}" for verdict, n in counts.items() if verdict != "pass")
        progress.update(f"{label}: {len(outcome.results)} of {total}: {counts['pass']} pass{others}")
        try:
            process.wait(_POLL_SECONDS)
        except subprocess.TimeoutExpired:
            pass


def _read_new(results: Path, outcome: Outcome, position: int) -> int:
    """Takes in the whole lines that follow `position`, and returns where they end."""
    try:
        with open(results, "rb") as file:
            file.seek(position)
            data = file.read()
    except FileNotFoundError:
        return position
    end = data.rfind(b"\n") + 1
    for line in data[:end].splitlines():
        result = json.loads(line)
        if "error" in result:
            outcome.refused[result["id"]] = shorten(result["error"])
        else:
            outcome.results[result["id"]] = result
    return position + end


def _stop(process: subprocess.Popen) -> None:
    """Asks all of lit's session to end, as Ctrl-C does, and gives it time to clean up."""
    deadline = time.monotonic() + _STOP_SECONDS
    while time.monotonic() < deadline and _signal_session(process.pid, signal.SIGINT):
        try:
            process.wait(0.3)
            time.sleep(0.1)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            pass


def _signal_session(pid: int, number: int) -> bool:
    """False if nothing is left to get the signal."""
    try:
        os.killpg(pid, number)
        return True
    except (ProcessLookupError, PermissionError):
        return False


def _last_error(log: BinaryIO) -> str:
    """The line of lit's output that says most about why it failed."""
    log.seek(0)
    lines = [line.strip() for line in log.read().decode(errors="replace").splitlines() if line.strip()]
    telling = [line for line in lines if "error:" in line or "fatal:" in line or "Error" in line]
    return (telling or lines or ["lit said nothing"])[0]


def _more(names: list[str]) -> str:
    return f" and {len(names) - 1} more" if len(names) > 1 else ""
