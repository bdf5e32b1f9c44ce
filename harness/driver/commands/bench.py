"""`wali-cts bench`: measures what an engine costs, beside the same program run natively, or what a whole run
of the suite costs."""

from __future__ import annotations

import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from ..basics import files, processor_time
from ..basics.errors import UserError
from ..building import build
from ..examining import suite_cost
from ..examining.cost import Bench, select, table
from ..results import completeness
from ..results.suite_run import SuiteOptions, SuiteRun
from ..suite import adapter_files
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, Tree
from . import run

ALTERNATIONS = 15  # unless told otherwise


def command(options: Namespace) -> int:
    """Exit status: 0, or 1 if the engine could not run a measure; of a run of the suite, see `_suite`."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("a bundle has no measures: run `bench` on the sources")
    tree.require_own()
    if options.suite and options.alternations:
        raise UserError("--alternations does not go with --suite: leave one of them out")
    with run.results_directory(options.output or str(tree.output_dir / "bench"), tree) as output:
        return _suite(options, tree, output) if options.suite else _measures(options, tree, output)


def _measures(options: Namespace, tree: Tree, output: Path) -> int:
    chosen = select(options.measures)
    adapter_files.find_one(options.runner, tree)  # before a build that would be in vain
    if not options.no_build:
        build.ensure(tree, ["bench-programs", "wali-wasmtime", "wali-launch"])
    engine, oracle = _engine(tree, options.runner, options.engine), adapter_files.find_one(NATIVE, tree).resolve(
        tree
    )
    abi = options.abi or engine.abi[0]
    if abi not in engine.abi:
        raise UserError(f"runner {engine.name} does not implement {abi}; it has {', '.join(engine.abi)}")
    bench = Bench(tree, oracle, engine, abi, options.alternations or ALTERNATIONS)
    content = bench.execute(chosen)
    print(table(content))
    _write(output / "bench.json", content)
    return 1 if any("error" in measure for measure in content["measures"]) else 0


def _suite(options: Namespace, tree: Tree, output: Path) -> int:
    """Does what `run` does, its report too, and says what it cost. Exit status: 0, whatever the verdicts
    are; 2 if some are lacking, 130 if it was interrupted."""
    scope = run.scope(tree, options.measures)
    if not options.no_build:
        build.ensure(tree, run.build_targets([options.runner], tree))
    before = processor_time.of_children()
    chosen = SuiteOptions(
        runners=[options.runner], abi=options.abi, engines=options.engine, workers=options.workers
    )
    suite_run = SuiteRun(chosen, tree, scope)
    suite_run.execute()
    with tempfile.TemporaryDirectory(prefix="wali-bench-") as directory:
        run.save(suite_run, Path(directory))
    for error in suite_run.errors:
        print(f"wali-cts: error: {error}", file=sys.stderr)
    if not any(made.results for made in suite_run.runs):
        raise UserError("no program was run, so nothing was measured")
    content = suite_cost.content(suite_run, before)
    print(suite_cost.table(content))
    for line in completeness.lines([r.to_json() for r in suite_run.runs], [r.name for r in suite_run.runs]):
        print(line)
    print(suite_cost.verdict(content))
    _write(output / "suite.json", content)
    status = suite_run.status()
    return status if status > 1 else 0


def _write(path: Path, content: dict) -> None:
    """Writes what was shown, and says where. Throws UserError if it cannot be written."""
    files.save(path, files.as_json(content))
    print(f"\n{path}")


def _engine(tree: Tree, runner: str, engines: list[str]) -> Adapter:
    found = adapter_files.find_one(runner, tree)
    return found.resolve(tree, adapter_files.overrides(engines).get(found.name))
