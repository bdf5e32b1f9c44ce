"""`wali-cts bench`: measures what an engine costs, beside the same program run natively."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..building import build
from ..examining.cost import Bench, select, table
from ..suite import adapter_files
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, Tree


def command(options: Namespace) -> int:
    """Exit status: 0, or 1 if the engine could not run a measure."""
    tree = Tree.at(options.build_dir)
    if tree.is_bundle:
        raise UserError("a bundle has no measures: run `bench` on the sources")
    tree.require_own()
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
    bench = Bench(tree, oracle, engine, abi, options.alternations)
    content = bench.execute(chosen)
    output = Path(options.output or tree.output_dir / "bench")
    output.mkdir(parents=True, exist_ok=True)
    files.write_json(output / "bench.json", content)
    print(table(content))
    print(f"\n{output / 'bench.json'}")
    return 1 if any("error" in measure for measure in content["measures"]) else 0


def _engine(tree: Tree, runner: str, engines: list[str]) -> Adapter:
    found = adapter_files.find_one(runner, tree)
    return found.resolve(tree, adapter_files.overrides(engines).get(found.name))
