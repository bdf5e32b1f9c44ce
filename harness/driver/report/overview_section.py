"""The page's first table: a row for each engine and revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from ..basics.tables import percent
from ..diagnosis.causes import Diagnosis
from ..diagnosis.wording import count
from ..results import completeness
from ..results.results import judged
from ..running.verdict import VERDICTS
from . import causes_section, overview
from .markup import bar, heads, jump
from .overview import Row


def section(runs: Sequence[dict], called: Sequence[str], told: Sequence[Diagnosis]) -> str:
    """The table, or nothing if there are not several engines or revisions to compare."""
    rows = overview.rows(runs, called, told)
    if not rows:
        return ""
    groups = overview.groups(rows)
    turned = "".join(f'<th scope="col" class="turned"><span>{escape(group)}</span></th>' for group in groups)
    head = "".join(heads("Engine", "Share")) + turned + "".join(heads("Cost"))
    bodies = "\n".join(_body(row, groups) for row in rows)
    unlike = overview.unlike(rows)
    notes = "".join(f'<p class="dim">{escape(note)}</p>\n' for note in (unlike, overview.RULE) if note)
    caption = "Engines: share, share by group, cost, causes of failures"
    return (
        '<section id="overview"><h2 class="hidden">Engines side by side</h2>\n'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
        f'<table><caption class="hidden">{caption}</caption><thead><tr>{head}</tr></thead>\n{bodies}</table></div>\n'
        f"{notes}</section>\n"
    )


def _body(row: Row, groups: Sequence[str]) -> str:
    counts = row.groups
    cells = "".join(_group(row.number, group, counts.get(group)) for group in groups)
    version = escape(row.version)
    return (
        f'<tbody><tr><th scope="rowgroup" rowspan="2"><b>{escape(row.engine)}</b> {escape(row.run["abi"])}'
        f'<span class="version dim" title="{version}">{version}</span></th>'
        f"{_share(row)}{cells}{_cost(row)}</tr>\n"
        f'<tr class="why"><td colspan="{len(groups) + 2}">{_causes(row)}</td></tr></tbody>'
    )


def _share(row: Row) -> str:
    totals, mark = row.run["totals"], completeness.mark(row.run)
    share = "–" if totals["share"] is None else percent(totals["share"])
    noted = f' <span class="mark">{mark}</span>' if mark else ""
    return f'<td class="overall">{share}{noted}<span class="dim">{totals["pass"]} of {row.judged}</span></td>'


def _group(number: int, group: str, counts: Mapping[str, int] | None) -> str:
    label = f'data-label="{escape(group)}"'
    of = judged(counts) if counts else 0
    if not of:
        return f'<td {label} class="dim">–</td>'
    share, every = percent(counts["pass"] / of), counts["pass"] == of
    shown = f'<a class="dim" href="#{escape(group)}">{share}</a>' if every else jump(number, group, share)
    return f'<td {label}>{bar(counts, VERDICTS)}{shown}<span class="dim">{counts["pass"]}/{of}</span></td>'


def _cost(row: Row) -> str:
    if not (cost := overview.cost(row.run)):
        return '<td class="cost dim">–</td>'
    seconds, native = cost.seconds.split(", ")
    lines = "".join(f'<span class="dim">{line}</span>' for line in (seconds, native, cost.programs))
    return f'<td class="cost">{cost.times}{lines}</td>'


def _causes(row: Row) -> str:
    if not row.failures:
        return '<span class="dim">No failure.</span>' if row.judged else '<span class="dim">Nothing was judged.</span>'
    items = "".join(
        f'<li><b class="bad">{len(cause.programs)}</b> '
        f'<a href="#{causes_section.place(row.place, n)}">{escape(overview.says(cause))}</a></li>'
        for n, cause in enumerate(row.causes)
    )
    others = f'<li class="dim">{count(row.rest, "failure")} {"besides" if items else "without a known cause"}</li>'
    return f'<ul aria-label="Causes">{items}{others if row.rest else ""}</ul>'
