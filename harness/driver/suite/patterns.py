"""The pattern of an expectation's line: literal text, regular expressions and variables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
            raise ValueError(f"'[[{inner}]]' is not a numeric variable")
        expression = match["expression"].strip().removeprefix("==").strip()
        return Part("number", expression, match["define"], match["define"] is not None, match["format"] or "")
    match = _STRING.fullmatch(inner)
    if not match:
        raise ValueError(f"'[[{inner}]]' is not a variable")
    return Part("string", match["regex"] or "", match["name"], match["regex"] is not None)


def numeric_uses(expression: str) -> list[str]:
    """The variables that a numeric expression names."""
    return re.findall(r"(?<![\w.])[A-Za-z_]\w*\b(?!\s*\()", re.sub(r"0x[0-9A-Fa-f]+", "", expression))
