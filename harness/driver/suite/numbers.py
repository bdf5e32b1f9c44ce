"""Numeric variables and expressions of an expectation, as FileCheck evaluates and writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
        match = format_of(form or self.format)
        if self.value < 0 and match["letter"] != "d":
            raise ValueError(f"{self.value} is below 0, which %{match[0]} cannot be")
        digits = format(abs(self.value), {"u": "d", "d": "d"}.get(match["letter"], match["letter"]))
        sign, lead = "-" if self.value < 0 else "", "0x" if match["alternate"] else ""
        return sign + lead + digits.zfill(int(match["precision"] or 0))


def format_of(form: str) -> re.Match:
    """The parts of a format such as #.8x: alternate, precision and letter."""
    match = _FORMAT.fullmatch(form or "u")
    if not match:
        raise ValueError(f"'%{form}' is not a number format")
    return match


def shape_of(form: str) -> str:
    """The regular expression of a number that may have any value."""
    match = format_of(form)
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
                raise ValueError(f"'{expression}' is not a numeric expression")
            self.words.append(match[1])
            position = match.end()

    def result(self) -> Number:
        number = self._sum()
        if self.words:
            raise ValueError(f"'{self.words[0]}' does not belong in a numeric expression")
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
            raise ValueError(f"{word} is not a captured number")
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


def evaluate(expression: str, numbers: dict[str, Number]) -> Number:
    """The value of a numeric expression, given those of its variables. Throws ValueError."""
    return _Evaluation(expression, numbers).result()
