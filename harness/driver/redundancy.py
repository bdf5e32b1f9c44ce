"""`wali-cts lint --redundant`: programs without which nothing would go unnoticed.

A program earns its place with a mutant that it alone notices, or a cell of its Covers lines
that it alone has. Both are counted: a program is named only if it lacks both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .diagnose import load_matrix
from .tree import Program, Tree

# Programs that the build makes from the table: one a call, whatever they add.
GENERATED = "abi/pointers/"


def command(tree: Tree, mutation: Path) -> int:
    """Prints them; exit status 0, since a reader decides what to do."""
    programs = tree.programs()
    found = redundant(programs, load_matrix(mutation))
    for program in found:
        print(f"{program.id}: {program.title}")
    print(f"redundant: {len(found)} of {len(programs)} programs")
    return 0


def redundant(programs: Iterable[Program], matrix: list[dict]) -> list[Program]:
    """The programs that notice no mutant alone and cover no cell alone; generated ones are
    not among them."""
    programs = list(programs)
    alone = {mutant["programs"][0] for mutant in matrix if len(mutant["programs"]) == 1}
    cells = Counter(cell for program in programs for cell in _cells(program))
    return [
        program
        for program in programs
        if program.id not in alone
        and not program.id.startswith(GENERATED)
        and all(cells[cell] > 1 for cell in _cells(program))
    ]


def _cells(program: Program) -> set[tuple[str, str]]:
    return {(call, cell) for call, cell, _ in program.covers}
