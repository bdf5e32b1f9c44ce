"""All runs that one command makes: programs, natively and then on each engine."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..running.lit_run import Outcome, collected, run_lit, write_verdicts
from ..running.session import probe_features, scratch_directory
from ..running.version import UNKNOWN, query_version
from ..suite import adapter_files
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, Tree
from ..suite.program import Program
from ..suite.selection import shard
from .completeness import Scope
from .resume import Earlier
from .results import Run

DEFAULT_RUNNERS = (NATIVE, "wasmtime")

# The worst verdict is kept of several.
_SEVERITY = {verdict: i for i, verdict in enumerate(("pass", "skip", "inapplicable"))}


@dataclass(frozen=True)
class SuiteOptions:
    """How programs are run. `runners` are named as --runner names them, `engines` are NAME=PATH of
    runners; `abi` is the only revision, `identity` whom all programs run as, if given. `isolation`
    and `scratch` are the session's own unless given. `timeout` is the most seconds that a program
    gets, `soak` how many times as long stress goes on, `seed` that of a random order."""

    runners: Sequence[str] = DEFAULT_RUNNERS
    abi: str | None = None
    engines: Sequence[str] = ()
    identity: str | None = None
    isolation: str | None = None
    scratch: str | None = None
    timeout: float = 30.0
    soak: int | None = None
    seed: int | None = None
    repeat: int = 1
    workers: int = 1

    def to_json(self) -> dict:
        """What results.json says of them: all that verdicts may follow from, and that a run does
        not say of itself elsewhere."""
        said = {name: getattr(self, name) for name in ("identity", "isolation", "timeout", "soak", "seed", "repeat")}
        said["scratch"] = scratch_directory(self.scratch)
        return {name: value for name, value in said.items() if value is not None}


class SuiteRun:
    """All runs that one command makes: native, then each runner in each of its revisions.

    After `execute`, `runs` holds them, `errors` why verdicts are lacking, and `changed` a
    line for each program whose verdict changed between repetitions. `earlier` is what a run
    of the same programs left that was stopped: only what it lacks is run.
    """

    def __init__(self, options: SuiteOptions, tree: Tree, scope: Scope, earlier: Earlier | None = None) -> None:
        self.options, self.tree, self.scope = options, tree, scope
        self.programs = shard(list(scope.chosen), scope.shard) if scope.shard else list(scope.chosen)
        self.plan = plan(options, tree)
        self.asked = [NATIVE] if NATIVE in options.runners else []
        self.asked += [adapter.name for adapter, abi in self.plan if abi != NATIVE]
        self.runs: list[Run] = []
        self.errors: list[str] = []
        self.earlier = earlier
        self._versions: dict[str, str] = {}
        self.interrupted = self.stopped = False
        require_fresh(tree, self.programs, [abi for _, abi in self.plan])
        place = scratch_directory(options.scratch)
        self.features = probe_features(tree, options.identity, options.isolation or "auto", place)

    @property
    def changed(self) -> list[str]:
        return [
            f"{run.name} {result['id']}: {', '.join(result['verdicts'])}"
            for run in self.runs
            for result in sorted(run.results.values(), key=lambda result: result["id"])
            if len(set(result.get("verdicts", ()))) > 1
        ]

    def status(self) -> int:
        """The exit status. It is about the runners that were asked for: where native is not,
        what it does not pass only leaves the engine unjudged."""
        if self.interrupted:
            return 130
        if self.errors:
            return 2
        judged = [run for run in self.runs if run.adapter.name in self.asked]
        return 1 if self.changed or any(run.failures() for run in judged) else 0

    def execute(self) -> None:
        """Makes the planned runs as often as asked, until one is interrupted, or the machine cannot
        go on. Those that were not begun by then are there as well, without results. Throws
        UserError if the earlier run was another one."""
        if self.earlier:
            self._take_over(self.earlier)
        for number in range(1, self.options.repeat + 1):
            if self.interrupted or self.stopped:
                for run in self.runs:
                    run.finished = False
                break
            with tempfile.TemporaryDirectory(prefix="wali-cts-") as work:
                for adapter, abi in self.plan:
                    try:
                        self._run(adapter, abi, Path(work), number)
                    except KeyboardInterrupt:  # before or after lit ran
                        self.interrupted = True
                        self._run(adapter, abi, Path(work), number)
        self.errors += [*self._refused(), *self._nothing_judged()]

    def _take_over(self, earlier: Earlier) -> None:
        planned = [self._planned(adapter, abi)[0] for adapter, abi in self.plan]
        self.runs = [run for run in planned if run.part["chosen"]]
        earlier.take_over(self.runs, self.tree)

    def _run(self, adapter: Adapter, abi: str, work: Path, number: int) -> None:
        run, programs = self._planned(adapter, abi)
        if not run.part["chosen"]:
            return
        known = self._begun(run, number)
        outcome = self._outcome(run, programs, known, work, number)
        run.results = {i: result for i, result in outcome.results.items() if i not in known}
        run.refused, run.spent = outcome.refused, outcome.spent
        self.interrupted |= outcome.interrupted
        run.finished = not (self.interrupted or self.stopped or outcome.stopped or outcome.error)
        if outcome.stopped:
            self.stopped = True
            self.errors.append(f"{run.name}: stopped: {outcome.stopped}")
        if outcome.error:
            self.errors.append(outcome.error)
        self._keep(run)

    def _outcome(self, run: Run, programs: list[Program], known: dict[str, dict], work: Path, number: int) -> Outcome:
        """What a repetition yields that has the results `known` already."""
        results = work / f"{run.adapter.name}.{run.abi}"
        if self.interrupted or self.stopped:
            return collected(results)
        try:
            write_verdicts(results, known.values())
        except OSError as error:
            return Outcome(stopped=f"{results}: {error.strerror}")
        if len(known) == len(programs):
            return Outcome()
        label = f" ({number} of {self.options.repeat})" if self.options.repeat > 1 else ""
        return run_lit(
            self.tree,
            programs,
            self._params(run.adapter, run.abi, work),
            results,
            self.options.workers,
            self.options.seed is not None,
            run.name + label,
        )

    def _begun(self, run: Run, number: int) -> dict[str, dict]:
        """The results by id that this repetition has already, from an earlier run."""
        before = next((r for r in self.runs if r.name == run.name), None)
        if not self.earlier or not before:
            return {}
        verdicts = {i: result.get("verdicts", [result["status"]]) for i, result in before.results.items()}
        return {
            i: result | {"status": verdicts[i][number - 1]}
            for i, result in before.results.items()
            if len(verdicts[i]) >= number
        }

    def _planned(self, adapter: Adapter, abi: str) -> tuple[Run, list[Program]]:
        """A run without results yet, and the programs that it is to run."""
        programs = [p for p in self.programs if self.tree.has_module(p, abi)]
        run = Run(adapter, abi, self._version(adapter), scratch_directory(self.options.scratch), {}, len(programs))
        run.part, run.build = self.scope.part(self.tree, abi), self.tree.provenance()
        run.options = self.options.to_json() | {
            "features": sorted(self.features),
            "adapter": hashlib.sha256(repr(adapter).encode()).hexdigest(),
        }
        return run, programs

    def _version(self, adapter: Adapter) -> str:
        """Asked for once: an engine's revisions are of one version."""
        if adapter.name not in self._versions:
            told = query_version(self.tree, adapter, self.options.isolation, self.options.scratch)
            self._versions[adapter.name] = told or UNKNOWN
        return self._versions[adapter.name]

    def _refused(self) -> list[str]:
        """A line for each program that was not judged, however many runs it is lacking in."""
        reasons: dict[str, str] = {}
        for run in self.runs:
            reasons = run.refused | reasons
        return [f"{program_id}: not judged: {reasons[program_id]}" for program_id in sorted(reasons)]

    def _nothing_judged(self) -> list[str]:
        """An engine that native left nothing to be judged by has shown nothing."""
        return [
            f"{run.name}: nothing could be judged, since native does not pass any of these programs here"
            for run in self.runs
            if run.results
            and run.adapter.name in self.asked
            and run.counts()["inapplicable"]
            and run.share() is None
        ]

    def _params(self, adapter: Adapter, abi: str, work: Path) -> dict[str, str]:
        """What lit is told; see parameters.PARAMETERS."""
        params = {
            "runner": adapter.spec,
            "timeout": f"{self.options.timeout:g}",
            "features": ",".join(self.features),
        }
        if abi != NATIVE:
            params |= {"abi": abi, "native": str(work / f"{NATIVE}.{NATIVE}")}
        if not adapter.is_native:
            params["engine"] = adapter.command[0]
        params["scratch"] = scratch_directory(self.options.scratch)
        for name in ("identity", "isolation", "soak"):
            if value := getattr(self.options, name):
                params[name] = str(value)
        if self.options.seed is not None:
            params["seed"] = str(self.options.seed)
        return params

    def _keep(self, run: Run) -> None:
        """Takes a run in; of a program's results in several repetitions the worst is kept, with
        all its verdicts."""
        if self.options.repeat > 1:
            for result in run.results.values():
                result["verdicts"] = [result["status"]]
        known = next((r for r in self.runs if r.name == run.name), None)
        if not known:
            self.runs.append(run)
            return
        known.finished &= run.finished
        known.spent.update(run.spent)
        known.refused |= run.refused
        for program_id, result in run.results.items():
            before = known.results.get(program_id)
            worst = result if not before or _severity(before) < _severity(result) else before
            if before:
                worst = worst | {"verdicts": before["verdicts"] + result["verdicts"]}
            known.results[program_id] = worst


def require_fresh(tree: Tree, programs: Sequence[Program], abis: Iterable[str]) -> None:
    """Refuses to judge a program whose module, in one of these revisions, or expectation is lacking or old. Throws
    UserError."""
    problems = []
    for program in programs:
        if not tree.expectation(program.id).exists():
            problems.append(f"{tree.expectation(program.id)} is missing: write what Linux prints")
        for abi in dict.fromkeys(abis):
            if tree.has_module(program, abi) and (reason := tree.stale(program, abi)):
                problems.append(reason)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise UserError(problems[0] + more)


def _severity(result: dict) -> int:
    return _SEVERITY.get(result["status"], len(_SEVERITY))


def plan(options: SuiteOptions, tree: Tree) -> list[tuple[Adapter, str]]:
    """The runs to make: native first, then each runner in each of its revisions."""
    engines = adapter_files.overrides(list(options.engines))
    planned: list[tuple[Adapter, str]] = []
    for spec in dict.fromkeys([NATIVE, *options.runners]):
        for adapter in adapter_files.find(spec, tree):
            resolved = adapter.resolve(tree, engines.pop(adapter.name, None))
            wanted = (options.abi,) if options.abi and not adapter.is_native else adapter.abi
            if not set(wanted) <= set(adapter.abi):
                raise UserError(f"runner {adapter.name} implements {', '.join(adapter.abi)}, not {options.abi}")
            planned += [(resolved, abi) for abi in wanted]
    if engines:
        raise UserError(f"--engine {next(iter(engines))}=…: the run has no runner of this name: name it with --runner")
    names = [adapter.name + abi for adapter, abi in planned]
    for (adapter, _), name in zip(planned, names):
        if names.count(name) > 1:
            raise UserError(f"two runners are called '{adapter.name}': rename one")
    return planned
