"""Expectation files: their lines, and how a transcript differs from them.

FileCheck alone decides whether a transcript is accepted. What is here reads the same
directives for lint and to say in words where the two part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

DIRECTIVE = re.compile(r"^CHECK:(.*)$")

# How far `difference` looks for a line's partner: keeps it fast on long transcripts.
_LOOKAHEAD = 20

# The parts of a directive's text: a regular expression or a variable. As in FileCheck a
# "]]" inside a bracket expression such as [[NAME:[0-9]+]] does not end the variable.
_NUMERIC = re.compile(
    r"#\s*(?:%(?P<format>[.#\dudxX]+)\s*,)?\s*(?:(?P<define>[A-Za-z_]\w*)\s*:)?\s*(?P<expression>.*)"
)
_STRING = re.compile(r"(?P<name>\$?[A-Za-z_]\w*)(?::(?P<regex>.*))?")


@dataclass(frozen=True)
class Part:
    """A piece of a directive: literal text, a regular expression, or a variable.

    `kind` is "text", "regex", "number" or "string". `text` is the literal, the regular
    expression (of a string variable: where it is defined), or the numeric expression.
    `name` is the variable that is defined (or, for a string, used).
    """

    kind: str
    text: str
    name: str | None = None
    defines: bool = False


def directives(text: str) -> list[tuple[int, str]]:
    """The CHECK lines of an expectation: line number and pattern."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := DIRECTIVE.match(line):
            found.append((number, match[1].strip()))
    return found


def misread(line: str) -> str | None:
    """Why a line of an expectation would not do what it seems to, or None: FileCheck passes
    over a misspelt directive in silence, and obeys one inside of a comment."""
    if DIRECTIVE.match(line) or not line.strip():
        return None
    if not line.startswith("#"):
        return "neither `CHECK: …` nor a comment (#): FileCheck would ignore it or do something else"
    if re.search(r"CHECK(-[A-Z{}0-9-]+)?:", line):
        return "a directive inside of a comment, which FileCheck would obey"
    return None


def unusable(text: str) -> str | None:
    """Why nothing may be judged by an expectation, with its line's number, or None."""
    for number, line in enumerate(text.splitlines(), 1):
        if reason := misread(line):
            return f"line {number}: '{line.strip()}' is {reason}"
    return None if directives(text) else "it has no CHECK line: it would expect nothing"


def parse(pattern: str) -> Iterator[Part]:
    """Splits a pattern into parts. Throws ValueError if a bracket is not closed."""
    position, literal = 0, ""
    while position < len(pattern):
        opening = pattern[position : position + 2]
        if opening not in ("{{", "[["):
            literal += pattern[position]
            position += 1
            continue
        if literal:
            yield Part("text", literal)
            literal = ""
        end = _closing(pattern, position)
        inner = pattern[position + 2 : end]
        yield Part("regex", inner) if opening == "{{" else _variable(inner)
        position = end + 2
    if literal:
        yield Part("text", literal)


def _closing(pattern: str, start: int) -> int:
    """Where the bracket that opens at `start` is closed."""
    if pattern.startswith("{{", start):
        end = pattern.find("}}", start + 2)
        if end < 0:
            raise ValueError("'{{' is not closed")
        while pattern.startswith("}}}", end):  # a brace of the regular expression itself
            end += 1
        return end
    depth, position = 0, start + 2
    while position < len(pattern):
        if depth == 0 and pattern.startswith("]]", position):
            return position
        depth += {"[": 1, "]": -1}.get(pattern[position], 0)
        position += 1
    raise ValueError("'[[' is not closed")


def _variable(inner: str) -> Part:
    if inner.startswith("#"):
        match = _NUMERIC.fullmatch(inner)
        if not match:
            raise ValueError(f"'[[{inner}]]' is no numeric variable")
        return Part("number", match["expression"].strip(), match["define"], match["define"] is not None)
    match = _STRING.fullmatch(inner)
    if not match:
        raise ValueError(f"'[[{inner}]]' is no variable")
    return Part("string", match["regex"] or "", match["name"], match["regex"] is not None)


def numeric_uses(expression: str) -> list[str]:
    """The variables that a numeric expression names."""
    return re.findall(r"(?<![\w.])[A-Za-z_]\w*(?!\s*\()", re.sub(r"0x[0-9A-Fa-f]+", "", expression))


class Matcher:
    """Matches transcript lines against patterns, one after the other, as FileCheck does
    for whole lines: blanks at the ends do not count, and runs of them are one."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def matches(self, pattern: str, line: str) -> bool:
        """Whether the line is what the pattern says; remembers the variables it defines."""
        expression, defined = "", []
        for part in parse(_fold(pattern)):
            body = self._expression(part)
            if part.defines:
                defined.append(part.name)
                expression += f"(?P<v{len(defined) - 1}>{body})"
            else:
                expression += f"(?:{body})"
        try:
            match = re.fullmatch(expression, _fold(line))
        except re.error:
            return False
        if match:
            self.values |= {name: match[f"v{i}"] for i, name in enumerate(defined)}
        return match is not None

    def _expression(self, part: Part) -> str:
        if part.kind == "text":
            return re.escape(part.text)
        if part.kind == "regex" or (part.kind == "string" and part.defines):
            return part.text
        if part.kind == "string":
            return re.escape(self.values.get(part.name, "\0"))
        return self._number(part.text)

    def _number(self, expression: str) -> str:
        if not expression:
            return r"-?(?:0x)?[0-9a-fA-F]+"
        simple = re.fullmatch(r"(?:==\s*)?(\w+)\s*(?:([+-])\s*(\d+))?", expression)
        if not simple:
            return r"-?(?:0x)?[0-9a-fA-F]+"
        base = self.values.get(simple[1], simple[1])
        try:
            offset = int(simple[3] or 0) * (-1 if simple[2] == "-" else 1)
            return re.escape(str(int(base, 0) + offset))
        except ValueError:
            return re.escape(base)


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
    trial = Matcher()
    trial.values = dict(matcher.values)
    return trial.matches(pattern, line)


def _with_values(pattern: str, matcher: Matcher) -> str:
    """The pattern, followed by the values of the variables that it uses."""
    try:
        parts = list(parse(pattern))
    except ValueError:
        return pattern
    used = {name for p in parts if p.kind == "number" for name in numeric_uses(p.text)}
    used |= {p.name for p in parts if p.kind == "string" and not p.defines}
    known = [f"{name} is {matcher.values[name]}" for name in sorted(used) if name in matcher.values]
    return f"{pattern} ({', '.join(known)})" if known else pattern
