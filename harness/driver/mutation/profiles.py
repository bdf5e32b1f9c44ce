"""Engines that are wrong in many places, with known faults: what `wali-cts mutate --profile` runs.

expected/mutants/profiles.toml describes them, each as several mutants of the embedded engine at
once, after engines that exist:

    version = 1
    [[profile]]
    name = "flags"
    like = "an engine that translates flags by a table of its own, with gaps"
    mutants = ["open:drop(flags.O_EXCL)", "dup3:drop(flags.O_CLOEXEC)"]
    calls = ["openat"]               # calls that a systemic one breaks
    tests = ["abi/arguments/*"]      # programs that test one of the faults, though it is of no call
    shows = ' = -E'                  # so do those whose expectation matches this
    own = ['^engine: ']              # its own lines on standard output, as its adapter would name them

The suite runs on each. Since the faults are known, so is what a right diagnosis would be: how many of
them are among the first causes, and whether programs that only use a broken call are blocked by it
and do not fail.
"""

from __future__ import annotations

import fnmatch
import json
import re
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..basics import tables
from ..basics.errors import UserError
from ..diagnosis import candidates, causes, matrix
from ..diagnosis.causes import Diagnosis
from ..results import results
from ..results.completeness import Scope
from ..results.results import Run
from ..results.suite_run import SuiteOptions, SuiteRun
from ..running.verdict import UNJUDGED
from ..suite.adapters import Adapter
from ..suite.layout import Tree
from ..suite.program import Program
from . import mutants

# At least so much of what is asked.
NAMED_AIM, QUIET_AIM = 0.90, 0.97

# Calls of the embedded engine take no time: what waits longer than this, in seconds, hangs.
_TIMEOUT = 5.0

_REQUIRED = {"name", "like", "mutants"}
_KEYS = _REQUIRED | {"calls", "tests", "shows", "own"}
_ALL = "all"  # the call of a systemic mutant


@dataclass(frozen=True)
class Profile:
    """One engine: its mutants, and what it is like. `calls` are those that its systemic mutants break,
    `tests` patterns of programs that test such a fault though it is of no call, `shows` a regular
    expression that finds them by their expectation. `own` are patterns of the engine's own lines."""

    name: str
    like: str
    mutants: tuple[str, ...]
    calls: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    shows: str = ""
    own: tuple[str, ...] = ()

    @property
    def broken(self) -> set[str]:
        """The broken calls."""
        return {name.partition(":")[0] for name in self.mutants} - {_ALL} | set(self.calls)

    def is_about(self, program: Program, expectation: str) -> bool:
        """Whether a program tests one of the faults: its call is broken, or one that it covers or
        whose result it prints."""
        shown = set(re.findall(r"\w+", expectation))
        tested = {program.call, program.case.replace("-", "_"), *(call for call, *_ in program.covers), *shown}
        if self.broken & tested or (self.shows and re.search(self.shows, expectation)):
            return True
        return any(fnmatch.fnmatchcase(program.id, p) for p in self.tests)


@dataclass
class Outcome:
    """What the suite says of a profile. `named` are the mutants that are among the first causes;
    `loud` are programs that test no fault and yet fail, crash or hang, of `bystanders`."""

    profile: Profile
    diagnosis: Diagnosis
    named: list[str]
    loud: list[str]
    bystanders: int
    seconds: float

    @property
    def unnamed(self) -> list[str]:
        return [name for name in self.profile.mutants if name not in self.named]

    @property
    def quiet(self) -> float:
        """The share of bystanders that pass or are blocked."""
        return 1 - len(self.loud) / self.bystanders if self.bystanders else 1.0


def file(tree: Tree) -> Path:
    return mutants.directory(tree) / "profiles.toml"


def read(tree: Tree) -> list[Profile]:
    """The profiles of the file. Throws UserError if it is damaged."""
    path = file(tree)
    try:
        entries = tomllib.loads(path.read_text()).get("profile", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path}: {error}") from None
    for entry in entries:
        if not _KEYS >= set(entry) >= _REQUIRED:
            raise UserError(
                f"{path}: each [[profile]] says {', '.join(sorted(_REQUIRED))}, and may say tests and own"
            )
    return [Profile(**{k: v if isinstance(v, str) else tuple(v) for k, v in e.items()}) for e in entries]


def choose(tree: Tree, names: list[str]) -> list[Profile]:
    """Those named; `all` names all. Throws UserError for a name that there is none of."""
    every = read(tree)
    for name in names:
        if name != _ALL and name not in (p.name for p in every):
            raise UserError(f"no profile '{name}'; {file(tree)} has {', '.join(p.name for p in every)}")
    return [p for p in every if _ALL in names or p.name in names]


def meets_aims(outcome: Outcome) -> bool:
    wanted = len(outcome.profile.mutants)
    return len(outcome.named) >= NAMED_AIM * wanted and outcome.quiet >= QUIET_AIM


def table(outcomes: list[Outcome]) -> str:
    """The figures, a line each, and the sum."""
    rows = [["", "failures", "faults", "named", "bystanders", "pass or blocked", "seconds"]]
    for o in outcomes:
        faults = len(o.profile.mutants)
        figures = (o.diagnosis.failures, faults, len(o.named), o.bystanders)
        rows.append([o.profile.name, *map(str, figures), tables.percent(o.quiet), f"{o.seconds:.0f}"])
    sums = [sum(int(row[i]) for row in rows[1:]) for i in range(1, 5)]
    loud = sum(len(o.loud) for o in outcomes)
    share = tables.percent(1 - loud / sums[3]) if sums[3] else "-"
    rows.append(["all", *map(str, sums), share, f"{sum(o.seconds for o in outcomes):.0f}"])
    return tables.columns(rows)


def examine(
    tree: Tree, chosen: list[Profile], programs: list[Program], workers: int, output: str | None = None
) -> list[Outcome]:
    """Runs programs natively and on each profile. With `output`, the results are written there."""
    with tempfile.TemporaryDirectory(prefix="wali-profiles-") as directory:
        files = [_write_adapter(tree, profile, Path(directory)) for profile in chosen]
        suite_run = _TimedRun(
            SuiteOptions(runners=[str(path) for path in files], workers=workers, timeout=_TIMEOUT),
            tree,
            Scope(tree.programs(), programs),
        )
        suite_run.execute()
    if output:
        results.write(Path(output), tree.build_info()["version"], suite_run.runs)
    if suite_run.interrupted:
        raise KeyboardInterrupt
    if suite_run.errors:
        raise UserError(suite_run.errors[0])
    known, of = matrix.shipped(tree), {p.name: p for p in chosen}
    return [
        outcome(of[made.adapter.name], made, known, tree, suite_run.seconds[made.adapter.name])
        for made in suite_run.runs
        if made.adapter.name in of
    ]


class _TimedRun(SuiteRun):
    """Knows how long each engine took, by name."""

    def __init__(self, *arguments) -> None:
        super().__init__(*arguments)
        self.seconds: dict[str, float] = {}

    def _run(self, adapter: Adapter, abi: str, work: Path, label: str) -> None:
        began = time.monotonic()
        super()._run(adapter, abi, work, label)
        self.seconds[adapter.name] = time.monotonic() - began


def _write_adapter(tree: Tree, profile: Profile, directory: Path) -> Path:
    """The embedded engine's adapter with the profile's mutants. Compiled code is shared with it."""
    told = tomllib.loads((tree.source_dir / "runners" / "wasmtime.toml").read_text())
    engine, *words = told["command"]
    for name in reversed(profile.mutants):
        words = ["--mutant", name, *words]
    told |= {"name": profile.name, "command": [engine, *words], "abi": told["abi"][:1], "own": list(profile.own)}
    environment = {"WALI_CACHE_DIR": "{build_dir}/cache/wasmtime"}
    lines = [f"{key} = {json.dumps(value)}" for key, value in told.items() if key != "environment"]
    lines += ["[environment]", *(f"{key} = {json.dumps(value)}" for key, value in environment.items())]
    path = directory / f"{profile.name}.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


def is_about(profile: Profile, program: Program, tree: Tree) -> bool:
    """Whether a program of the tree tests one of a profile's faults."""
    return profile.is_about(program, tree.expectation(program.id).read_text())


def outcome(profile: Profile, made: Run, known: matrix.Matrix, tree: Tree, seconds: float) -> Outcome:
    """Holds what the suite says of a profile against what is known of it."""
    diagnosis = causes.explain(made.to_json(), known, tree)
    named = [name for name in profile.mutants if is_named(name, diagnosis)]
    bystanders, loud = 0, []
    for program in tree.programs():
        result = made.results.get(program.id)
        if not result or result["status"] in UNJUDGED or is_about(profile, program, tree):
            continue
        bystanders += 1
        if result["status"] not in ("pass", "blocked"):
            loud.append(f"{result['status']}: {program.id}: {result['detail']}")
    return Outcome(profile, diagnosis, named, loud, bystanders, seconds)


def is_named(mutant: str, diagnosis: Diagnosis) -> bool:
    """Whether one of the first causes is this mutant's: it is named itself, or its call is, by a cause of its
    kind or of that call alone."""
    call, _, operator = mutant.partition(":")
    kind = candidates.kind_of({"call": call, "operator": operator})[0]
    for cause in diagnosis.first:
        if mutant in (*cause.mutants, *cause.others):
            return True
        if call == _ALL:
            if cause.kind == kind:
                return True
        elif call in cause.calls and cause.kind != "topic":
            return True
    return False
