"""A run of the suite in a guest, which may be emulated and slow: its shell runs what this machine has written down,
and this machine judges what it leaves.

The guest is told what to run in stages: natively, and then a revision of an engine each, whose limits follow from
what native showed. What runs out of its limit has another try, in a stage of its own. All that goes in and out lies
in the directory that it shares:

    facts.json        what the guest is (guest_facts.py)
    stage-N           what xargs hands to shells, an item for each program; an empty file is the end
    N/I.transcripts   what program I of stage N printed, and likewise .records and .errors
"""

from __future__ import annotations

import functools
import json
import os
import shlex
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError, require
from ..basics.text import all_printable
from ..results.completeness import Scope
from ..results.results import Run
from ..results.suite_run import SuiteOptions, plan
from ..running import judging, limits, program_result
from ..running.launching import shell
from ..running.observation import MARK, Observation, read_records, read_transcripts, required
from ..running.script import Script
from ..running.session import Session
from ..running.version import UNKNOWN, query_version
from ..suite.adapters import Adapter
from ..suite.expectation import kernel_of
from ..suite.layout import NATIVE, Tree
from ..suite.program import Program
from . import guest_facts
from .initramfs import CACHE_TAG, OUTSIDE, SAID, SCRATCH, SHARED_OPTIONS

# After how many programs the guest says how far it is.
_OFTEN = 50

# So many times the longest limit another try gets at most: until it ends, the guest may say nothing, and one that is
# silent for too long is taken for dead.
_MOST_TIMES = 4

# What the launcher's record of a step that succeeded says.
_SUCCESS = ('"ended": ?"exited"', '"status": ?0[,}]')

_FACTS, _RAN = "facts", "ran"


def script(tree: Tree, processors: int) -> str:
    """What a guest's shell runs. What engines compile is kept for the guests that follow, apart from this machine's
    own, whose processor may be another one."""
    cache, harness = shlex.quote(str(tree.cache_dir)), shlex.quote(str(tree.source_dir / "harness"))
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    lines = [f"export {name}={shlex.quote(value)}" for name, value in environment.items()]
    lines += [f"export TMPDIR={SCRATCH} PYTHONDONTWRITEBYTECODE=1", "umask 022", "cd /", f"mkdir -p {cache}"]
    lines += [f"mount -t 9p -o {SHARED_OPTIONS},cache=loose {CACHE_TAG} {cache}"]
    facts = f"python3 -S -m driver.examining.guest_facts {shlex.quote(str(tree.launcher))} {SCRATCH}"
    lines += [f"PYTHONPATH={harness} {facts} > {OUTSIDE}/facts.json 2> {OUTSIDE}/facts.errors", f"echo {SAID}{_FACTS}"]
    return "\n".join(lines) + f"""
stage=1
while :; do
  until [ -e {OUTSIDE}/stage-$stage ]; do sleep 0.2; done
  [ -s {OUTSIDE}/stage-$stage ] || break
  xargs -0 -n 1 -P {processors} sh -c < {OUTSIDE}/stage-$stage
  echo {SAID}{_RAN} $stage
  stage=$((stage + 1))
done"""


@dataclass(frozen=True)
class _Task:
    """A program that the guest was told to run, and within how many seconds each of its lines has to end."""

    program: Program
    identity: str
    limit: float
    script: Script


@dataclass
class _Stage:
    """One run, and what the guest was told to run for it, by number. `late` are the tasks that ran out of their limits,
    if the stage has been judged; there are none of a stage `is_again`, which holds those of another."""

    run: Run
    session: Session
    tasks: list[_Task] = field(default_factory=list)
    late: list[_Task] = field(default_factory=list)
    is_again: bool = False


class GuestRun:
    """All runs of one guest. `heed` takes what it says; `runs` are those that were begun, also of one that died.

    `home` is the directory that the guest shares, `accepted` what FileCheck has accepted so far; see
    judging.fingerprint.
    """

    def __init__(
        self, tree: Tree, options: SuiteOptions, scope: Scope, programs: list[Program], home: Path, accepted: set[str]
    ) -> None:
        self.tree, self.options, self.scope, self.programs, self.home = tree, options, scope, programs, home
        self.accepted = accepted
        self.runs: list[Run] = []
        self._planned = iter(plan(options, tree))
        self._facts: dict = {}
        self._stage: _Stage | None = None
        self._judged_last: _Stage | None = None
        self._number = 0

    def heed(self, said: str) -> None:
        """Goes on once the guest has said that it is ready for more. Throws UserError if it cannot run programs."""
        if said == _FACTS:
            self._facts = self._read_facts()
            self._tell()
        elif said == f"{_RAN} {self._number}":
            self.finish()
            self._tell()

    def finish(self) -> None:
        """Judges what the guest has run of the stage that it is at. It may have died. An interrupt may come meanwhile:
        then what is lacking is judged the next time."""
        if not (stage := self._stage):
            return
        with ThreadPoolExecutor(self.options.workers) as pool:
            outcomes = list(pool.map(lambda number: self._judged(stage, number), range(len(stage.tasks))))
        stage.late = []
        for task, outcome in zip(stage.tasks, outcomes):
            if isinstance(outcome, UserError):
                stage.run.refused[task.program.id] = str(outcome)
            elif outcome and outcome["status"] == "timeout" and not stage.is_again:
                stage.late.append(task)
            elif outcome:
                stage.run.results[task.program.id] = outcome
        stage.run.finished = not self._lacking(stage.run)
        self._judged_last, self._stage = stage, None

    def lacking(self) -> list[str]:
        """What has no verdict, a line each."""
        begun = [(run, len(self._lacking(run))) for run in self.runs]
        found = [f"{run.name}: {lacking} of {run.planned} programs" for run, lacking in begun if lacking]
        return found + [f"{adapter.name} {abi}: all programs" for adapter, abi in self._planned]

    def _lacking(self, run: Run) -> list[str]:
        return [p.id for p in self._of(run.abi) if p.id not in run.results]

    def _of(self, abi: str) -> list[Program]:
        return [program for program in self.programs if self.tree.has_module(program, abi)]

    def _read_facts(self) -> dict:
        try:
            facts = json.loads((self.home / "facts.json").read_text())
        except (OSError, ValueError):
            errors = self.home / "facts.errors"
            said = errors.read_text(errors="replace").strip().splitlines() if errors.exists() else []
            raise UserError(f"the guest cannot say what it is: {(said or ['no message'])[-1]}") from None
        require("root" in facts["features"], "the launcher cannot start a program as root in the guest")
        return facts

    def _tell(self) -> None:
        """Writes the next stage in which there is anything to run, or the end."""
        items = self._open_again()
        while not items and (planned := next(self._planned, None)):
            self.finish()  # of a run in which nothing was to be run
            items = self._open(*planned)
        self._number += 1
        (self.home / str(self._number)).mkdir()
        files.replace(self.home / f"stage-{self._number}", "".join(f"{item}\0" for item in items).encode())

    def _open(self, adapter: Adapter, abi: str) -> list[str]:
        """Begins a run: its results without those that are known, and the guest's items for these."""
        programs = self._of(abi)
        if not programs:
            return []
        session = self._session(adapter, abi)
        stage = self._stage = _Stage(self._run(adapter, abi, len(programs)), session)
        natively = {} if abi == NATIVE else self.runs[0].results
        self.runs.append(stage.run)
        for program in programs:
            program_result.require_readable(session, program)
            native = natively.get(program.id) if program.oracle is None else None
            known = program_result.skipped(session, program, abi)
            known = known or (native and program_result.inapplicable(session, program, abi, native))
            if known:
                stage.run.results[program.id] = known
            elif native or abi == NATIVE or program.oracle is not None:
                limit = self._limit(session, native["seconds"] if native else None)
                stage.tasks.append(self._task(session, program, limit, len(stage.tasks)))
        return [self._item(stage, number) for number in range(len(stage.tasks))]

    def _open_again(self) -> list[str]:
        """The guest's items for what ran out of its limit, which may have been about the load of the guest, or of this
        machine: another try gets the longest limit, and more if this machine is busy."""
        before = self._judged_last
        if not before or not before.late:
            return []
        session = before.session
        longest = session.longest(session.adapter)
        limit = min(limits.fair(longest), _MOST_TIMES * longest)
        stage = self._stage = _Stage(before.run, session, is_again=True)
        for task in before.late:
            stage.tasks.append(self._task(session, task.program, limit, len(stage.tasks)))
        return [self._item(stage, number) for number in range(len(stage.tasks))]

    def _session(self, adapter: Adapter, abi: str) -> Session:
        params = {
            "runner": adapter.spec,
            "timeout": f"{self._timeout:g}",
            "features": ",".join(self._facts["features"]),
            "scratch": SCRATCH,
        }
        params |= {} if adapter.is_native else {"abi": abi, "engine": adapter.command[0]}
        kernel = kernel_of(self._facts["host"]["kernel"])
        return replace(Session.create(self.tree, params), kernel=kernel, starter="root", accepted=self.accepted)

    @functools.cached_property
    def _slowness(self) -> float:
        """How many times as long as this machine the guest takes to launch a program."""
        return max(1.0, self._facts["launch"] / guest_facts.launch_seconds(self.tree.launcher, "/tmp"))

    @property
    def _timeout(self) -> float:
        return round(self.options.timeout * self._slowness, 1)

    def _run(self, adapter: Adapter, abi: str, planned: int) -> Run:
        host = self._facts["host"]
        version = f"Linux {host['kernel']}" if abi == NATIVE else query_version(self.tree, adapter) or UNKNOWN
        run = Run(adapter, abi, version, SCRATCH, {}, planned, host=host, finished=False)
        run.part, run.build = self.scope.part(self.tree, abi), self.tree.provenance()
        run.options = self.options.to_json() | {"features": self._facts["features"], "timeout": self._timeout}
        return run

    def _limit(self, session: Session, native: float | None) -> float:
        """Within how many seconds a program has to end that took `native` seconds natively, if it ran so. That time is
        the guest's, but what every engine gets besides is meant for a machine like this one."""
        adapter = session.adapter
        return min(session.limit(adapter, native) * self._slowness, session.longest(adapter))

    def _task(self, session: Session, program: Program, limit: float, number: int) -> _Task:
        adapter, abi = session.adapter, session.abi
        identity, _ = session.identity_for(program)
        record = f"{OUTSIDE}/{self._number + 1}/{number}.records"
        script = Script.of(session, program, adapter, abi, identity, check="", record=record, limit=limit)
        return _Task(program, identity, limit, script)

    def _item(self, stage: _Stage, number: int) -> str:
        """What a shell of the guest's runs for one program. Its status stops xargs if that is 255."""
        place = f"{OUTSIDE}/{self._number + 1}/{number}"
        task, session = stage.tasks[number], stage.session
        lines = [*_preparation(session, self.tree.module(task.program.id, session.abi)), "{"]
        lines += [f"{command}\necho '{MARK}'" for command in task.script.commands]
        lines += [f"}} > {place}.transcripts 2> {place}.errors < /dev/null"]
        if stage.is_again or number % _OFTEN == 0:
            again = "again: " if stage.is_again else ""
            lines.append(f"echo '{SAID}{stage.run.name}: {again}{number} of {len(stage.tasks)}'")
        return "\n".join([*lines, ":"])

    def _judged(self, stage: _Stage, number: int) -> dict | UserError | None:
        """A program's result, or why there is none; None if the guest did not run it to its end."""
        task, session = stage.tasks[number], stage.session
        adapter, abi = session.adapter, session.abi
        try:
            seen = self._observation(number, len(task.script.commands))
            if not seen:
                return None
            judged = judging.judged_of(session, adapter, task.program, seen, task.limit, judging.accepted_before)
            return all_printable(program_result.of(session, task.program, adapter, abi, task.identity, judged))
        except UserError as error:
            return error

    def _observation(self, number: int, lines: int) -> Observation | None:
        """What a program left in the directory, if it was run to its end. Throws MachineError if the launcher could
        not do its part."""
        place = self.home / str(self._number) / str(number)
        transcripts = read_transcripts(place.with_suffix(".transcripts"))
        if len(transcripts) < lines:
            return None
        records = read_records(place.with_suffix(".records"))
        said = place.with_suffix(".errors").read_text(errors="replace").strip().splitlines()[-1:]
        return Observation(transcripts, required(records, lines, self.tree.launcher, *said))


def _preparation(session: Session, module: Path) -> Iterator[str]:
    """Has the engine prepare a module, unless it did so in an earlier guest."""
    if not session.adapter.prepare:
        return
    cache = session.cache_of(session.adapter, module)
    place, stamp, record = (shlex.quote(f"{cache}{end}") for end in ("", ".done", ".record"))
    launcher, *words = session.prepare_words(session.adapter, module)
    prepare = f"{shell([launcher])} --record {record} {shell(words)} > /dev/null 2>&1 < /dev/null"
    succeeded = " && ".join(f"grep -Eq '{said}' {record}" for said in _SUCCESS)
    yield f"[ -e {stamp} ] || {{ mkdir -p {place}; {prepare}; {succeeded} && touch {stamp}; rm {record}; }}"
