"""How a transcript differs from an expectation.

FileCheck decides whether a transcript is accepted. This module reads the same directives, to
say in words where the two differ, and to match as FileCheck does where a process for each
transcript would be too slow. A test compares the two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from .expectation import Kernel, directives
from .numbers import Number, evaluate, format_of, shape_of
from .patterns import Part, numeric_uses, parse

# How far `difference` looks for a line's partner: keeps it fast on long transcripts.
_LOOKAHEAD = 20


@dataclass
class Matcher:
    """Matches transcript lines against patterns, one after the other, as FileCheck does
    for whole lines: blanks at the ends do not count, and runs of them are one."""

    strings: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)

    def matches(self, pattern: str, line: str) -> bool:
        """Whether the line is what the pattern says; remembers the variables it defines."""
        try:
            expression, defined = self._expression(pattern)
            match = re.fullmatch(expression, _fold(line))
        except (re.error, ValueError):
            return False
        if not match:
            return False
        for group, part in defined.items():
            if part.kind == "number":
                letter = format_of(part.format)["letter"]
                value = int(match[group], 16 if letter in "xX" else 10)
                self.numbers[part.name] = Number(value, part.format or "u")
            else:
                self.strings[part.name] = match[group]
        return True

    def shown(self, name: str) -> str | None:
        """A captured variable as it was printed."""
        return self.numbers[name].written() if name in self.numbers else self.strings.get(name)

    def _expression(self, pattern: str) -> tuple[str, dict[str, Part]]:
        """The pattern as a regular expression, and the groups that define variables."""
        expression, groups, defined = "", {}, {}
        for part in parse(_fold(pattern)):
            if part.defines:
                group = f"v{len(defined)}"
                expression += f"(?P<{group}>{self._body(part)})"
                defined[group], groups[part.name] = part, group
            elif part.kind == "string" and part.name in groups:
                expression += f"(?P={groups[part.name]})"
            else:
                expression += f"(?:{self._body(part)})"
        return expression, defined

    def _body(self, part: Part) -> str:
        if part.kind == "text":
            return re.escape(part.text)
        if part.kind == "number" and not part.text:
            return shape_of(part.format)
        if part.kind == "number":
            return re.escape(evaluate(part.text, self.numbers).written(part.format))
        if part.kind == "regex" or part.defines:
            return part.text
        if part.name not in self.strings:
            raise ValueError(f"{part.name} was not captured")
        return re.escape(self.strings[part.name])


def accepts(expectation: str, transcript: str, kernel: Kernel | None = None) -> bool:
    """Whether FileCheck, with the options that the driver gives it, accepts a transcript."""
    matcher, lines = Matcher(), [line for line in transcript.splitlines() if line.strip()]
    patterns = [pattern for _, pattern in directives(expectation, kernel)]
    return len(lines) == len(patterns) and all(map(matcher.matches, patterns, lines))


def _fold(line: str) -> str:
    return re.sub(r"[ \t]+", " ", line.strip(" \t"))


def first_difference(expectation: str, transcript: str) -> str:
    """Where the transcript first parts from the expectation, in one line; "" if nowhere."""
    matcher = Matcher()
    expected = [pattern for _, pattern in directives(expectation)]
    for number, (pattern, line) in enumerate(zip_longest(expected, transcript.splitlines()), 1):
        if pattern is None:
            return f"line {number}: expected no more, got: {line}"
        if line is None:
            return f"line {number}: expected: {pattern}, got no more"
        if not matcher.matches(pattern, line):
            return f"line {number}: expected: {_with_values(pattern, matcher)}, got: {line}"
    return ""


def difference(expectation: str, transcript: str) -> str:
    """Expected and got, line by line: "  " agrees, "- " is lacking, "+ " is too much."""
    patterns = [pattern for _, pattern in directives(expectation)]
    lines = transcript.splitlines()
    out, matcher, i = [], Matcher(), 0
    for j, line in enumerate(lines):
        if i < len(patterns) and matcher.matches(patterns[i], line):
            out.append(f"  {line}")
            i += 1
            continue
        later = _found_later(patterns, i, line, matcher)
        if later is not None:
            out += [f"- {_with_values(p, matcher)}" for p in patterns[i:later]]
            matcher.matches(patterns[later], line)
            out.append(f"  {line}")
            i = later + 1
        elif i < len(patterns) and not _wanted_later(patterns[i], lines[j + 1 :], matcher):
            out += [f"- {_with_values(patterns[i], matcher)}", f"+ {line}"]
            i += 1
        else:
            out.append(f"+ {line}")
    return "\n".join(out + [f"- {_with_values(p, matcher)}" for p in patterns[i:]])


def _found_later(patterns: list[str], start: int, line: str, matcher: Matcher) -> int | None:
    for index in range(start, min(start + _LOOKAHEAD, len(patterns))):
        if _try(patterns[index], line, matcher):
            return index
    return None


def _wanted_later(pattern: str, lines: list[str], matcher: Matcher) -> bool:
    return any(_try(pattern, line, matcher) for line in lines[:_LOOKAHEAD])


def _try(pattern: str, line: str, matcher: Matcher) -> bool:
    return Matcher(dict(matcher.strings), dict(matcher.numbers)).matches(pattern, line)


def _with_values(pattern: str, matcher: Matcher) -> str:
    """The pattern, followed by the values of the variables that it uses."""
    try:
        parts = list(parse(pattern))
    except ValueError:
        return pattern
    used = {name for p in parts if p.kind == "number" for name in numeric_uses(p.text)}
    used |= {p.name for p in parts if p.kind == "string" and not p.defines}
    known = [f"{name} is {value}" for name in sorted(used) if (value := matcher.shown(name)) is not None]
    return f"{pattern} ({', '.join(known)})" if known else pattern
