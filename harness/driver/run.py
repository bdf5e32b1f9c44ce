"""`wali-cts run`: builds, runs native and then each engine, and says how it went."""

from __future__ import annotations

import fnmatch
import os
import random
import tempfile
from argparse import Namespace
from pathlib import Path

from . import adapters, build, explain, report, results
from .adapters import Adapter
from .errors import UserError
from .litrun import run_lit
from .results import Run
from .session import probe_features, scratch_directory
from .tree import NATIVE, Program, Tree

DEFAULT_RUNNERS = (NATIVE, "wasmtime")

# The worst verdict is kept of several.
_SEVERITY = {verdict: i for i, verdict in enumerate(("pass", "skip", "inapplicable"))}


def select(programs: list[Program], patterns: list[str]) -> list[Program]:
    """The programs whose ids hold a pattern or match it as a glob.

    Throws UserError for a pattern that matches none.
    """
    if not patterns:
        return programs
    chosen: set[str] = set()
    for pattern in patterns:
        matching = [p.id for p in programs if pattern in p.id or fnmatch.fnmatchcase(p.id, pattern)]
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
    if not options.no_build:
        build.ensure(tree, build_targets(options, tree))
    programs = select(tree.programs(), options.patterns)
    if not programs:
        raise UserError(f"{tree.suite_dir} holds no programs")
    if options.shard:
        programs = shard(programs, options.shard)
    if options.shuffle == -1:
        options.shuffle = random.SystemRandom().randrange(1 << 31)
    suite_run = SuiteRun(options, tree, programs)
    output = _output_directory(options, tree)
    suite_run.execute()
    content = results.write(output, tree.build_info()["version"], suite_run.runs)
    report.write(content, output / "report.html", tree)
    print_summary(suite_run, options.verbose)
    print(f"\nreport: {output / 'report.html'}")
    return suite_run.status()


def _output_directory(options: Namespace, tree: Tree) -> Path:
    """Where the results go; made before the run, which would be in vain otherwise."""
    output = Path(options.output or tree.build_dir / "results")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{output}: {error.strerror}: name another directory with --output DIR") from None
    if not os.access(output, os.W_OK):
        raise UserError(f"{output} cannot be written: name another directory with --output DIR")
    return output


class SuiteRun:
    """All runs that one command makes: native, then each runner in each of its revisions.

    After `execute`, `runs` holds them, `errors` why verdicts are lacking, and `changed` a
    line for each program whose verdict changed between repetitions.
    """

    def __init__(self, options: Namespace, tree: Tree, programs: list[Program]) -> None:
        self.options, self.tree, self.programs = options, tree, programs
        self.plan = plan(options, tree)
        self.runs: list[Run] = []
        self.errors: list[str] = []
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
        if self.interrupted:
            return 130
        if self.errors:
            return 2
        return 1 if self.changed or any(run.failures() for run in self.runs) else 0

    def execute(self) -> None:
        """Makes the planned runs as often as asked, until one is interrupted."""
        for number in range(1, self.options.repeat + 1):
            label = f" ({number} of {self.options.repeat})" if self.options.repeat > 1 else ""
            with tempfile.TemporaryDirectory(prefix="wali-cts-") as work:
                for adapter, abi in self.plan:
                    if self.interrupted:
                        return
                    self._run(adapter, abi, Path(work), label)

    def _run(self, adapter: Adapter, abi: str, work: Path, label: str) -> None:
        programs = [p for p in self.programs if self.tree.has_module(p, abi)]
        run = Run(adapter, abi, adapter.query_version(), scratch_directory(self.options.scratch), {}, len(programs))
        if not programs:
            return
        outcome = run_lit(
            self.tree,
            programs,
            self._params(adapter, abi, work),
            work / f"{adapter.name}.{abi}",
            self.options.workers,
            self.options.shuffle is not None,
            run.name + label,
        )
        run.results = outcome.results
        self.interrupted = outcome.interrupted
        if outcome.error:
            self.errors.append(outcome.error)
        self._keep(run)

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


def print_summary(suite_run: SuiteRun, verbose: bool) -> None:
    """The counts, the failures by name, and with `verbose` each of them at length."""
    runs = suite_run.runs
    shown = [(run, r) for run in runs for r in run.results.values() if r["status"] not in ("pass", "skip")]
    shown.sort(key=lambda pair: (runs.index(pair[0]), pair[1]["id"]))
    if verbose:
        one = len(suite_run.programs) == 1  # then a pass is explained too
        for run, result in [(run, r) for run in runs for r in run.results.values()] if one else shown:
            print(f"== {run.name} ==\n{explain.describe(result)}")
    for run, result in shown:
        print(f"{result['status']}: {run.name}: {result['id']}: {result['detail']}")
    print(("\n" if shown else "") + results.table(runs))
    for run in runs:
        for note in results.cautions(run.to_json()):
            print(f"note: {run.name}: {note}")
    for line in suite_run.changed:
        print(f"changed: {line}")
    if suite_run.options.shuffle is not None:
        print(f"order: --shuffle {suite_run.options.shuffle}")
    for line in suite_run.errors:
        print(f"error: {line}")
    if suite_run.interrupted:
        print("interrupted: the results so far are kept")
