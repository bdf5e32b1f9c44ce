"""A site's page of one call, and the table of calls on its first page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from ..results.results import judged
from ..running.verdict import UNJUDGED
from .markup import heads, program_link, table
from .site_pages import Results, chip, document, head, up

# The worst verdict of several is the first of these.
_WORST = ("crash", "timeout", "missing", "blocked", "fail", "pass", "inapplicable", "skip")


def page(results: Results, address: str, calls: Sequence[str]) -> str:
    """The page of one call. There are several of a name only if one changed its group between results."""
    group, name = calls[-1].split("/")
    parts = "".join(_call(results, which, address) for which in calls)
    body = f"{head(name, [(group, f'index.html#{group}')], address)}<main>{parts}</main>\n"
    return document(f"{name} – WALI conformance", body, address)


def _call(results: Results, call: str, address: str) -> str:
    numbers = results.numbers[call]
    rows = [_of_call(results, number, address) for number in numbers]
    sums = "".join(f"<td>{_passes(results, run, numbers)}</td>" for run in range(len(results.called)))
    rows.insert(0, f'<tr class="sum"><th scope="row">all {len(numbers)}</th>{sums}</tr>')
    title = f"Programs of {call} by engine"
    return (
        f'<section class="call"><h2>Programs</h2>\n{table(heads("Program", *results.called), rows, title)}</section>\n'
        f"{_errors(results, call, address)}{_behaviours(results, call, address)}"
    )


def _of_call(results: Results, number: int, address: str) -> str:
    program_id, sentence, _ = results.packed["programs"][number]
    verdicts = (results.verdict(run, number) for run in range(len(results.called)))
    cells = "".join(f"<td>{chip(v)}</td>" if v else '<td class="dim">–</td>' for v in verdicts)
    to, name = up(address) + results.program_address(program_id), program_id.split("/")[2]
    link = f'<a href="{escape(to)}">{escape(name)}</a>'
    return f'<tr><th scope="row">{link}<p class="dim">{escape(sentence)}</p></th>{cells}</tr>'


def _passes(results: Results, run: int, numbers: Sequence[int]) -> str:
    """How many of some programs an engine passed, and the worst verdict."""
    counts = Counter(filter(None, (results.verdict(run, number) for number in numbers)))
    if not counts:
        return '<span class="dim">–</span>'
    worst, of = next(verdict for verdict in _WORST if counts[verdict]), judged(counts)
    text = f"{counts['pass']}/{of}" if of else worst
    return chip(worst, text if not of or worst in ("pass", *UNJUDGED) else f"{text} {worst}")


def _errors(results: Results, call: str, address: str) -> str:
    errors = results.packed["errors"].get(call)
    if not errors:
        return ""
    items = "".join(
        f"<li><code>{escape(name)}</code>: {_shown(results, shown, address)}</li>" for name, shown in errors.items()
    )
    shown = sum(isinstance(entry, list) for entry in errors.values())
    title = f"Errors of its man page: {shown} of {len(errors)} are shown by a program"
    return f'<section id="errors"><h2>{title}</h2><ul>{items}</ul></section>\n'


def _behaviours(results: Results, call: str, address: str) -> str:
    clauses = results.packed["behaviours"].get(call)
    if not clauses:
        return ""
    items = "".join(
        f'<li>{escape(says)} <span class="dim">{escape(where)}</span>: {_shown(results, shown, address)}</li>'
        for says, where, shown in clauses
    )
    shown = sum(isinstance(entry, list) for _, _, entry in clauses)
    title = f"Documented behaviour: {shown} of {len(clauses)} are shown by a program"
    return f'<section id="behaviour"><h2>{title}</h2><ul>{items}</ul></section>\n'


def _shown(results: Results, shown: list[str] | str, address: str) -> str:
    """The programs that show an error or a behaviour, or why there is none."""
    if not isinstance(shown, list):
        return f"none: {escape(shown)}" if shown else "no program yet"

    def from_here(program_id: str) -> str:
        return up(address) + results.program_address(program_id)

    return ", ".join(program_link(i, from_here) if i in results.known else escape(i) for i in shown)


def every_call(results: Results) -> str:
    """Calls by engines: passes of judged programs, and the worst verdict."""
    rows, group = [], None
    for call in sorted(results.numbers):
        if call.split("/")[0] != group:
            group = call.split("/")[0]
            title = f'<th scope="rowgroup" colspan="{len(results.called) + 1}">{escape(group)}</th>'
            rows.append(f'<tr class="group" id="{escape(group)}">{title}</tr>')
        numbers = results.numbers[call]
        cells = "".join(f"<td>{_passes(results, run, numbers)}</td>" for run in range(len(results.called)))
        link = f'<a href="{escape(results.call_address(call))}">{escape(call.split("/")[1])}</a>'
        rows.append(f'<tr><th scope="row">{link}</th>{cells}</tr>')
    caption = "Calls by engines: passes of judged programs, and the worst verdict"
    made = table(heads("Call", *results.called), rows, caption)
    return made.replace("<table>", '<table id="matrix">', 1)
