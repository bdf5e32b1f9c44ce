"""`wali-cts kernels`: whether verdicts are the same on other kernels, booted in QEMU."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..basics.progress import Progress
from ..building import build, kernels
from ..building.kernels import Kernel
from ..diagnosis import causes, matrix
from ..examining import guest_run, virtual_machine
from ..examining.guest_run import GuestRun
from ..examining.virtual_machine import Accelerator, Machine
from ..report import html_report
from ..results import kernels as comparison
from ..results import results
from ..results.completeness import Scope
from ..results.suite_run import DEFAULT_RUNNERS, SuiteOptions, plan, require_fresh
from ..suite import unjudged
from ..suite.layout import Tree
from ..suite.selection import shard
from . import run


def command(options: Namespace) -> int:
    """Exit status 1 if a verdict is not as it should be, 2 if some are lacking, 130 after an interrupt."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("a bundle has no build tree to fetch kernels to: run `kernels` in the source tree")
    tree.require_own()
    with run.results_directory(options.output or str(tree.output_dir / "kernels" / "results"), tree) as output:
        scope = run.scope(tree, options.patterns, options.shard)
        build.install_missing(virtual_machine.NEEDS)
        if not options.no_build:
            build.ensure(tree, run.build_targets(DEFAULT_RUNNERS, tree))
        examination = _Examination(tree, options, scope, output)
        chosen = [kernels.own(path) for path in options.kernel]
        suites = options.suite or (() if chosen else kernels.SUITES)
        chosen += [kernels.fetch(tree, suite, options.update) for suite in suites]
        names = [kernel.name for kernel in chosen]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise UserError(f"two kernels are called {twice}: rename one, or run the command for each")
        return examination.of(chosen)


class _Examination:
    """The kernels one after the other, and what they left. Throws UserError if a program is not built."""

    def __init__(self, tree: Tree, options: Namespace, scope: Scope, output: Path) -> None:
        self.tree, self.options, self.scope, self.output = tree, options, scope, output
        self.programs = shard(list(scope.chosen), scope.shard) if scope.shard else list(scope.chosen)
        self.suite_options = SuiteOptions(
            runners=options.runner or DEFAULT_RUNNERS,
            abi=options.abi,
            scratch=guest_run.SCRATCH,
            timeout=options.timeout,
            workers=options.cpus,
        )
        require_fresh(tree, self.programs, [abi for _, abi in plan(self.suite_options, tree)])
        self.accepted: set[str] = set()
        self.how: Accelerator | None = None
        self.problems: list[str] = []
        self.interrupted = False

    def of(self, chosen: Sequence[Kernel]) -> int:
        """Boots them, and compares what they left."""
        found: list[dict] = []
        for kernel in chosen:
            found += self._examine(kernel)
            if self.interrupted:
                break
        for problem in self.problems:
            print(f"wali-cts: error: {problem}", file=sys.stderr)
        if self.interrupted and not found:
            return 130
        status = _report(self.tree, found, self.output)
        return 130 if self.interrupted else 2 if self.problems else status

    def _examine(self, kernel: Kernel) -> list[dict]:
        """The runs of one kernel, as they are written. Whatever goes wrong, the other kernels keep theirs."""
        home = self.output / kernel.name
        shutil.rmtree(home, ignore_errors=True)
        guest = GuestRun(self.tree, self.suite_options, self.scope, self.programs, home, self.accepted)
        try:
            problem = self._boot(kernel, home, guest)
        except KeyboardInterrupt:
            problem, self.interrupted = "interrupted", True
        except (UserError, OSError) as error:
            problem = _said(error)
        guest.finish()
        content = results.content_of(self.tree.build_info()["version"], guest.runs)
        try:
            if guest.runs:
                results.write_content(home, content)
        except OSError as error:
            problem = problem or _said(error)
        self.problems += _lacking(kernel, home, guest, problem)
        return content["runs"]

    def _boot(self, kernel: Kernel, home: Path, guest: GuestRun) -> str:
        """Runs all programs in one guest; why it did not come to its end, or ""."""
        if not self.how:
            self.how = virtual_machine.accelerator(kernel, home, self.options.cpus, self.options.memory)
            why = "" if self.how is virtual_machine.KVM else ": KVM does not work here"
            print(f"QEMU runs with {self.how.name}{why}", flush=True)
        cache = self.tree.build_dir / "kernels" / f"cache-{self.how.name}"
        cache.mkdir(parents=True, exist_ok=True)
        progress = Progress()

        def heed(said: str) -> None:
            progress.update(f"{kernel.name}: {said}")
            guest.heed(said)

        machine = Machine(self.how, self.options.cpus, self.options.memory)
        problem = virtual_machine.boot(
            kernel, home, cache, guest_run.script(self.tree, machine.processors), machine, heed
        )
        progress.done()
        return problem


def _said(error: UserError | OSError) -> str:
    """What went wrong, in a line."""
    return f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)


def _lacking(kernel: Kernel, home: Path, guest: GuestRun, problem: str) -> list[str]:
    """What there is to say of a guest whose results are not whole, a line each."""
    lacking = guest.lacking()
    if not problem and not lacking:
        return []
    refused = [f"{i}: {why}" for run in guest.runs for i, why in run.refused.items()]
    why = problem or next(iter(refused), "some programs left nothing")
    without = f": no results of {', '.join(lacking)}" if lacking else ""
    return [f"{kernel.name}: {why}{without}; {home / 'console.log'} has its words"]


def _report(tree: Tree, runs: Sequence[dict], output: Path) -> int:
    """Prints the table, the differences and what must not be, and writes them and the report."""
    if not runs:
        raise UserError(f"no guest left any results: {output} has what the consoles showed")
    content = {"schema": results.SCHEMA, "suite": tree.build_info()["version"], "runs": runs}
    refused = list(comparison.refusals(runs, unjudged.load(tree.expected_dir / unjudged.NAME)))
    told = [comparison.table(runs), *(f"differs: {d}" for d in comparison.differences(runs))]
    text = "\n".join([*told, *(f"refused: {line}" for line in refused)]) + "\n"
    print(text)
    try:
        files.write_json(output / "results.json", content)
        files.replace(output / "kernels.txt", text.encode())
        diagnoses = causes.of_content(content, matrix.shipped(tree), tree)
        html_report.write(content, output / "report.html", tree, told=diagnoses)
    except OSError as error:
        raise UserError(f"{_said(error)}: what was compared is only above") from None
    print(f"report: {output / 'report.html'}")
    return 1 if refused else 0
