"""Expectation files: their lines, and how a transcript differs from them.

FileCheck decides whether a transcript is accepted. What is here reads the same directives,
for lint, to say in words where the two differ, and to match as FileCheck does where a
process for each transcript would be too slow. A test compares the two.

A line holds on every kernel (`CHECK:`), from a version on (`SINCE-6-10:`, Linux 6.10 and
later), or before a version (`UNTIL-6-10:`, every kernel older than 6.10).
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

# A version of Linux: major and minor number.
Kernel = tuple[int, int]

DIRECTIVE = re.compile(r"^(?P<prefix>CHECK|(?P<when>SINCE|UNTIL)-(?P<major>\d+)-(?P<minor>\d+)):(?P<pattern>.*)$")

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
    `name` is the variable that is defined (or, for a string, used). `format` is a numeric
    variable's own format, such as %x; empty if none is given.
    """

    kind: str
    text: str
    name: str | None = None
    defines: bool = False
    format: str = ""


@functools.cache
def running_kernel() -> Kernel:
    """The version of the kernel that this process runs on."""
    major, minor = re.match(r"(\d+)\.(\d+)", os.uname().release).groups()
    return int(major), int(minor)


def directives(text: str, kernel: Kernel | None = None) -> list[tuple[int, str]]:
    """Line number and pattern of the lines that hold on a kernel (if None, on the running one)."""
    return [(number, match["pattern"].strip()) for number, match in _lines(text) if _holds(match, kernel)]


def prefixes(text: str, kernel: Kernel | None = None) -> list[str]:
    """The prefixes, as FileCheck is given them, of the lines that hold on a kernel: each once."""
    return list(dict.fromkeys(match["prefix"] for _, match in _lines(text) if _holds(match, kernel)))


def versions(text: str) -> list[Kernel]:
    """The kernel versions at which the expectation changes, the oldest first."""
    return sorted({_version(match) for _, match in _lines(text) if match["when"]})


def _lines(text: str) -> Iterator[tuple[int, re.Match]]:
    for number, line in enumerate(text.splitlines(), 1):
        if match := DIRECTIVE.match(line):
            yield number, match


def _version(directive: re.Match) -> Kernel:
    return int(directive["major"]), int(directive["minor"])


def _holds(directive: re.Match, kernel: Kernel | None) -> bool:
    if not directive["when"]:
        return True
    is_newer = (kernel or running_kernel()) >= _version(directive)
    return is_newer == (directive["when"] == "SINCE")


def misread(line: str) -> str | None:
    """Why a line of an expectation would not do what it seems to, or None: FileCheck passes
    over a misspelt directive in silence, and obeys one inside of a comment."""
    if DIRECTIVE.match(line) or not line.strip():
        return None
    if not line.startswith("#"):
        return "neither `CHECK: …`, `SINCE-6-10: …` nor a comment (#): FileCheck would ignore it"
    if re.search(r"(CHECK(-[A-Z{}0-9-]+)?|(SINCE|UNTIL)-\d+-\d+):", line):
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
        return end  # as FileCheck: the first "}}" closes, whatever stands in the expression
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
        expression = match["expression"].strip().removeprefix("==").strip()
        return Part("number", expression, match["define"], match["define"] is not None, match["format"] or "")
    match = _STRING.fullmatch(inner)
    if not match:
        raise ValueError(f"'[[{inner}]]' is no variable")
    return Part("string", match["regex"] or "", match["name"], match["regex"] is not None)


def numeric_uses(expression: str) -> list[str]:
    """The variables that a numeric expression names."""
    return re.findall(r"(?<![\w.])[A-Za-z_]\w*\b(?!\s*\()", re.sub(r"0x[0-9A-Fa-f]+", "", expression))


# The digits of a number by the letter of its format.
_DIGITS = {"u": "[0-9]+", "d": "-?[0-9]+", "x": "[0-9a-f]+", "X": "[0-9A-F]+"}
_FORMAT = re.compile(r"(?P<alternate>#?)(?:\.(?P<precision>\d+))?(?P<letter>[udxX])")
_OPERATION = re.compile(r"\s*(0x[0-9A-Fa-f]+|\d+|[A-Za-z_]\w*|[-+(),])")
_FUNCTIONS = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a // b,
    "max": max,
    "min": min,
}


@dataclass(frozen=True)
class Number:
    """The value of a numeric variable or expression, and the format in which it is written:
    that of its variable unless one is given. Literals have none."""

    value: int
    format: str = ""

    def written(self, form: str = "") -> str:
        """As FileCheck writes it, in its own format or in another. Throws ValueError if that
        format cannot hold the value."""
        match = _format(form or self.format)
        if self.value < 0 and match["letter"] != "d":
            raise ValueError(f"{self.value} is below 0, which %{match[0]} cannot be")
        digits = format(abs(self.value), {"u": "d", "d": "d"}.get(match["letter"], match["letter"]))
        sign, lead = "-" if self.value < 0 else "", "0x" if match["alternate"] else ""
        return sign + lead + digits.zfill(int(match["precision"] or 0))


def _format(form: str) -> re.Match:
    match = _FORMAT.fullmatch(form or "u")
    if not match:
        raise ValueError(f"'%{form}' is no format of a number")
    return match


def _shape_of(form: str) -> str:
    """The regular expression of a number that may have any value."""
    match = _format(form)
    digits = _DIGITS[match["letter"]]
    if match["precision"]:
        digits = digits.replace("+", f"{{{match['precision']},}}")
    return ("0x" if match["alternate"] else "") + digits


class _Evaluation:
    """The value of a numeric expression; FileCheck's operators are + and -, from left to right,
    and the functions above."""

    def __init__(self, expression: str, numbers: dict[str, Number]) -> None:
        self.words, self.numbers, position = [], numbers, 0
        while position < len(expression.rstrip()):
            match = _OPERATION.match(expression, position)
            if not match:
                raise ValueError(f"'{expression}' is no numeric expression")
            self.words.append(match[1])
            position = match.end()

    def result(self) -> Number:
        number = self._sum()
        if self.words:
            raise ValueError(f"'{self.words[0]}' does not belong into a numeric expression")
        return number

    def _sum(self) -> Number:
        left = self._operand()
        while self.words and self.words[0] in "+-":
            operation = "add" if self.words.pop(0) == "+" else "sub"
            left = self._combined(operation, left, self._operand())
        return left

    def _operand(self) -> Number:
        word = self._next()
        if word == "(":
            return self._until(self._sum(), ")")
        if word[0].isdigit():
            return Number(int(word, 0) if word.startswith("0x") else int(word))
        if word in _FUNCTIONS and self.words[:1] == ["("]:
            self._next()
            left = self._until(self._sum(), ",")
            return self._until(self._combined(word, left, self._sum()), ")")
        if word not in self.numbers:
            raise ValueError(f"{word} is no number that was captured")
        return self.numbers[word]

    def _combined(self, operation: str, left: Number, right: Number) -> Number:
        if left.format and right.format and left.format != right.format:
            raise ValueError("two numbers of different formats, and no format for the result")
        if operation == "div" and right.value == 0:
            raise ValueError("a division by 0")
        return Number(_FUNCTIONS[operation](left.value, right.value), left.format or right.format)

    def _next(self) -> str:
        if not self.words:
            raise ValueError("a numeric expression ends too early")
        return self.words.pop(0)

    def _until(self, number: Number, word: str) -> Number:
        if self._next() != word:
            raise ValueError(f"a numeric expression lacks its '{word}'")
        return number


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
                letter = _format(part.format)["letter"]
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
            return _shape_of(part.format)
        if part.kind == "number":
            return re.escape(_Evaluation(part.text, self.numbers).result().written(part.format))
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
