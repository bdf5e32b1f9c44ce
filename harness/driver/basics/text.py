"""Showing text that an engine wrote, or a file that came from elsewhere."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

# What is no character of a line: controls, marks that turn the direction of writing or are not
# seen, halves of characters, and what is none. A terminal obeys some, XML allows few of them.
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def printable(text: str) -> str:
    """`text` with everything that a terminal or a page would not show as it is made visible:
    \\x1b, \\u202e. Newlines and tabs stay. What is printable stays as it is."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in _HIDDEN else _escape(ord(c)) for c in text)


def one_line(text: str) -> str:
    """As `printable`, with newlines and tabs made visible too."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def all_printable(value: object) -> object:
    """What JSON holds, with each string in it printable, the names of members too."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [all_printable(item) for item in value]
    if isinstance(value, dict):
        return {all_printable(name): all_printable(item) for name, item in value.items()}
    return value


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """": did you mean 'X'?" for the one of `known` that a misspelt word is like; "" if it is like none."""
    by_lower = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word.lower(), by_lower, 1)
    return f": did you mean '{by_lower[close[0]]}'?" if close else ""


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
