"""As much of C++ as lint needs: where a program judges instead of printing."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKENS = re.compile(
    r"""//[^\n]*|/\*.*?\*/                          # comments
      | R"(?P<raw>[^()\s]*)\(.*?\)(?P=raw)"          # raw strings
      | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'    # strings and characters
      | \#[^\n]*                                     # preprocessor lines
      | [A-Za-z_]\w* | && | \|\| | [^\s\w] | \d[\w.']*
    """,
    re.VERBOSE | re.DOTALL,
)
_CONDITIONAL = ("if", "else", "switch", "while", "do")
_REPORT = re.compile(r"report(_\w+)?")
_CHOICES = {"?", "==", "!=", "&&", "||", "!"}


def conditional_reports(text: str) -> list[int]:
    """The lines of the calls of report that a condition decides on.

    Those are the ones in a statement that `if`, `else`, `switch`, `while` or `do` governs,
    and those right behind `&&` or `||`. `for` governs nothing here: a table of cases is
    walked whole.
    """
    tokens = _tokens(text)
    found: set[int] = set()
    for index, (word, _) in enumerate(tokens):
        if word in _CONDITIONAL:
            end = _statement_end(tokens, _after_condition(tokens, index))
            found.update(line for word, line in _report_calls(tokens, index, end))
        elif word in ("&&", "||") and index + 1 < len(tokens):
            found.update(line for _, line in _report_calls(tokens, index + 1, index + 2))
    return sorted(found)


def chosen_reports(text: str) -> list[int]:
    """The lines of the calls of report in which an operator decides what is printed: `? :`, a
    comparison for (in)equality, `&&`, `||` or `!`."""
    tokens = _tokens(text)
    return sorted({line for line, inner in _arguments(tokens, _REPORT) if _CHOICES.intersection(_pairs(inner))})


def packed_digits(text: str) -> list[int]:
    """The lines where several values are packed into the digits of one number: `a * 10 + b`.
    A number read from its decimal digits (`c - '0'`) is none."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(r"\* 10+ \+ |\+ \w+ \* 10+\b", line) and "'0'" not in line and _is_packing(line):
            found.append(number)
    return found


def _is_packing(line: str) -> bool:
    return bool(re.search(r"\breturn\b|\breport\w*\(|\b(\w+) = \1 \* 10", line)) and "tv_" not in line


def compared_results(text: str) -> list[int]:
    """The lines of the calls of `compared` that take what a system call returned: the call
    itself, or a variable that was set from one."""
    tokens = _tokens(text)
    results = _results(tokens)
    return sorted(
        line
        for line, inner in _arguments(tokens, re.compile("compared"))
        if any(word in results or word == "sys" for word in inner)
    )


def _results(tokens: list[tuple[str, int]]) -> set[str]:
    """The names of variables and members that are set from a system call, or are a Result."""
    words, found = [word for word, _ in tokens], set()
    for index, word in enumerate(words[:-1]):
        if word == "Result" and re.fullmatch(r"[A-Za-z_]\w*", words[index + 1]):
            found.add(words[index + 1])
        elif word == "=" and (target := _target(words, index)) and words[index + 1 : index + 3] == ["sys", ":"]:
            found.add(target)
    return found


def _target(words: list[str], index: int) -> str | None:
    """The variable or member that the `=` at `index` sets."""
    index -= 1
    if words[index] == "]":
        while index > 0 and words[index] != "[":
            index -= 1
        index -= 1
    return words[index] if re.fullmatch(r"[A-Za-z_]\w*", words[index]) else None


def _arguments(tokens: list[tuple[str, int]], name: re.Pattern) -> Iterator[tuple[int, list[str]]]:
    """Line and words of the arguments of each call of a function whose name matches."""
    for index, (word, line) in enumerate(tokens[:-1]):
        if name.fullmatch(word) and tokens[index + 1][0] == "(":
            end = _closing(tokens, index + 1, "(", ")")
            yield line, [inner for inner, _ in tokens[index + 2 : end]]


def _pairs(words: list[str]) -> set[str]:
    """The words, and the signs of two characters that neighbours make."""
    return {*words, *(a + b for a, b in zip(words, words[1:]) if len(a) == len(b) == 1)}


def _tokens(text: str) -> list[tuple[str, int]]:
    """Words and signs with their lines; comments, strings and preprocessor lines are left out."""
    found, line, position = [], 1, 0
    for match in _TOKENS.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        word = match[0]
        if word.startswith(("//", "/*", "#", '"', "'", 'R"')):
            word = '""' if word[0] in "\"'R" else ""
        if word:
            found.append((word, line))
    return found


def _report_calls(tokens: list[tuple[str, int]], start: int, end: int) -> list[tuple[str, int]]:
    return [
        tokens[i]
        for i in range(start, min(end, len(tokens) - 1))
        if _REPORT.fullmatch(tokens[i][0]) and tokens[i + 1][0] == "("
    ]


def _after_condition(tokens: list[tuple[str, int]], index: int) -> int:
    """Where the statement starts that the keyword at `index` governs."""
    index += 1
    if index < len(tokens) and tokens[index][0] == "constexpr":
        index += 1
    if index < len(tokens) and tokens[index][0] == "(":
        return _closing(tokens, index, "(", ")") + 1
    return index


def _statement_end(tokens: list[tuple[str, int]], index: int) -> int:
    """Where the statement that starts at `index` ends (one past it)."""
    if index >= len(tokens):
        return index
    if tokens[index][0] == "{":
        return _closing(tokens, index, "{", "}") + 1
    if tokens[index][0] in (*_CONDITIONAL, "for"):
        return _statement_end(tokens, _after_condition(tokens, index))
    while index < len(tokens) and tokens[index][0] != ";":
        opening = tokens[index][0]
        closing = {"(": ")", "{": "}", "[": "]"}.get(opening)
        index = _closing(tokens, index, opening, closing) + 1 if closing else index + 1
    return index + 1


def _closing(tokens: list[tuple[str, int]], index: int, opening: str, closing: str) -> int:
    """The bracket that closes the one at `index`; the last token if none does."""
    depth = 0
    for position in range(index, len(tokens)):
        depth += {opening: 1, closing: -1}.get(tokens[position][0], 0)
        if depth == 0:
            return position
    return len(tokens) - 1
