"""The summary in Markdown, for a CI's job page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..basics.tables import percent
from ..basics.text import one_line
from ..diagnosis.causes import Diagnosis
from ..diagnosis.wording import count
from ..results import completeness
from ..results.comparison import Change, comparisons, names
from ..results.results import cautions, judged
from ..running.verdict import UNJUDGED, VERDICTS
from . import overview
from .overview import Row

_SHOWN = 50  # lines of a list; the report has them all


def page(content: dict, told: Sequence[Diagnosis] = ()) -> str:
    """The totals, the first causes, what changed between versions, and what did not pass."""
    runs, called = content["runs"], names(content["runs"])
    shown = [v for v in VERDICTS if v in ("pass", "fail") or any(run["totals"][v] for run in runs)]
    lines = ["## WALI conformance", "", *_overview(overview.rows(runs, called, told))]
    lines.append(f"| engine | share | {' | '.join(shown)} |")
    lines.append("|---|--:|" + "--:|" * len(shown))
    for run, name in zip(runs, called):
        totals = run["totals"]
        lines.append(f"| {_escape(name)} | {_share(run)} | {' | '.join(str(totals[v]) for v in shown)} |")
    extent = completeness.programs(runs)
    lines += ["", f"Suite {_escape(content['suite'])}, {extent}. Share = pass ÷ (all − skip − inapplicable).", ""]
    incomplete = [f"- **{_escape(name)}**: {_escape(words)}" for name, words in completeness.said(runs, called)]
    lines += ["These are not all results:", "", *incomplete, ""] if incomplete else []
    notes = [f"- {_escape(name)}: {_escape(note)}" for run, name in zip(runs, called) for note in cautions(run)]
    lines += [*notes, ""] if notes else []
    for diagnosis in told:
        lines += _causes(diagnosis)
    for compared in comparisons(runs):
        title = f"{_escape(called[compared.older])} → {_escape(called[compared.newer])}"
        lines += [f"### {title}: {len(compared.fixed)} fixed, {len(compared.broke)} broke", ""]
        for heading, changes in (("Broke", compared.broke), ("Fixed", compared.fixed), ("Other", compared.other)):
            lines += _list(heading, [_change(change) for change in changes])
    for run, name in zip(runs, called):
        failures = [t for t in run["tests"] if t["status"] not in ("pass", *UNJUDGED)]
        rows = [f"- {t['status']}: `{t['id']}`: {_escape(t['detail'])}" for t in failures]
        lines += _list(f"{_escape(name)}: {len(failures)} did not pass", rows)
    return "\n".join(lines).rstrip() + "\n"


def _overview(rows: list[Row]) -> list[str]:
    """Engines side by side, a row each."""
    if not rows:
        return []
    groups = overview.groups(rows)
    head = ("engine", "version", "revision", "share", *map(_escape, groups), "causes", "cost")
    lines = [f"| {' | '.join(head)} |", f"|---|---|---|--:|{'--:|' * len(groups)}---|---|"]
    lines += [f"| {' | '.join(_row(row, groups))} |" for row in rows]
    unlike = overview.unlike(rows)
    return [*lines, "", *([_escape(unlike), ""] if unlike else []), overview.RULE, ""]


def _row(row: Row, groups: list[str]) -> list[str]:
    counts, cost = row.groups, overview.cost(row.run)
    of_groups = ((of_group["pass"], judged(of_group)) for of_group in (counts.get(g, Counter()) for g in groups))
    return [
        _escape(row.engine),
        _escape(row.version),
        _escape(row.run["abi"]),
        _share(row.run),
        *(f"{percent(passes / of)} ({passes}/{of})" if of else "–" for passes, of in of_groups),
        "<br>".join(_short_causes(row)) or "–",
        f"{cost.times} ({cost.seconds}, {cost.programs})" if cost else "–",
    ]


def _short_causes(row: Row) -> list[str]:
    """The first causes, each with a link to where it stands at length."""
    place = _anchor(_title(row.diagnosis)) if row.diagnosis else ""
    lines = [f"{len(cause.programs)}: [{_escape(overview.says(cause))}](#{place})" for cause in row.causes]
    return [*lines, f"{row.rest} {'besides' if lines else 'without a known cause'}"] if row.rest else lines


def _share(run: dict) -> str:
    share = "–" if run["totals"]["share"] is None else percent(run["totals"]["share"])
    mark = completeness.mark(run)
    return f"{share} ({mark})" if mark else f"**{share}**"


def _title(diagnosis: Diagnosis) -> str:
    return f"{diagnosis.name}: what explains its {count(diagnosis.failures, 'failure')}"


def _anchor(title: str) -> str:
    """What GitHub makes of a heading for its address."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _causes(diagnosis: Diagnosis) -> list[str]:
    """A numbered list, open: it is what a reader wants first."""
    if not diagnosis.causes:
        return []
    lines = [f"### {_escape(_title(diagnosis))}", ""]
    for cause in diagnosis.first:
        said = "; ".join((cause.says, *cause.notes()))
        examples = ", ".join(f"`{i}`" for i in cause.examples)
        lines.append(f"1. **{count(len(cause.programs), 'program')}**: {_escape(said)}, such as {examples}.")
        lines.append(f"   *What to do*: {_escape(cause.do)}.")
    return [*lines, "", *([f"Besides: {diagnosis.rest}.", ""] if diagnosis.rest else [])]


def _change(change: Change) -> str:
    return f"- `{change.id}`: {change.before or 'not run'} → {change.after or 'not run'}"


def _list(heading: str, rows: list[str]) -> list[str]:
    if not rows:
        return []
    more = [f"- … and {len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []
    return ["<details>", f"<summary>{heading}</summary>", "", *rows[:_SHOWN], *more, "", "</details>", ""]


def _escape(text: str) -> str:
    """Plain text: nothing in it is markup, or anything but text."""
    text = one_line(text)
    for character in "\\`*_[]<>|#":
        text = text.replace(character, {"<": "&lt;", ">": "&gt;"}.get(character, "\\" + character))
    return text
