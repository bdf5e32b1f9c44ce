"""Choosing some of the programs."""

from __future__ import annotations

import fnmatch

from ..basics.errors import UserError
from .program import Program


def matches(program_id: str, pattern: str) -> bool:
    """Whether an id holds a pattern, or matches it as a glob."""
    return pattern in program_id or fnmatch.fnmatchcase(program_id, pattern)


def select(programs: list[Program], patterns: list[str]) -> list[Program]:
    """The programs whose ids hold a pattern or match it as a glob.

    Throws UserError for a pattern that matches none.
    """
    if not patterns:
        return programs
    chosen: set[str] = set()
    for pattern in patterns:
        matching = [p.id for p in programs if matches(p.id, pattern)]
        if not matching:
            raise UserError(f"no program matches '{pattern}'; `harness/wali-cts list` shows them")
        chosen.update(matching)
    return [p for p in programs if p.id in chosen]


def shard(programs: list[Program], part: tuple[int, int]) -> list[Program]:
    """The I-th of N shards: every N-th program from the I-th on, as lit's --run-shard takes.

    lit itself is not asked: it would cut each revision's list, which differ, and the shards
    of an engine would hold programs that those of native do not. Throws UserError if the
    shard is empty.
    """
    number, of = part
    if not (chosen := programs[number - 1 :: of]):
        raise UserError(f"shard {number}/{of} is empty: only {len(programs)} programs are chosen")
    return chosen
