"""The differences between transcripts and expectations, read back; and the engine's own lines in them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ..running.verdict import body_and_ending

# A line of the engine's own is known by this: it comes in so many programs and is no observation.
_OWN_IN = 3

BLOCKED = "blocked: "
_DIGITS = re.compile(r"0x[0-9a-fA-F]+|\b[0-9A-F]{8,}\b|\d+")


@dataclass(frozen=True)
class Difference:
    """A transcript beside its expectation, without the engine's own words: how many lines agree
    at first, and then what was expected and what was printed."""

    agreeing: int
    expected: tuple[str, ...]
    got: tuple[str, ...]

    @property
    def opening(self) -> str:
        """Where and how the two part. Two transcripts that agree in it may differ further on."""
        return f"{self.agreeing} {self.got[0] if self.got else ''}"


def read_difference(text: str, own: frozenset[str] = frozenset()) -> Difference:
    """Reads what `expectation.difference` wrote. `own` are lines to set aside, as `plain` makes them."""
    agreeing, expected, got = 0, [], []
    for line in text.splitlines():
        sign, rest = line[:2], line[2:]
        if sign == "+ " and plain(rest) in own:
            continue
        if sign == "  " and not expected and not got:
            agreeing += 1
        elif sign == "- ":
            expected.append(rest)
        elif sign == "+ ":
            got.append(rest)
    return Difference(agreeing, tuple(expected), tuple(got))


def plain(line: str) -> str:
    """A line of an engine's without what varies: blanks at its beginning, numbers, quoted names."""
    line = line.replace("\\x20", " ").strip()
    return _DIGITS.sub("N", re.sub(r'"[^"]*"', '""', line))


def own_words(tests: list[dict]) -> frozenset[str]:
    """Lines of these failures that the engine must have printed: no program prints them, and
    they come in several programs."""
    seen: dict[str, set[str]] = defaultdict(set)
    for test in tests:
        for line in test.get("difference", "").splitlines():
            if line.startswith("+ ") and _is_foreign(line[2:]):
                seen[plain(line[2:])].add(test["id"])
    return frozenset(line for line, ids in seen.items() if len(ids) >= _OWN_IN)


def _is_foreign(line: str) -> bool:
    """Whether a line is no observation, no ending and nothing of the suite's own."""
    is_ending = body_and_ending(line + "\n")[1] != ""
    return not (is_ending or line.startswith(BLOCKED) or re.match(r"[^!<\[]*? = ", line))
