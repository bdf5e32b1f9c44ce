"""Programs without which nothing would go unnoticed, which `wali-cts lint --redundant` names.

A program earns its place with a mutant that it alone notices, or a cell of its Covers lines
that it alone has. Both are counted: a program is named only if it lacks both. One that
shows what mutants cannot break stays with its reason in expected/mutants/kept.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..suite.layout import TOPIC_GROUPS
from ..suite.program import Program

# Programs that the build makes from the table: one a call, whatever they add.
GENERATED = "abi/pointers/"


def judgeable(programs: Iterable[Program], matrix: list[dict], calls: set[str]) -> list[Program]:
    """The programs that a matrix says something of: those of calls whose mutants it holds;
    those of a topic, and generated ones, only if it holds the mutants of all `calls`."""
    present = {mutant["call"] for mutant in matrix}
    whole = calls <= present
    return [p for p in programs if whole or (p.group not in TOPIC_GROUPS and p.call in present)]


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
