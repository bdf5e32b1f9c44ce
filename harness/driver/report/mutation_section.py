"""The report's section of mutants: what the suite notices."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..basics.tables import percent
from ..diagnosis.matrix import BEHAVIOUR, INTERFACE
from ..diagnosis.wording import count
from ..mutation import scores
from .markup import bar, heads, table

_SHOWN = 200  # entries of a list

_TITLES = {INTERFACE: "What calls take and give", BEHAVIOUR: "What calls do"}

# What becomes of a mutant, in the order of the bar, and how it is headed.
_FATES = {
    "noticed": "a program fails",
    "elsewhere": "only of another group",
    "otherwise": "crashes, hangs",
    "survived": "survived",
    "unreached": "not reached",
    "equivalent": "no difference",
}


def section(entries: Sequence[dict]) -> str:
    """The mutation score of each group, and who survives, of the entries of a mutation.json."""
    if not entries:
        return ""
    parts = "".join(_class(name, of_class) for name, of_class in scores.by_class(list(entries)).items())
    return f'<section id="mutation"><h2>What the suite notices</h2>\n{parts}</section>\n'


def _class(name: str, entries: Sequence[dict]) -> str:
    every = scores.Score.of(entries)
    rows = [_score(group, score) for group, score in sorted(scores.scores(entries, "group").items())]
    rows.append(_score("all", every, "sum"))
    head = heads("Group", "", "mutants", *_FATES.values(), "of all", "of different", numbers=3 + len(_FATES))
    return (
        f"<h3>{_TITLES[name]}</h3>\n<p>"
        f"{every.mutants} faults were put into the embedded engine, one at a time. At least one program fails on "
        f"<b>{percent(every.of_all)}</b> of them, and on <b>{percent(every.of_different)}</b> of those that make a "
        "difference a program could see.</p>\n"
        f"{table(head, rows, f'Mutation score by group: {name}')}{_survivors(entries)}\n"
    )


def _fates(score: scores.Score) -> dict[str, int]:
    counts = (score.failed - score.elsewhere, score.elsewhere, score.otherwise)
    return dict(zip(_FATES, (*counts, score.survived, score.unreached, score.equivalent)))


def _score(group: str, score: scores.Score, style: str = "") -> str:
    fates = _fates(score)
    numbers = [score.mutants, *fates.values(), percent(score.of_all), percent(score.of_different)]
    cells = "".join(f'<td class="number">{number}</td>' for number in numbers)
    return (
        f'<tr class="{style}"><th scope="row">{escape(group)}</th><td>{bar(fates, tuple(_FATES))}</td>{cells}</tr>'
    )


def _survivors(entries: Sequence[dict]) -> str:
    alive = [e for e in entries if e["status"] in ("survived", "unreached")]
    if not alive:
        return ""
    items = "".join(
        f"<li><code>{escape(e['call'])}:{escape(e['operator'])}</code> {escape(e.get('sentence', ''))}</li>"
        for e in alive[:_SHOWN]
    )
    more = f"<li>… and {len(alive) - _SHOWN} more</li>" if len(alive) > _SHOWN else ""
    title = f"{count(len(alive), 'fault')} that no program notices"
    return f"<details><summary>{title}</summary><ul>{items}{more}</ul></details>"
