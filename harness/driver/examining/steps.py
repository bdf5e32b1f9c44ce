"""The ten steps of `wali-cts doctor`, which an engine takes one after the other.

Each step is a program of the suite, but for the first, which is a module that does nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..running import explain
from ..running.direct_run import observe
from ..running.judging import evidence_of
from ..running.session import Session, default_identity
from ..running.verdict import Evidence, decide, engines_words, shorten
from ..suite.adapters import Adapter
from ..suite.layout import Tree
from ..suite.program import Program

# A module whose _start returns at once, in the shape that WALI's modules have: one shared
# memory that it defines and exports.
TRIVIAL_MODULE = bytes.fromhex(
    "0061736d01000000"  # magic, version
    "010401600000"  # type 0: () -> ()
    "03020100"  # function 0 has type 0
    "05050103018002"  # memory 0: shared, 1 to 256 pages
    "071302066d656d6f72790200065f73746172740000"  # exports memory and _start
    "0a040102000b"  # its body: end
)

# What an engine sees. It is the first thing to look at where something is not found, and comes with the
# first step's advice otherwise.
_VIEW = (
    "`expose` in the adapter. An engine sees /usr, /opt, /etc, the directory of the command's first word and those of "
    'other files that it names by absolute paths; expose = ["DIRECTORY"] shows it another directory'
)
_NOT_FOUND = re.compile(r"not found|no such file|cannot open shared object", re.IGNORECASE)

_TIMEOUT = 10.0  # seconds for each step
_WORDS = 5  # lines of what the engine said that are shown


@dataclass(frozen=True)
class Step:
    """One step: its name, its program's id ("" for the module that does nothing), and what to
    look at where it fails. Without a step that is `vital` those after it say nothing."""

    name: str
    program: str
    advice: str
    vital: bool = False


STEPS = (
    Step(
        "start",
        "",
        "the adapter's `command`, and the engine's own message. The module's memory is shared, so the engine needs "
        "threads and atomics; _start returns, which is exit status 0",
        vital=True,
    ),
    Step(
        "write",
        "system/uname/names",
        "SYS_write to descriptor 1, and linking: the module imports __init, __deinit and __proc_exit from `wali`, "
        "and the engine prints nothing of its own on standard output",
        vital=True,
    ),
    Step(
        "exit status",
        "process/exit_group/status-of-the-program",
        "SYS_exit_group and __proc_exit end the engine's own process, with the guest's status",
    ),
    Step(
        "arguments",
        "abi/arguments/argv",
        "{args} stands behind {module} in the adapter's `command`, as a word of its own; __cl_get_argc counts the "
        "program's name, __cl_get_argv_len does not count the NUL, __cl_copy_argv copies it",
    ),
    Step(
        "environment",
        "abi/environment/file-of-lines",
        "{envfile} is in the adapter's `command`, behind the engine's own option, or in its `environment`, for a "
        "variable that the engine reads; __get_init_envfile writes its path and returns 1",
    ),
    Step(
        "file",
        "file/write/exact-bytes",
        "SYS_openat, SYS_read, SYS_write and SYS_lseek: descriptors are the process's own, offsets are 64 bits, "
        "AT_FDCWD is -100 sign-extended",
    ),
    Step(
        "memory",
        "memory/mmap/anonymous",
        "SYS_mmap places mappings inside linear memory, at 4096-byte pages, and returns a guest address",
    ),
    Step(
        "fork",
        "process/fork/memory-is-copied",
        "SYS_fork copies the whole guest: an engine with helper threads of its own, or with locks that they hold, "
        "stops here; SYS_wait4's status is Linux's",
    ),
    Step(
        "signal",
        "signal/rt_sigaction/handler-runs-with-number",
        "SYS_rt_sigaction's structure is packed, 24 bytes; the handler is an index into table 0, and runs before "
        "SYS_kill returns",
    ),
    Step(
        "thread",
        "thread/gettid/differs-by-thread",
        "__wasm_thread_spawn runs table[function] on a new thread with that memory and returns its id; some engines "
        "need an option that allows threads, or more of them",
    ),
)


@dataclass(frozen=True)
class Outcome:
    """What became of a step: a verdict, a line that says more, the seconds it took, and the last
    lines of what the engine said."""

    step: Step
    verdict: str
    detail: str
    seconds: float
    said: tuple[str, ...] = ()

    @property
    def advice(self) -> str:
        """What to look at if the step failed. If the engine does not start because something is not found,
        that is first what it sees."""
        if self.step.program:
            return self.step.advice
        parts = [self.step.advice, _VIEW]
        if _NOT_FOUND.search("\n".join((self.detail, *self.said))):
            parts.reverse()
        return ". Then ".join(parts)


def climb(tree: Tree, adapter: Adapter, abi: str) -> Iterator[Outcome]:
    """Takes the steps in one revision, up to a vital one that fails. Throws UserError."""
    params = {"runner": adapter.spec, "engine": adapter.command[0], "abi": abi, "timeout": f"{_TIMEOUT:g}"}
    session = Session.create(tree, params)
    programs = {program.id: program for program in tree.programs()}
    for step in STEPS:
        taken = _take(session, step, programs.get(step.program)) if step.program else _start(session, step)
        yield taken
        if step.vital and taken.verdict != "pass":
            return


def _take(session: Session, step: Step, program: Program | None) -> Outcome:
    """Runs a step's program and judges it as the suite does."""
    adapter, abi = session.adapter, session.abi
    if not program:
        return Outcome(step, "skip", f"{step.program} is not in the suite", 0)
    if reason := session.tree.stale(program, abi):
        return Outcome(step, "skip", reason, 0)
    identity, lacking = session.identity_for(program)
    if lacking or not identity:
        return Outcome(step, "skip", f"needs {', '.join(lacking)}", 0)
    session.prepare(adapter, program, abi)
    seen = observe(session, adapter, program, abi, identity)
    evidence = evidence_of(session, adapter, program, seen)
    verdict, detail = decide(evidence, adapter)
    return Outcome(step, verdict, detail or explain.detail(verdict, evidence), seen.seconds, _last_words(evidence))


def _last_words(evidence: Evidence) -> tuple[str, ...]:
    """The last of what the engine said, a line each; empty ones say nothing."""
    return tuple(shorten(line) for line in engines_words(evidence) if line.strip())[-_WORDS:]


def _start(session: Session, step: Step) -> Outcome:
    """Runs the module that does nothing."""
    adapter = session.adapter
    with tempfile.TemporaryDirectory(prefix="wali-doctor-") as directory:
        Path(directory).chmod(0o755)
        module, record = Path(directory) / "trivial.wasm", Path(directory) / "record"
        module.write_bytes(TRIVIAL_MODULE)
        session.prepare_module(adapter, module)
        launch = session.launch_words(adapter, default_identity(), str(record))
        ran = subprocess.run(
            [*launch, *session.module_words(adapter, module)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
        )
        if not record.exists():
            return Outcome(step, "crash", shorten(ran.stderr) or "the launcher made no record", 0)
        made = json.loads(record.read_bytes().splitlines()[-1])
    if made["ended"] == "exited" and made["status"] == 0:
        return Outcome(step, "pass", "", made["seconds"])
    how = {"exited": f"exit status {made.get('status')}", "killed": f"killed by {made.get('signal')}"}
    said = _last_words(Evidence(False, made, ran.stdout, ""))
    why = made.get("error") or (said[-1] if said else "no message")
    detail = f"{how.get(made['ended'], made['ended'])}: {why}"
    return Outcome(step, "crash", shorten(detail), made.get("seconds", 0), said[:-1])
