"""The report's section of causes: what an engine's author reads first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..diagnosis.causes import SHOWN, Cause, Diagnosis
from ..diagnosis.wording import count
from .markup import program_link

_PROGRAMS = 200  # of one list


def section(told: Sequence[Diagnosis]) -> str:
    """The causes of each run that has failures; empty if none has."""
    parts = "".join(_diagnosis(diagnosis) for diagnosis in told if diagnosis.failures)
    if not parts:
        return ""
    return f'<section id="causes"><h2>What to fix first</h2>\n{parts}</section>\n'


def _diagnosis(diagnosis: Diagnosis) -> str:
    shown, later = diagnosis.causes[:SHOWN], diagnosis.causes[SHOWN:]
    title = f"{diagnosis.name}: {count(diagnosis.failures, 'failure')}"
    said = (
        f'{count(len(diagnosis.causes), "likely cause")}. To see a program: <code>{escape(diagnosis.rerun)}</code>'
    )
    head = f'<h3>{escape(title)}</h3> <span class="dim">{said}</span>\n'
    if diagnosis.old:
        head += (
            f'<p class="dim">These may be wrong: the matrix of mutants was made with other versions of '
            f'{count(diagnosis.old, "program")}. Trust the differences of single programs.</p>\n'
        )
    text = f'<div>{head}<ol class="causes-list">{"".join(map(_cause, shown))}</ol>\n'
    if later:
        items = "".join(map(_cause, later))
        title = f"{count(len(later), 'minor cause')} of {count(sum(len(c.programs) for c in later), 'failure')}"
        text += f'<details><summary>{title}</summary><ol class="causes-list">{items}</ol></details>\n'
    text += _programs(f"{count(len(diagnosis.unexplained), 'unexplained failure')}", diagnosis.unexplained)
    return text + "</div>\n"


def _cause(cause: Cause) -> str:
    programs = count(len(cause.programs), "program")
    notes = "; ".join(cause.notes())
    examples = ", ".join(map(program_link, cause.examples))
    others = (
        f'<p class="dim">Explained as well by: {escape(", ".join(cause.others[:5]))}</p>' if cause.others else ""
    )
    return (
        f'<li><span class="count" title="{programs}">{len(cause.programs)}</span><div>'
        f'<p><b>{_sentence(cause.says, cause.calls)}</b> <span class="dim">{_sentence(notes)}</span></p>'
        f"<p>{_sentence(cause.do)}</p>"
        f"<details><summary>{examples}</summary>{others}{_list(cause.programs)}"
        f"{_against(cause)}</details></div></li>\n"
    )


def _against(cause: Cause) -> str:
    return _programs("These pass, although it would break them", cause.against)


def _programs(title: str, ids: list[str]) -> str:
    """A list that opens, or nothing."""
    return f"<details><summary>{escape(title)}</summary>{_list(ids)}</details>\n" if ids else ""


def _list(ids: list[str]) -> str:
    more = f"<li>… and {len(ids) - _PROGRAMS} more</li>" if len(ids) > _PROGRAMS else ""
    return f'<ul>{"".join(f"<li>{program_link(i)}</li>" for i in ids[:_PROGRAMS])}{more}</ul>'


def _sentence(text: str, names: Sequence[str] = ()) -> str:
    """Text with a capital, unless it begins with one of these names, and with an end."""
    begins = text.split(" ", 1)[0].strip(",")
    text = text if begins in names or begins.startswith("_") else text[:1].upper() + text[1:]
    return escape(text if not text or text.endswith(("?", ".")) else f"{text}.")
