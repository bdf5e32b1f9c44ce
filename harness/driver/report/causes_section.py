"""The report's section of causes: what an engine's author reads first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..diagnosis.causes import SHOWN, Cause, Diagnosis
from ..diagnosis.wording import count
from .markup import Address, on_this_page, program_link

_PROGRAMS = 200  # of one list


def section(told: Sequence[Diagnosis], address: Address = on_this_page) -> str:
    """The causes of each run that has failures; empty if none has."""
    parts = "".join(_diagnosis(n, diagnosis, address) for n, diagnosis in enumerate(told) if diagnosis.failures)
    if not parts:
        return ""
    return f'<section id="causes"><h2>What to fix first</h2>\n{parts}</section>\n'


def place(run: int, number: int) -> str:
    """The id of a cause's place: of the causes of a run, both counted from 0."""
    return f"cause-{run}-{number}"


def _diagnosis(run: int, diagnosis: Diagnosis, address: Address) -> str:
    shown, later = diagnosis.causes[:SHOWN], diagnosis.causes[SHOWN:]
    title = f"{diagnosis.name}: {count(diagnosis.failures, 'failure')}"
    said = (
        f'{count(len(diagnosis.causes), "likely cause")}. To see a program: <code>{escape(diagnosis.rerun)}</code>'
    )
    head = f'<h3>{escape(title)}</h3> <span class="dim">{said}</span>\n'
    if diagnosis.old:
        head += (
            f'<p class="dim">These may be wrong: the matrix of mutants was made with other versions of '
            f'{count(diagnosis.old, "failing program")}. Trust the differences of single programs.</p>\n'
        )
    items = "".join(_cause(cause, address, place(run, n)) for n, cause in enumerate(shown))
    text = f'<div>{head}<ol class="causes-list">{items}</ol>\n'
    if later:
        items = "".join(_cause(cause, address, place(run, n)) for n, cause in enumerate(later, SHOWN))
        title = f"{count(len(later), 'minor cause')} of {count(sum(len(c.programs) for c in later), 'failure')}"
        text += f'<details><summary>{title}</summary><ol class="causes-list">{items}</ol></details>\n'
    text += _programs(f"{count(len(diagnosis.unexplained), 'unexplained failure')}", diagnosis.unexplained, address)
    return text + "</div>\n"


def _cause(cause: Cause, address: Address, place: str) -> str:
    programs = count(len(cause.programs), "program")
    notes = "; ".join(cause.notes())
    examples = ", ".join(program_link(i, address) for i in cause.examples)
    others = (
        f'<p class="dim">Explained as well by: {escape(", ".join(cause.others[:5]))}</p>' if cause.others else ""
    )
    return (
        f'<li id="{place}"><span class="count" title="{programs}">{len(cause.programs)}</span><div>'
        f'<p><b>{_sentence(cause.says, cause.calls)}</b> <span class="dim">{_sentence(notes)}</span></p>'
        f"<p>{_sentence(cause.do)}</p>"
        f"<details><summary>{examples}</summary>{others}{_list(cause.programs, address)}"
        f"{_programs('These pass, although it would break them', cause.against, address)}</details></div></li>\n"
    )


def _programs(title: str, ids: list[str], address: Address) -> str:
    """A list that opens, or nothing."""
    return f"<details><summary>{escape(title)}</summary>{_list(ids, address)}</details>\n" if ids else ""


def _list(ids: list[str], address: Address) -> str:
    more = f"<li>… and {len(ids) - _PROGRAMS} more</li>" if len(ids) > _PROGRAMS else ""
    return f'<ul>{"".join(f"<li>{program_link(i, address)}</li>" for i in ids[:_PROGRAMS])}{more}</ul>'


def _sentence(text: str, names: Sequence[str] = ()) -> str:
    """Text with a capital, unless it begins with one of these names, and with an end."""
    begins = text.split(" ", 1)[0].strip(",")
    text = text if begins in names or begins.startswith("_") else text[:1].upper() + text[1:]
    return escape(text if not text or text.endswith(("?", ".")) else f"{text}.")
