"""The suite's lit test format."""

from __future__ import annotations

import atexit
import contextlib
import errno
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lit.Test
import lit.TestRunner
from lit.formats import ShTest

from ..basics import processor_time
from ..basics.errors import MachineError, UserError
from ..basics.files import sha256
from ..basics.text import all_printable
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, Tree
from ..suite.program import Program, read_program
from . import explain, program_result
from .baseline import Known
from .judging import accepted_before, fingerprint, judge_within
from .observation import LAUNCHER_KILLED, MARK, Observation, ended_by_itself, read_records, read_transcripts, required
from .script import DEFAULT_RUN, Script
from .launching import shell
from .parameters import PARAMETERS
from .session import Session, work_directory

# Each verdict is a lit result of its own; pass, fail, timeout and skip are lit's.
CODES = {
    "pass": lit.Test.PASS,
    "fail": lit.Test.FAIL,
    "blocked": lit.Test.ResultCode("BLOCKED", "Blocked", True),
    "crash": lit.Test.ResultCode("CRASH", "Crashed", True),
    "timeout": lit.Test.TIMEOUT,
    "missing": lit.Test.ResultCode("MISSING", "Missing Import", True),
    "skip": lit.Test.UNSUPPORTED,
    "inapplicable": lit.Test.ResultCode("INAPPLICABLE", "Inapplicable", False),
}

# How many seconds what the machine lacks is waited for.
_PATIENCE = 1.0

# What the launcher says where it cannot write what it has seen, and lit's shell where it cannot be started.
_LAUNCHERS_WORDS = re.compile(r"wali-launch: (.*)")
_SHELLS_WORDS = re.compile(r"command not found|Could not create process.*|command failed with .*")
_KILLED = re.compile(r"command failed with exit status: -\d+")


class ProgramTest(ShTest):
    """One program of the suite, run by one runner in one revision.

    A program's script is its RUN lines, or else the single line `%run | %check` (script.py). A
    RUN line is a pipeline of lit's own shell that ends in `| %check`. All of them run, also
    where one shows something else than is expected. Examples:

      // RUN: %launch --env GREETING=hello %engine one "two words" | %check
      // RUN: echo hi | %launch --stdin %engine | %check

    A program that imports what no revision has says so, one import a line. ABI.md says in
    "Imports that this interface does not define" which of these an engine may refuse: it passes then.

      // Imports: SYS_truncate (i32, i64) -> i64

    A program that native does not pass is not run on the engine: it is inapplicable.
    """

    def getTestsForPath(self, testSuite, path_in_suite, litConfig, localConfig):
        session = litConfig.wali_session
        for test in super().getTestsForPath(testSuite, path_in_suite, litConfig, localConfig):
            if session.tree.has_module(_program(test, session), session.abi):
                if _is_sharded():
                    test.previous_elapsed, test.previous_failure = 0.0, False
                yield test

    def execute(self, test, lit_config):
        session = lit_config.wali_session
        program = _program(test, session)
        result = session.judged.get(program.id)
        if not result:
            _append(session.results, {"id": program.id, "worker": os.getpid()})
            try:
                result = all_printable(self._judge_patiently(test, lit_config, program))
                _append(session.results, result)
            except (UserError, OSError) as error:
                kind = "stopped" if isinstance(error, (MachineError, OSError)) else "error"
                _append(session.results, {"id": program.id, kind: str(error)})
                return lit.Test.Result(lit.Test.UNRESOLVED, f"error: {error}\n")
        code, note = _as_known(session.known.get(program.id), test.isExpectedToFail(), result)
        return lit.Test.Result(code, explain.describe(result) + note)

    def _judge_patiently(self, test, lit_config, program: Program) -> dict:
        """Once more where the machine lacked something, which may have been for a moment."""
        try:
            return self._judge(test, lit_config, program)
        except MachineError:
            time.sleep(_PATIENCE)
            return self._judge(test, lit_config, program, is_second=True)

    def _judge(self, test, lit_config, program: Program, is_second: bool = False) -> dict:
        """Native first, then the engine, unless native has spoken already. In the second try it is the engine that
        kills its launcher, and not the machine."""
        session = lit_config.wali_session
        program_result.require_readable(session, program)
        if skipped := program_result.skipped(session, program, session.abi):
            return skipped
        identity, _ = session.identity_for(program)
        seconds = None
        if session.abi != NATIVE and program.oracle is None:
            native = self._native(test, lit_config, program, identity)
            if inapplicable := program_result.inapplicable(session, program, session.abi, native):
                return inapplicable
            seconds = native["seconds"]
        return self._run(test, lit_config, program, identity, session.adapter, session.abi, seconds, is_second)

    def _native(self, test, lit_config, program: Program, identity: str) -> dict:
        session = lit_config.wali_session
        _require_fresh(session.tree, program, NATIVE)
        known = session.native.get(sha256(session.tree.module(program.id, NATIVE)))
        return known or self._run(test, lit_config, program, identity, session.oracle, NATIVE, None)

    def _run(
        self,
        test,
        lit_config,
        program: Program,
        identity: str,
        adapter: Adapter,
        abi: str,
        native: float | None,
        may_kill: bool = False,
    ) -> dict:
        """Runs the program's script on one engine and judges it. `native` is what it took
        natively, in seconds; None if that is not known. `may_kill`: a launcher that is killed was
        killed by the engine."""
        session = lit_config.wali_session
        _require_fresh(session.tree, program, abi)
        script = _LitRun(test, lit_config, program, identity, adapter, abi, may_kill)
        try:
            script.prepare()
            judged = judge_within(session, adapter, program, script.observe, native, script.accepts)
        finally:
            _append(session.results, {"id": program.id, "spent": script.spent})
        result = program_result.of(session, program, adapter, abi, identity, judged)
        return result | ({"accepted": script.accepted} if abi == NATIVE else {})


@dataclass(frozen=True)
class _LitRun:
    """A program's script, as lit runs it on one engine."""

    test: lit.Test.Test
    lit_config: object
    program: Program
    identity: str
    adapter: Adapter
    abi: str
    may_kill: bool
    accepted: list[str] = field(default_factory=list)  # fingerprints of transcripts that FileCheck accepted
    spent: Counter = field(default_factory=Counter)  # processor time of processes, by kind, as SPENDERS has it

    @property
    def session(self) -> Session:
        return self.lit_config.wali_session

    @contextlib.contextmanager
    def _charged(self, kind: str) -> Iterator[None]:
        """What processes end meanwhile are of that kind."""
        before = processor_time.of_children()
        try:
            yield
        finally:
            self.spent[kind] += processor_time.of_children() - before

    def prepare(self) -> None:
        with self._charged("prepare"):
            self.session.prepare(self.adapter, self.program, self.abi)

    def accepts(self, session: Session, program: Program, transcript: str) -> bool:
        """What FileCheck says. It is not asked again of what it has accepted, byte for byte, in this run."""
        with self._charged("FileCheck"):
            is_accepted = accepted_before(session, program, transcript)
        if is_accepted:
            self.accepted.append(fingerprint(session, program, transcript))
        return is_accepted

    def observe(self, limit: float) -> Observation:
        """Runs it once; no program gets more than `limit` seconds."""
        with self._charged("launcher"):
            seen = self._observe(limit)
        programs = sum(record.get("processor", 0.0) for record in seen.records)
        self.spent["launcher"] -= programs
        self.spent["native" if self.abi == NATIVE else "engine"] += programs
        return seen

    def _observe(self, limit: float) -> Observation:
        """Runs it in lit's own shell."""
        work = work_directory()
        record, transcripts = work / "record", work / "transcripts"
        record.unlink(missing_ok=True)
        transcripts.unlink(missing_ok=True)
        # %check is done afterwards, on the transcripts that have come together in a file.
        kept = f">> {shell([str(transcripts)])} && echo '{MARK}' >> {shell([str(transcripts)])}"
        script = Script.of(
            self.session,
            self.program,
            self.adapter,
            self.abi,
            self.identity,
            check=kept,
            record=str(record),
            limit=limit,
        )
        substitutions = [(pattern, _as_replacement(text)) for pattern, text in script.substitutions]
        preamble = [] if self.program.run_lines else [DEFAULT_RUN]
        outcome = lit.TestRunner.executeShTest(self.test, self.lit_config, False, substitutions, preamble)
        if outcome.code not in (lit.Test.PASS, lit.Test.FAIL):
            raise UserError(f"{self.program.source}: {' '.join(outcome.output.split())}")
        records = read_records(record)
        is_complete = outcome.code is lit.Test.PASS
        if not records or (not is_complete and ended_by_itself(records[-1])):
            if self.may_kill and _KILLED.search(outcome.output):
                records += (LAUNCHER_KILLED,)
            self._require_launcher(records, outcome.output)
        return Observation(read_transcripts(transcripts), records, is_complete)

    def _require_launcher(self, records: tuple[dict, ...], output: str) -> None:
        """Throws MachineError if the launcher said, in lit's output, why it could not do its part, or made fewer
        records than the script has lines."""
        if said := _LAUNCHERS_WORDS.search(output):
            raise MachineError(said[1].strip())
        why = _SHELLS_WORDS.search(output)
        required(records, len(self.program.run_lines) or 1, self.session.tree.launcher, why[0] if why else "")


def _as_known(known: Known | None, xfail: bool, result: dict) -> tuple[lit.Test.ResultCode, str]:
    """lit's code for a result, and what the baseline has to say of it, a line or nothing. `xfail`
    is what lit's own --xfail says; a pass that it does not expect lit itself finds."""
    code = CODES[result["status"]]
    if not known or not (code.isFailure or code is lit.Test.PASS):
        return (lit.Test.XFAIL if xfail and code.isFailure else code), ""
    words = " or ".join(known.expected) + (f": {' or '.join(known.detail)}" if known.detail else "")
    note = "; ".join(filter(None, (f"known: {words}", known.reason, known.link))) + "\n"
    if known.expects(result):
        return (lit.Test.XFAIL if code.isFailure else code), note
    return (code if code.isFailure else lit.Test.XPASS), note


def configure(config, lit_config, tree: Tree) -> None:
    """Sets up lit for the suite, from lit's parameters; a wrong one is fatal."""
    params = lit_config.params
    try:
        for name in params:
            if name not in PARAMETERS:
                raise UserError(f"unknown parameter '{name}'; known are {', '.join(PARAMETERS)}")
        tree.require_own()
        session = Session.create(tree, params)
    except UserError as error:
        lit_config.fatal(str(error))
    lit_config.wali_session = session
    # Only where there are any: reading all programs takes as long as running several.
    if session.known and (gone := sorted(session.known.keys() - {program.id for program in tree.programs()})):
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        lit_config.note(f"{params['baseline']}: {gone[0]}{more}: no program of this suite is called so")
    if "abi" not in params and len(session.adapter.abi) > 1:
        others = " and ".join(f"--param abi={abi}" for abi in session.adapter.abi if abi != session.abi)
        lit_config.note(f"runs revision {session.abi}; {others} runs the other")
    if params.get("seed"):
        random.seed(int(params["seed"]))  # lit shuffles with this generator
    config.name = f"wali-cts {session.adapter.name}" + ("" if session.abi == NATIVE else f" {session.abi}")
    config.test_format = ProgramTest()
    config.suffixes = [".cpp"]
    config.test_source_root = str(tree.suite_dir)
    config.test_exec_root = str(_exec_root(tree))
    config.available_features = set(config.available_features) | session.features


def _exec_root(tree: Tree) -> Path:
    """Where lit keeps what it learns. If the user may write to no such place, lit learns nothing: it has a
    directory that goes with it."""
    with contextlib.suppress(OSError):
        tree.lit_dir.mkdir(parents=True, exist_ok=True)
    if os.access(tree.lit_dir, os.W_OK):
        return tree.lit_dir
    directory = tempfile.mkdtemp(prefix="wali-cts-lit-")
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    return Path(directory)


def _is_sharded() -> bool:
    """Whether lit runs one of several shards. lit cuts them from its order, which follows from how
    long programs took before: where it knew that of one shard, the next would not fit to it."""
    return bool(os.environ.get("LIT_NUM_SHARDS")) or any(word.startswith("--num-shards") for word in sys.argv)


def _program(test, session: Session) -> Program:
    return read_program(Path(test.getSourcePath()), os.path.splitext("/".join(test.path_in_suite))[0])


def _require_fresh(tree: Tree, program: Program, abi: str) -> None:
    if reason := tree.stale(program, abi):
        raise UserError(reason)
    if not tree.expectation(program.id).exists():
        raise UserError(f"{tree.expectation(program.id)} is missing: write what Linux prints")


def _as_replacement(text: str) -> str:
    """A text as lit replaces a pattern by it: % begins another pattern there, and re.sub reads
    backslashes."""
    return text.replace("%", "%%").replace("\\", "\\\\")


def _append(path: Path | None, result: dict) -> None:
    """One write, so that workers do not mix their lines."""
    if not path:
        return
    line = json.dumps(result | {"finished": time.time()}) + "\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        if os.write(descriptor, line.encode()) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    finally:
        os.close(descriptor)
