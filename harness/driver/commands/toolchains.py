"""`wali-cts toolchains`: whether modules of other compilers get the same verdicts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..basics.errors import UserError
from ..building import build, toolchains
from ..building.toolchains import Toolchain
from ..results.completeness import Scope
from ..results.suite_run import SuiteOptions, SuiteRun
from ..suite.layout import Tree
from ..suite.program import Program
from ..suite.selection import select

ENGINE = "wali-wasmtime"


def command(options: Namespace) -> int:
    """Exit status 1 if a program gets another verdict than with this tree's compiler."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("a bundle's modules are built already: run `toolchains` in the source tree")
    tree.require_own()
    programs = select(tree.programs(), options.patterns)
    build.ensure(tree, [*build.SUITE_TARGETS, ENGINE])
    chosen = [Toolchain(Path(path).resolve().name, Path(path).resolve()) for path in options.wasi_sdk]
    versions = options.clang or (() if chosen else toolchains.DEFAULT_VERSIONS)
    chosen += [toolchains.fetch(version) for version in versions]
    here = _verdicts(tree, tree, programs, options.workers)
    outcomes = [examine(tree, toolchain, programs, here, options.workers) for toolchain in chosen]
    for outcome in outcomes:
        for line in outcome.differing:
            print(f"{outcome.name}: {line}")
        print(f"{outcome.name}: {outcome.same} verdicts as of {_name(tree)}, {len(outcome.differing)} others")
    return 1 if any(outcome.differing for outcome in outcomes) else 0


@dataclass
class Outcome:
    """How modules of one toolchain fared beside those of the tree's own: `differing` has a line
    for each that got another verdict."""

    name: str
    same: int = 0
    differing: list[str] = field(default_factory=list)


Verdicts = dict[tuple[str, str], tuple[str, str]]


def compare(tree: Tree, toolchain: Toolchain, programs: Sequence[Program], workers: int) -> Outcome:
    """Builds and runs these programs with a toolchain, and with the tree's own. Throws UserError."""
    return examine(tree, toolchain, programs, _verdicts(tree, tree, programs, workers), workers)


def examine(
    tree: Tree, toolchain: Toolchain, programs: Sequence[Program], here: Verdicts, workers: int
) -> Outcome:
    """The same where the verdicts of the tree's own modules are known."""
    made = toolchain.build(tree, list(programs))
    there = _verdicts(made, tree, programs, workers)
    outcome = Outcome(_name(made))
    for key in sorted(here):
        (before, _), (after, detail) = here[key], there.get(key, ("no verdict", ""))
        if before == after:
            outcome.same += 1
        else:
            outcome.differing.append(f"{' '.join(key)}: {after} instead of {before}: {detail}")
    return outcome


def _verdicts(of: Tree, tree: Tree, programs: Sequence[Program], workers: int) -> Verdicts:
    """Verdict and detail by revision and program, on the engine that `tree` holds."""
    engine = f"wasmtime={tree.build_dir / 'bin' / ENGINE}"
    scope = Scope(of.programs(), programs, [program.id for program in programs])
    suite_run = SuiteRun(SuiteOptions(runners=["wasmtime"], engines=[engine], workers=workers), of, scope)
    suite_run.execute()
    if suite_run.interrupted:
        raise KeyboardInterrupt
    if suite_run.errors:
        raise UserError(suite_run.errors[0])
    engines = [run for run in suite_run.runs if not run.adapter.is_native]
    return {(run.abi, i): (r["status"], r["detail"]) for run in engines for i, r in run.results.items()}


def _name(tree: Tree) -> str:
    return tree.provenance().get("toolchain", str(tree.build_dir))
