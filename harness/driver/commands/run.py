"""`wali-cts run`: builds, runs native and then each engine, and says how it went."""

from __future__ import annotations

import contextlib
import random
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..basics import interrupts, locking
from ..basics.errors import UserError
from ..building import build
from ..diagnosis import causes, matrix, printing
from ..report import html_report
from ..results import completeness, results
from ..results.completeness import Scope
from ..results.results import Run
from ..results.resume import Earlier
from ..results.suite_run import DEFAULT_RUNNERS, SuiteOptions, SuiteRun
from ..running import explain
from ..suite import adapter_files
from ..suite.layout import Tree
from ..suite.selection import select


def command(options: Namespace) -> int:
    """Exit status: 0 all is well, 1 some verdict is not, 2 some is lacking, 130 interrupted."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    with results_directory(options.output, tree) as output:
        earlier = Earlier.read(output) if options.resume else None
        part = scope(tree, options.patterns, options.shard)
        if not options.no_build:
            build.ensure(tree, build_targets(options.runner or DEFAULT_RUNNERS, tree))
        suite_run = SuiteRun(_suite_options(options, earlier), tree, part, earlier)
        return _run_and_report(suite_run, output, options.verbose)


def _suite_options(options: Namespace, earlier: Earlier | None) -> SuiteOptions:
    """What the command line says of how to run. A random order without a seed gets one, or that
    of the run that it goes on with."""
    seed = options.shuffle
    if seed == -1:
        seed = earlier.seed if earlier else None
        seed = random.SystemRandom().randrange(1 << 31) if seed is None else seed
    return SuiteOptions(
        runners=options.runner or DEFAULT_RUNNERS,
        abi=options.abi,
        engines=options.engine,
        identity=options.identity,
        isolation=options.isolation,
        scratch=options.scratch,
        timeout=options.timeout,
        soak=options.soak,
        seed=seed,
        repeat=options.repeat,
        workers=options.workers,
    )


def _run_and_report(suite_run: SuiteRun, output: Path, verbose: bool) -> int:
    suite_run.execute()
    saved = save(suite_run, output)
    print_summary(suite_run, verbose, saved)
    if saved.directory:
        print(f"\nreport: {saved.directory / 'report.html'}")
        if suite_run.interrupted or suite_run.stopped:
            where = "" if saved.directory == output else f" --output {saved.directory}"
            print(f"to go on: the same command with --resume{where}")
    for problem in saved.problems:
        print(f"wali-cts: error: {problem}", file=sys.stderr)
    return 2 if saved.problems and not suite_run.interrupted else suite_run.status()


def scope(tree: Tree, patterns: list[str], shard: tuple[int, int] | None = None) -> Scope:
    """The programs that the command line chooses. Throws UserError if there are none."""
    suite = tree.programs()
    if not suite:
        raise UserError(f"{tree.suite_dir} holds no programs")
    return Scope(suite, select(suite, patterns), tuple(patterns), shard)


@contextlib.contextmanager
def results_directory(wanted: str | None, tree: Tree) -> Iterator[Path]:
    """Where the results go, for this command alone. Throws UserError."""
    output = Path(wanted or tree.output_dir / "results")
    with locking.alone(output, "writes its results", "name another directory with --output DIR"):
        yield output


@dataclass(frozen=True)
class Saved:
    """Where results were written to, None if nowhere, what went wrong on the way, and the causes
    of failures."""

    directory: Path | None
    problems: tuple[str, ...] = ()
    told: Sequence[causes.Diagnosis] = ()


@interrupts.held_back()
def save(suite_run: SuiteRun, output: Path) -> Saved:
    """Writes results.json, junit.xml and report.html: to `output`, or where that cannot be, to a
    new directory elsewhere. A finished run is not lost because a disk is full, or because an interrupt comes now."""
    problems: list[str] = []
    for place in (lambda: output, *map(_fallback, (tempfile.gettempdir(), Path.home(), Path.cwd()))):
        try:
            directory = place()
            content = results.write(directory, suite_run.tree.build_info()["version"], suite_run.runs)
            told = causes.of_content(content, _matrix(suite_run), suite_run.tree)
            html_report.write(content, directory / "report.html", suite_run.tree, told=told)
        except OSError as error:
            where = error.filename or output
            problems.append(f"{where}: {error.strerror}")
            continue
        if problems:
            problems = [f"{problems[0]}: the results could not be written there; they are in {directory}"]
        return Saved(directory, tuple(problems), told)
    return Saved(None, (f"{problems[0]}: the results could not be written anywhere, and are only above",))


def _matrix(suite_run: SuiteRun) -> matrix.Matrix:
    """What the causes of failures are found with; not read, which takes a moment, where nothing failed."""
    has_failures = any(made.failures() for made in suite_run.runs)
    return matrix.shipped(suite_run.tree) if has_failures else matrix.Matrix()


def _fallback(parent: str | Path) -> Callable[[], Path]:
    return lambda: Path(tempfile.mkdtemp(prefix="wali-cts-results-", dir=parent))


def build_targets(runners: Sequence[str], tree: Tree) -> list[str]:
    """What a run needs of the build: the suite, and the engines that are built here."""
    targets = list(build.SUITE_TARGETS)
    for spec in runners:
        for adapter in adapter_files.find(spec, tree):
            if adapter.command[0].startswith("{build_dir}/bin/"):
                targets.append(Path(adapter.command[0]).name)
    return targets


def print_summary(suite_run: SuiteRun, verbose: bool, saved: Saved) -> None:
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
    for diagnosis in saved.told:  # empty where the results could not be written anywhere
        if said := printing.summary(diagnosis, str(saved.directory / "results.json")):
            print(f"\n{said}")
    for line in suite_run.changed:
        print(f"changed: {line}")
    if suite_run.options.seed is not None:
        print(f"order: --shuffle {suite_run.options.seed}")
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
