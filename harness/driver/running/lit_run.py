"""Running lit over some programs, with one runner in one revision."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ..basics import interrupts, processor_time
from ..basics.progress import Progress
from ..suite import tools
from ..suite.layout import Tree
from ..suite.program import Program
from .verdict import shorten

_STOP_SECONDS = 3.0  # how long lit may take to end after an interrupt
_POLL_SECONDS = 0.1
_TRY_SECONDS = 1.0  # how often the disk is tried
_PAGE = 4096  # bytes; less may still fit where a disk is full

# Who takes the processor time of a run, but for the driver: the programs themselves, natively and on the
# engine; the launcher, and what else RUN lines start; FileCheck; the launcher and the engine where they
# prepare a module; and lit, to which the rest belongs.
SPENDERS = ("native", "engine", "launcher", "FileCheck", "prepare", "lit")


@dataclass
class Outcome:
    """What a lit run yielded: results by id, why some are lacking, and if it was stopped.

    `refused` are the reasons, by id, for which the format did not judge a program; `error`
    is of what is lacking without a reason. `stopped` is why the machine could not go on,
    which says nothing about the engine. `workers` are the processes that are at a program. `spent`
    is the processor time, in seconds, of lit and all that it started, by kind: see SPENDERS.
    """

    results: dict[str, dict] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    workers: dict[str, int] = field(default_factory=dict)
    error: str = ""
    stopped: str = ""
    interrupted: bool = False
    spent: Counter = field(default_factory=Counter)


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
    Programs that have one there already are not run again.

    lit gets a session of its own, so that an interrupt reaches all that it started. Its own
    files lie beside `results`, and its words in memory: a full disk cannot swallow them.
    """
    words = [*tools.lit_command(tree), "-q", "--no-progress-bar", "-j", str(workers)]
    words += ["--order", "random" if shuffled else "smart"]
    for name, value in (params | {"results": str(results)}).items():
        words += ["--param", f"{name}={value}"]
    words += [str(tree.build_dir / "suite" / f"{p.id}.cpp") for p in programs]
    _forget_damaged_times(tree)
    outcome, progress, before = Outcome(), Progress(), processor_time.of_children()
    with open(os.memfd_create("lit"), "w+b") as log:
        process = None
        try:
            with interrupts.held_back() as mask:  # until the process is known
                process = _start(words, log, results.parent, mask)
            _follow(process, results, outcome, len(programs), progress, label)
        except KeyboardInterrupt:
            outcome.interrupted = True
        finally:
            if process:
                _stop(process)
        outcome.spent.clear()  # what follows reads all lines, also those that were read before
        _read_new(results, outcome, 0)
        outcome.spent["lit"] = processor_time.of_children() - before - outcome.spent.total()
        progress.done()
        lacking = [p.id for p in programs if p.id not in outcome.results and p.id not in outcome.refused]
        if lacking and not outcome.interrupted:
            outcome.stopped = outcome.stopped or _killed(process) or _trouble(results.parent)
        if lacking and not outcome.interrupted and not outcome.stopped:
            outcome.error = f"{label}: no verdict for {lacking[0]}{_more(lacking)}: {shorten(_last_error(log))}"
    return outcome


def _start(words: list[str], log: BinaryIO, temporary: Path, mask: set[signal.Signals]) -> subprocess.Popen:
    """lit in a session of its own, in which these signals are blocked."""
    return subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_SETMASK, mask),
        env=os.environ | {"TMPDIR": str(temporary)},
    )


def _forget_damaged_times(tree: Tree) -> None:
    """lit begins with what took longest before. It stops at a file of times that is damaged, as two
    runs at once can leave it."""
    times = tree.lit_dir / ".lit_test_times.txt"
    try:
        for line in times.read_text().splitlines():
            seconds, _path = line.split(maxsplit=1)
            float(seconds)
    except OSError:
        pass
    except ValueError:
        with contextlib.suppress(OSError):
            times.unlink()


def write_verdicts(results: Path, verdicts: Iterable[dict]) -> None:
    """Leaves verdicts in `results` as the format does, for run_lit and for the runs that follow."""
    with open(results, "w") as file:
        file.writelines(json.dumps(verdict) + "\n" for verdict in verdicts)


def collected(results: Path) -> Outcome:
    """What the format has left in `results` so far."""
    outcome = Outcome()
    _read_new(results, outcome, 0)
    return outcome


def _follow(
    process: subprocess.Popen, results: Path, outcome: Outcome, total: int, progress: Progress, label: str
) -> None:
    position, tried = 0, time.monotonic()
    while process.poll() is None and not outcome.stopped:
        dead = _dead_workers(outcome)  # looked for before what they may have written last
        position = _read_new(results, outcome, position)
        outcome.stopped = outcome.stopped or _lost(dead, outcome)
        if time.monotonic() - tried > _TRY_SECONDS:
            tried = time.monotonic()
            outcome.stopped = outcome.stopped or _trouble(results.parent)
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
        try:
            _take_in(json.loads(line), outcome)
        except ValueError:
            pass  # a full disk cut it off: the program has no verdict
    return position + end


def _take_in(entry: dict, outcome: Outcome) -> None:
    """One line of the format's: what a worker begins, or what came of it."""
    program_id = entry["id"]
    if "spent" in entry:
        outcome.spent.update(entry["spent"])
        return
    if "worker" in entry:
        outcome.workers[program_id] = entry["worker"]
        return
    outcome.workers.pop(program_id, None)
    if "stopped" in entry:
        outcome.stopped = outcome.stopped or shorten(entry["stopped"])
    elif "error" in entry:
        outcome.refused[program_id] = shorten(entry["error"])
    else:
        outcome.results[program_id] = entry


def _dead_workers(outcome: Outcome) -> list[str]:
    """The programs whose workers are gone. lit itself would wait for them for ever."""
    return [program_id for program_id, pid in outcome.workers.items() if not os.path.exists(f"/proc/{pid}")]


def _lost(programs: list[str], outcome: Outcome) -> str:
    """Why a run cannot go on if one of these has no verdict; "" if all have."""
    lost = [program_id for program_id in programs if program_id in outcome.workers]
    return f"the process that ran {lost[0]} was killed; where memory is short, the kernel does that" if lost else ""


def _killed(process: subprocess.Popen) -> str:
    """By what lit was killed; "" if it was not."""
    return f"lit was killed by {signal.Signals(-process.returncode).name}" if (process.returncode or 0) < 0 else ""


def _trouble(directory: Path) -> str:
    """Why no file can be written to a directory; "" if it can."""
    try:
        with tempfile.TemporaryFile(dir=directory, buffering=0) as file:
            file.write(bytes(_PAGE))
        return ""
    except OSError as error:
        return f"{directory}: {error.strerror}"


def _stop(process: subprocess.Popen) -> None:
    """Asks what is left of lit's session to end, as Ctrl-C does, gives it time to clean up, and
    then ends it: nothing that lit started may outlive it."""
    deadline = time.monotonic() + _STOP_SECONDS
    while _signal_session(process.pid, signal.SIGINT) and time.monotonic() < deadline:
        try:
            process.wait(0.3)
            time.sleep(0.1)
        except subprocess.TimeoutExpired:
            pass
    _signal_session(process.pid, signal.SIGKILL)
    process.wait()


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
