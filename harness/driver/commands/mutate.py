"""`wali-cts mutate`: breaks the embedded engine on purpose, and counts who notices."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..basics import files, tables
from ..basics.errors import UserError
from ..building import build
from ..diagnosis import matrix, printing
from ..mutation import merging, mutants, profiles
from ..mutation.campaign import Mutation, default_file, engine, select
from ..mutation.scores import by_class, scores, table
from ..suite.layout import Tree

_WORST_SHOWN = 10


def command(options: Namespace) -> int:
    """Tries mutants one by one or, with --profile, several at once."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    if options.merge:
        return _merge(options, tree)
    if not options.no_build:
        build.ensure(tree, [*build.SUITE_TARGETS, "wali-wasmtime"])
    return _profiles(options, tree) if options.profile else _mutants(options, tree)


def _profiles(options: Namespace, tree: Tree) -> int:
    """Runs the suite on profiles, and tells how far they are seen through. Exit status 1 if one of
    them misses an aim."""
    chosen = profiles.choose(tree, options.profile)
    outcomes = profiles.examine(tree, chosen, tree.programs(), options.workers, options.output)
    print(profiles.table(outcomes))
    for outcome in outcomes:
        if options.verbose:
            print(f"\n{printing.summary(outcome.diagnosis)}")
        for name in outcome.unnamed:
            print(f"{outcome.profile.name}: not among the first causes: {name}")
        for line in outcome.loud if options.verbose else outcome.loud[:5]:
            print(f"{outcome.profile.name}: tests none of the faults: {line}")
    return 0 if all(map(profiles.meets_aims, outcomes)) else 1


def _mutants(options: Namespace, tree: Tree) -> int:
    """Exit status: 0; 1 if a mutant that is called equivalent was noticed, or one survives that
    survivors.txt does not name; 130 if interrupted (what is done is kept)."""
    adapter = engine(tree)
    every = mutants.from_engine(adapter.command[0])
    if options.update_list:
        mutants.update_list(tree, every)
        print(f"{mutants.directory(tree) / 'list.txt'}: {len(every)} mutants")
        return 0
    if options.shard and options.update_matrix:
        raise UserError(
            "--update-matrix needs all shards: put them together with --merge, and give --update-matrix there"
        )
    chosen = select(every, options.call, options.mutant, options.sample, options.fault_class)
    output = Path(options.output) if options.output else default_file(tree).parent
    whole = options.matrix or options.update_matrix
    made = Mutation(tree, adapter, chosen, output, whole, options.fresh, options.others, options.shard)
    made.execute(options.workers)
    content = made.to_json()
    if not made.interrupted:
        files.write_json(output / "mutation.json", content)
    _print(content, made.complaints(), options.verbose)
    if options.update_matrix and not made.interrupted:
        _ship(tree, content, output / "mutation.json")
    print(f"\n{output / 'mutation.json'}" if not made.interrupted else "interrupted: run it again to go on")
    return 130 if made.interrupted else 1 if made.complaints() else 0


def _merge(options: Namespace, tree: Tree) -> int:
    """Puts shards together. Exit status as of the command that would have tried all."""
    content = merging.merge([Path(name) for name in options.merge])
    complaints = content.pop("complaints")
    output = Path(options.output) if options.output else default_file(tree).parent
    output.mkdir(parents=True, exist_ok=True)
    files.write_json(output / "mutation.json", content)
    _print(content, complaints, options.verbose)
    if options.update_matrix:
        _ship(tree, content, output / "mutation.json")
    print(f"\n{output / 'mutation.json'}")
    return 1 if complaints else 0


def _ship(tree: Tree, content: dict, file: Path) -> None:
    """Puts what was made into the matrix that the sources carry."""
    path = matrix.shipped_file(tree)
    whole = matrix.update(
        matrix.shipped(tree), matrix.load(file), {f"{m['call']}:{m['operator']}" for m in content["mutants"]}
    )
    size = matrix.write(path, whole)
    print(f"{path}: {len(whole.mutants)} mutants that are noticed, {size} bytes")


def _print(content: dict, complaints: list[str], verbose: bool) -> None:
    for fault_class, entries in by_class(content["mutants"]).items():
        _print_class(fault_class, entries, verbose)
    for line in complaints if verbose else complaints[:20]:
        print(line)
    if len(complaints) > 20 and not verbose:
        print(f"… and {len(complaints) - 20} more: --verbose")


def _print_class(fault_class: str, entries: list[dict], verbose: bool) -> None:
    print(f"faults of {'the ' * (fault_class == matrix.INTERFACE)}{fault_class}")
    print(table(entries, "group"))
    of_calls = scores(entries, "call")
    worst = sorted(of_calls, key=lambda call: (of_calls[call].of_different, call))[:_WORST_SHOWN]
    if verbose:
        print(f"\n{table(entries, 'call')}")
    elif len(of_calls) > 1:
        print("\nworst calls: " + ", ".join(f"{c} {tables.percent(of_calls[c].of_different)}" for c in worst))
    print()
