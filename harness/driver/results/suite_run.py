"""`wali-cts run`: builds, runs native and then each engine, and says how it went."""

from __future__ import annotations

import contextlib
import fnmatch
import random
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..basics import locking
from ..basics.errors import UserError
from ..building import build
from ..diagnosis import causes, matrix
from ..report import html_report
from ..running import explain
from ..running.lit_run import run_lit
from ..running.session import probe_features, scratch_directory
from ..suite import adapters
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, Program, Tree
from . import completeness, results
from .completeness import Scope
from .results import Run

DEFAULT_RUNNERS = (NATIVE, "wasmtime")

# The worst verdict is kept of several.
_SEVERITY = {verdict: i for i, verdict in enumerate(("pass", "skip", "inapplicable"))}


def matches(program_id: str, pattern: str) -> bool:
    """Whether an id holds a pattern, or matches it as a glob."""
    return pattern in program_id or fnmatch.fnmatchcase(program_id, pattern)


def select(programs: list[Program], patterns: list[str]) -> list[Program]:
    """The programs whose ids hold a pattern or match it as a glob.

    Throws UserError for a pattern that matches none.
    """
    if not patterns:
        return programs
    chosen: set[str] = set()
    for pattern in patterns:
        matching = [p.id for p in programs if matches(p.id, pattern)]
        if not matching:
            raise UserError(f"no program matches '{pattern}'; `harness/wali-cts list` shows them")
        chosen.update(matching)
    return [p for p in programs if p.id in chosen]


def shard(programs: list[Program], part: tuple[int, int]) -> list[Program]:
    """The I-th of N shards: every N-th program from the I-th on, as lit's --run-shard takes.

    lit itself is not asked: it would cut each revision's list, which differ, and the shards
    of an engine would hold programs that those of native do not. Throws UserError if the
    shard is empty.
    """
    number, of = part
    if not (chosen := programs[number - 1 :: of]):
        raise UserError(f"shard {number}/{of} is empty: only {len(programs)} programs are chosen")
    return chosen


def command(options: Namespace) -> int:
    """Exit status: 0 all is well, 1 some verdict is not, 2 some is lacking, 130 interrupted."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    with results_directory(options.output, tree) as output:
        if not options.no_build:
            build.ensure(tree, build_targets(options, tree))
        return _run_and_report(options, tree, output)


def _run_and_report(options: Namespace, tree: Tree, output: Path) -> int:
    scope = _scope(options, tree)
    if options.shuffle == -1:
        options.shuffle = random.SystemRandom().randrange(1 << 31)
    suite_run = SuiteRun(options, tree, scope)
    suite_run.execute()
    saved = save(suite_run, output)
    print_summary(suite_run, options.verbose, saved.told)
    if saved.directory:
        print(f"\nreport: {saved.directory / 'report.html'}")
    for problem in saved.problems:
        print(f"wali-cts: error: {problem}", file=sys.stderr)
    return 2 if saved.problems and not suite_run.interrupted else suite_run.status()


def _scope(options: Namespace, tree: Tree) -> Scope:
    """The programs that the options choose. Throws UserError if there are none."""
    suite = tree.programs()
    if not suite:
        raise UserError(f"{tree.suite_dir} holds no programs")
    return Scope(suite, select(suite, options.patterns), tuple(options.patterns), options.shard)


@contextlib.contextmanager
def results_directory(wanted: str | None, tree: Tree) -> Iterator[Path]:
    """Where the results go, for this command alone; made, and tried, before the run, which would
    be in vain otherwise. Throws UserError."""
    output = Path(wanted or tree.build_dir / "results")
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        raise UserError(f"{output}: {error.strerror}: name another directory with --output DIR") from None
    with locking.held(output) as free:
        if not free:
            raise UserError(
                f"another command writes its results to {output}: wait for its end, "
                "or run with another directory: --output DIR"
            )
        yield output


@dataclass(frozen=True)
class Saved:
    """Where results were written to, None if nowhere, what went wrong on the way, and the causes
    of failures."""

    directory: Path | None
    problems: tuple[str, ...] = ()
    told: Sequence[causes.Diagnosis] = ()


def save(suite_run: SuiteRun, output: Path) -> Saved:
    """Writes results.json, junit.xml and report.html: to `output`, or where that cannot be, to a
    new directory elsewhere. A finished run is not lost because a disk is full."""
    problems: list[str] = []
    for place in (lambda: output, *map(_fallback, (tempfile.gettempdir(), Path.home(), Path.cwd()))):
        try:
            directory = place()
            content = results.write(directory, suite_run.tree.build_info()["version"], suite_run.runs)
            told = causes.of_content(content, matrix.shipped(suite_run.tree), suite_run.tree)
            html_report.write(content, directory / "report.html", suite_run.tree, told=told)
        except OSError as error:
            where = error.filename or output
            problems.append(f"{where}: {error.strerror}")
            continue
        if problems:
            problems = [f"{problems[0]}: the results could not be written there; they are in {directory}"]
        return Saved(directory, tuple(problems), told)
    return Saved(None, (f"{problems[0]}: the results could not be written anywhere, and are only above",))


def _fallback(parent: str | Path) -> Callable[[], Path]:
    return lambda: Path(tempfile.mkdtemp(prefix="wali-cts-results-", dir=parent))


class SuiteRun:
    """All runs that one command makes: native, then each runner in each of its revisions.

    After `execute`, `runs` holds them, `errors` why verdicts are lacking, and `changed` a
    line for each program whose verdict changed between repetitions.
    """

    def __init__(self, options: Namespace, tree: Tree, scope: Scope) -> None:
        self.options, self.tree, self.scope = options, tree, scope
        self.programs = shard(list(scope.chosen), scope.shard) if scope.shard else list(scope.chosen)
        self.plan = plan(options, tree)
        self.asked = [NATIVE] if NATIVE in (options.runner or DEFAULT_RUNNERS) else []
        self.asked += [adapter.name for adapter, abi in self.plan if abi != NATIVE]
        self.runs: list[Run] = []
        self.errors: list[str] = []
        self._versions: dict[str, str] = {}
        self.interrupted = False
        self._require_fresh()
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
        """Makes the planned runs as often as asked, until one is interrupted. Those that were not
        begun by then are there as well, without results."""
        for number in range(1, self.options.repeat + 1):
            label = f" ({number} of {self.options.repeat})" if self.options.repeat > 1 else ""
            with tempfile.TemporaryDirectory(prefix="wali-cts-") as work:
                for adapter, abi in self.plan:
                    try:
                        self._run(adapter, abi, Path(work), label)
                    except KeyboardInterrupt:  # before or after lit ran
                        self.interrupted = True
                        self._run(adapter, abi, Path(work), label)
        self.errors += [*self._refused(), *self._nothing_judged()]

    def _run(self, adapter: Adapter, abi: str, work: Path, label: str) -> None:
        run, programs = self._planned(adapter, abi)
        if not run.part["chosen"]:
            return
        if self.interrupted or not programs:
            run.finished = not self.interrupted
            return self._keep(run)
        outcome = run_lit(
            self.tree,
            programs,
            self._params(adapter, abi, work),
            work / f"{adapter.name}.{abi}",
            self.options.workers,
            self.options.shuffle is not None,
            run.name + label,
        )
        run.results, run.refused = outcome.results, outcome.refused
        self.interrupted = outcome.interrupted
        run.finished = not outcome.interrupted
        if outcome.error:
            self.errors.append(outcome.error)
        self._keep(run)

    def _planned(self, adapter: Adapter, abi: str) -> tuple[Run, list[Program]]:
        """A run without results yet, and the programs that it is to run."""
        programs = [p for p in self.programs if self.tree.has_module(p, abi)]
        run = Run(adapter, abi, self._version(adapter), scratch_directory(self.options.scratch), {}, len(programs))
        run.part, run.build = self.scope.part(self.tree, abi), self.tree.provenance()
        return run, programs

    def _version(self, adapter: Adapter) -> str:
        """Asked for once: an engine's revisions are of one version."""
        if adapter.name not in self._versions:
            self._versions[adapter.name] = adapter.query_version()
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
            if run.results and run.adapter.name in self.asked and run.counts()["inapplicable"] and run.share() is None
        ]

    def _params(self, adapter: Adapter, abi: str, work: Path) -> dict[str, str]:
        """What lit is told; see session.PARAMETERS."""
        params = {
            "runner": adapter.spec,
            "timeout": f"{self.options.timeout:g}",
            "features": ",".join(self.features),
        }
        if abi != NATIVE:
            params |= {"abi": abi, "native": str(work / f"{NATIVE}.{NATIVE}")}
        if not adapter.is_native:
            params["engine"] = adapter.command[0]
        for name in ("identity", "isolation", "scratch", "soak"):
            if value := getattr(self.options, name, None):
                params[name] = str(value)
        if self.options.shuffle is not None:
            params["seed"] = str(self.options.shuffle)
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
        for program_id, result in run.results.items():
            before = known.results.get(program_id)
            worst = result if not before or _severity(before) < _severity(result) else before
            verdicts = (before["verdicts"] if before else []) + result["verdicts"]
            known.results[program_id] = worst | {"verdicts": verdicts}

    def _require_fresh(self) -> None:
        """Refuses to judge a program whose module or expectation is lacking or old."""
        problems = []
        for program in self.programs:
            if not self.tree.expectation(program.id).exists():
                problems.append(f"{self.tree.expectation(program.id)} is missing: write what Linux prints")
            for abi in dict.fromkeys(abi for _, abi in self.plan):
                if self.tree.has_module(program, abi) and (reason := self.tree.stale(program, abi)):
                    problems.append(reason)
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            raise UserError(problems[0] + more)


def _severity(result: dict) -> int:
    return _SEVERITY.get(result["status"], len(_SEVERITY))


def build_targets(options: Namespace, tree: Tree) -> list[str]:
    """What a run needs of the build: the suite, and the engines that are built here."""
    targets = list(build.SUITE_TARGETS)
    for spec in options.runner or DEFAULT_RUNNERS:
        for adapter in adapters.find(spec, tree):
            if adapter.command[0].startswith("{build_dir}/bin/"):
                targets.append(Path(adapter.command[0]).name)
    return targets


def plan(options: Namespace, tree: Tree) -> list[tuple[Adapter, str]]:
    """The runs to make: native first, then each runner in each of its revisions."""
    engines = adapters.overrides(options.engine)
    planned: list[tuple[Adapter, str]] = []
    for spec in dict.fromkeys([NATIVE, *(options.runner or DEFAULT_RUNNERS)]):
        for adapter in adapters.find(spec, tree):
            resolved = adapter.resolve(tree, engines.pop(adapter.name, None))
            wanted = (options.abi,) if options.abi and not adapter.is_native else adapter.abi
            if not set(wanted) <= set(adapter.abi):
                raise UserError(f"runner {adapter.name} implements {', '.join(adapter.abi)}, not {options.abi}")
            planned += [(resolved, abi) for abi in wanted]
    if engines:
        raise UserError(f"--engine {next(iter(engines))}=…: that runner is not run; name it with --runner")
    names = [adapter.name + abi for adapter, abi in planned]
    for (adapter, _), name in zip(planned, names):
        if names.count(name) > 1:
            raise UserError(f"two runners are called '{adapter.name}': give one of them another name")
    return planned


def print_summary(suite_run: SuiteRun, verbose: bool, told: Sequence[causes.Diagnosis] = ()) -> None:
    """The failures by name, and with `verbose` at length; then the counts, and the first causes."""
    runs = suite_run.runs
    shown = [(run, r) for run in runs for r in run.results.values() if _is_shown(run, r, runs)]
    shown.sort(key=lambda pair: (runs.index(pair[0]), pair[1]["id"]))
    if verbose:
        one = len(suite_run.programs) == 1  # then a pass is explained too
        for run, result in [(run, r) for run in runs for r in run.results.values()] if one else shown:
            print(f"== {run.name} ==\n{explain.describe(result)}")
    for run, result in shown:
        unjudged = "; no engine is judged by it here" if run.adapter.is_native else ""
        print(f"{result['status']}: {run.name}: {result['id']}: {result['detail']}{unjudged}")
    print(("\n" if shown else "") + results.table(runs))
    for run in runs:
        for note in results.cautions(run.to_json()):
            print(f"note: {run.name}: {note}")
    for said in filter(None, map(causes.summary, told)):
        print(f"\n{said}")
    for line in suite_run.changed:
        print(f"changed: {line}")
    if suite_run.options.shuffle is not None:
        print(f"order: --shuffle {suite_run.options.shuffle}")
    for line in suite_run.errors:
        print(f"error: {line}")
    for line in completeness.lines([run.to_json() for run in runs], [run.name for run in runs]):
        print(line)
    if suite_run.interrupted:
        print("interrupted: the results so far are kept")


def _is_shown(run: Run, result: dict, runs: list[Run]) -> bool:
    """Whether a program is named: not where native's line says already that it is not judged."""
    if result["status"] == "inapplicable":
        natives = [other.results.get(result["id"]) for other in runs if other.adapter.is_native]
        return not any(native and native["status"] not in ("pass", "skip") for native in natives)
    return result["status"] not in ("pass", "skip")
