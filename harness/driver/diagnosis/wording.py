"""Numbers of things, and lists of names, in a sentence."""

from __future__ import annotations


def count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def some(names: list[str], shown: int) -> str:
    more = f", and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
