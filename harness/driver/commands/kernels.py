"""`wali-cts kernels`: whether verdicts are the same on other kernels, booted in QEMU."""

from __future__ import annotations

import os
import shlex
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
from ..examining import initramfs, virtual_machine
from ..examining.virtual_machine import Accelerator, Machine
from ..report import html_report
from ..results import kernels as comparison
from ..results import merging, results
from ..results.suite_run import DEFAULT_RUNNERS
from ..suite import unjudged
from ..suite.layout import Tree
from ..suite.selection import select, shard
from . import run

# How many programs a guest runs before it writes their results: so many are lost at most if it dies.
_PART = 200


def command(options: Namespace) -> int:
    """Exit status 1 if a verdict is not as it should be, 2 if some are lacking, 130 after an interrupt."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("kernels are fetched to a build tree: run this in the source tree")
    tree.require_own()
    with run.results_directory(options.output or str(tree.output_dir / "kernels" / "results"), tree) as output:
        parts = _parts(tree, options)
        build.install_missing(virtual_machine.NEEDS)
        if not options.no_build:
            build.ensure(tree, run.build_targets(DEFAULT_RUNNERS, tree))
        chosen = [kernels.own(path) for path in options.kernel]
        suites = options.suite or (() if chosen else kernels.SUITES)
        chosen += [kernels.fetch(tree, suite, options.update) for suite in suites]
        names = [kernel.name for kernel in chosen]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise UserError(f"two kernels are called {twice}: rename one, or run the command for each")
        return _examine(tree, options, chosen, parts, output)


def _parts(tree: Tree, options: Namespace) -> list[str]:
    """The shards that a guest runs one after the other."""
    programs = select(tree.programs(), options.patterns)
    if options.shard:
        shard(programs, options.shard)  # throws if it is empty
        return ["/".join(map(str, options.shard))]
    of = -(-len(programs) // _PART)
    return [f"{number}/{of}" for number in range(1, of + 1)]


def _examine(tree: Tree, options: Namespace, chosen: Sequence[Kernel], parts: Sequence[str], output: Path) -> int:
    """Boots the kernels one after the other, and compares what they left."""
    found: list[dict] = []
    problems: list[str] = []
    interrupted, how = False, None
    for kernel in chosen:
        home = output / kernel.name
        shutil.rmtree(home, ignore_errors=True)
        try:
            how = how or _accelerator(kernel, home, options)
            problem = _boot(tree, kernel, home, parts, Machine(how, options.cpus, options.memory), options)
        except KeyboardInterrupt:
            problem, interrupted = "interrupted", True
        paths = [str(path) for path in sorted(home.glob("part-*/results.json"))]
        content = merging.load(paths) if paths else {"runs": []}
        found.append(content)
        if problem or len(paths) < len(parts):
            kept = f"the results of {len(paths)} of {len(parts)} parts are kept; {home / 'console.log'} has its words"
            problems.append(f"{kernel.name}: {problem or 'some parts left no results'}: {kept}")
        if interrupted:
            break
    for problem in problems:
        print(f"wali-cts: error: {problem}", file=sys.stderr)
    if interrupted and not any(content["runs"] for content in found):
        return 130
    status = _report(tree, found, output)
    return 130 if interrupted else 2 if problems else status


def _accelerator(kernel: Kernel, home: Path, options: Namespace) -> Accelerator:
    how = virtual_machine.accelerator(kernel, home, options.cpus, options.memory)
    print(f"QEMU runs with {how.name}" + ("" if how is virtual_machine.KVM else ": KVM does not work here"), flush=True)
    return how


def _boot(
    tree: Tree, kernel: Kernel, home: Path, parts: Sequence[str], machine: Machine, options: Namespace
) -> str:
    """Runs all parts in one guest; why some are lacking, or ""."""
    progress = Progress()
    script = guest_script(tree, parts, machine, options)
    problem = virtual_machine.boot(
        kernel, home, script, machine, lambda said: progress.update(f"{kernel.name}: {said}")
    )
    progress.done()
    return problem


def guest_script(tree: Tree, parts: Sequence[str], machine: Machine, options: Namespace) -> str:
    """What a guest's shell runs. Time limits are those of this machine, as many times as long as the guest is slower;
    compiled code is the guest's own, whose processor may be another one."""
    cache = shlex.quote(str(tree.cache_dir))
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    lines = [f"export {name}={shlex.quote(value)}" for name, value in environment.items()]
    lines += [f"export TMPDIR={initramfs.SCRATCH}", f"mkdir -p {cache}", f"mount -t tmpfs cache {cache}", "cd /"]
    words = [sys.executable, str(tree.source_dir / "harness" / "wali-cts"), "run", "--build-dir", str(tree.build_dir)]
    words += ["--no-build", "--workers", str(machine.processors), "--scratch", initramfs.SCRATCH]
    words += ["--timeout", f"{options.timeout * machine.accelerator.slowness:g}"]
    for runner in options.runner or DEFAULT_RUNNERS:
        words += ["--runner", runner]
    words += ["--abi", options.abi] if options.abi else []
    for number, part in enumerate(parts, 1):
        place = f"{initramfs.OUTSIDE}/part-{part.replace('/', '-of-')}"
        told = shlex.join([*words, "--shard", part, "--output", place, "--", *options.patterns])
        lines.append(f"echo 'wali-kernels: part {number} of {len(parts)}'")
        lines.append(f"{told} 2>&1 | sed 's/^/wali-kernels: /'")
    return "\n".join(lines)


def _report(tree: Tree, found: Sequence[dict], output: Path) -> int:
    """Prints the table, the differences and what must not be, and writes them and the report."""
    runs = [made for content in found for made in content["runs"]]
    if not runs:
        raise UserError(f"no guest left any results: {output} has what the consoles showed")
    suites = list(dict.fromkeys(content["suite"] for content in found if content["runs"]))
    content = {"schema": results.SCHEMA, "suite": ", ".join(suites), "runs": runs}
    refused = list(comparison.refusals(runs, unjudged.load(tree.expected_dir / unjudged.NAME)))
    told = [comparison.table(runs), *(f"differs: {d}" for d in comparison.differences(runs))]
    text = "\n".join([*told, *(f"refused: {line}" for line in refused)]) + "\n"
    files.save(output / "results.json", files.as_json(content))
    files.save(output / "kernels.txt", text.encode())
    diagnoses = causes.of_content(content, matrix.shipped(tree), tree)
    html_report.write(content, output / "report.html", tree, told=diagnoses)
    print(f"{text}\nreport: {output / 'report.html'}")
    return 1 if refused else 0
