"""As much of C++ as lint needs: which calls of `report` stand under a condition."""

from __future__ import annotations

import re

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
