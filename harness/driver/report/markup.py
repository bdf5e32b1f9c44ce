"""Pieces of HTML that several parts of the report share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

# The address of a program's place, by the program's id.
Address = Callable[[str], str]


def document(title: str, style: str, body: str, policy: str) -> str:
    """A page. Its policy is what it may load beside what is written in it."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; {policy}; img-src data:">\n'
        f'<link rel="icon" href="data:,"><title>{escape(title)}</title>\n'
        f"{style}</head><body>\n{body}</body></html>\n"
    )


def table(head: Sequence[str], rows: Sequence[str], caption: str) -> str:
    """A table from its ready header cells and rows; it scrolls sideways where it is too wide."""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f'<caption class="hidden">{escape(caption)}</caption>'
        f"<thead><tr>{''.join(head)}</tr></thead>\n<tbody>{chr(10).join(rows)}</tbody></table></div>\n"
    )


def heads(*titles: str, numbers: int = 0) -> list[str]:
    """Header cells from plain text; the last `numbers` of them stand over numbers."""
    plain = [f'<th scope="col">{escape(title)}</th>' for title in titles[: len(titles) - numbers]]
    return plain + [f'<th scope="col" class="number">{escape(title)}</th>' for title in titles[len(plain) :]]


def bar(counts: Mapping[str, int], kinds: Sequence[str]) -> str:
    """One bar with a piece for each kind; what stands beside it says the same in words."""
    total = sum(counts[kind] for kind in kinds) or 1
    pieces, x = [], 0.0
    for kind in kinds:
        width = 100 * counts[kind] / total
        if width:
            pieces.append(f'<rect class="{kind}" x="{x:.2f}" width="{width:.2f}" height="10"/>')
        x += width
    frame = 'class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"'
    return f"<svg {frame}>{''.join(pieces)}</svg>"


def on_this_page(program_id: str) -> str:
    """A program's place in the table of calls, which the script opens."""
    return f"#{program_id}"


def program_link(program_id: str, address: Address = on_this_page) -> str:
    return f'<a href="{escape(address(program_id))}"><code>{escape(program_id)}</code></a>'


def jump(number: int, group: str, text: str, style: str = "") -> str:
    """A link to what the run of this number did not pass; without the script it leads to the group."""
    return (
        f'<a class="{style}" href="#{escape(group or "calls")}" data-engine="{number}" data-group="{escape(group)}">'
        f"{escape(text)}</a>"
    )
