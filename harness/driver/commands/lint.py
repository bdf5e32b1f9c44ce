"""`wali-cts lint`: refuses what would let a program pass, or fail, by accident."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..diagnosis import matrix
from ..linting.lint import lint
from ..linting.refusal import relative
from ..mutation import campaign, mutants, redundancy
from ..suite.layout import Tree


def command(options: Namespace) -> int:
    """Prints each refusal as `file:line: message`; exit status 1 if there are any."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    if options.redundant is not None:
        return _redundant(tree, options.redundant)
    refusals = lint(tree)
    for refusal in refusals:
        print(f"{relative(refusal.path, tree)}:{refusal.line}: {refusal.message}")
    count = len(tree.programs())
    print(f"lint: {count} programs, {len(refusals)} refusal{'s' if len(refusals) != 1 else ''}")
    return 1 if refusals else 0


def _redundant(tree: Tree, mutation: str) -> int:
    """Prints the programs that add nothing, by a file that `mutate --matrix` wrote, the usual one if `mutation` is
    empty. Exit status 1 if one is named that kept.toml does not explain."""
    known = matrix.load(Path(mutation or campaign.default_file(tree))).mutants
    programs, kept = tree.programs(), mutants.read_kept(tree)
    judged = redundancy.judgeable(programs, known, set(tree.calls()))
    found = [program for program in redundancy.redundant(programs, known) if program in judged]
    unexplained = [program for program in found if program.id not in kept]
    for program in unexplained:
        print(f"{program.id}: {program.title}")
    for program in judged:
        if program.id in kept and program not in found:
            print(f"{program.id} is not redundant: kept.toml need not name it")
    counts = f"{len(unexplained)} of {len(judged)} programs, {len(found) - len(unexplained)} more kept for a reason"
    left = len(programs) - len(judged)
    print(f"redundant: {counts}" + (f"; {left} not judged: this matrix lacks their calls" if left else ""))
    return 1 if unexplained else 0
