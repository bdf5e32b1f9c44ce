"""Choosing some of the programs."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence

from ..basics.errors import UserError
from .program import Program


def matches(program_id: str, pattern: str) -> bool:
    """Whether an id holds a pattern, or matches it as a glob."""
    return pattern in program_id or fnmatch.fnmatchcase(program_id, pattern)


def matching(programs: list[Program], patterns: Sequence[str]) -> list[Program]:
    """The programs that one of the patterns matches; all if there is no pattern."""
    return [p for p in programs if not patterns or any(matches(p.id, pattern) for pattern in patterns)]


def in_vain(names: Iterable[str], patterns: Sequence[str]) -> str:
    """The patterns that match none of the names, for a sentence: "'a' or 'b'"; "" if there are none."""
    names = list(names)
    vain = [pattern for pattern in dict.fromkeys(patterns) if not any(matches(name, pattern) for name in names)]
    return " or ".join(f"'{pattern}'" for pattern in vain)


def require_all_match(programs: list[Program], patterns: Sequence[str]) -> None:
    """Throws UserError, which names each pattern that matches no program."""
    if vain := in_vain((p.id for p in programs), patterns):
        raise UserError(f"no program matches {vain}; `harness/wali-cts list` shows them")


def select(programs: list[Program], patterns: Sequence[str]) -> list[Program]:
    """As `matching`, for commands that do not begin if a pattern matches none: throws UserError then."""
    require_all_match(programs, patterns)
    return matching(programs, patterns)


def shard(programs: list[Program], part: tuple[int, int]) -> list[Program]:
    """The I-th of N shards: every N-th program from the I-th on, as lit's --run-shard takes.

    lit itself is not asked: it would cut each revision's list, which differ, and the shards
    of an engine would hold programs that those of native do not. Throws UserError if the
    shard is empty.
    """
    number, of = part
    if not (chosen := programs[number - 1 :: of]):
        raise UserError(f"shard {number}/{of} is empty, since {of} shards are more than the chosen programs: take fewer")
    return chosen
