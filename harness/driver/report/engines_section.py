"""The report's section of engines: a card for each run."""

from __future__ import annotations

from html import escape

from ..basics.tables import percent
from ..results import completeness, results
from ..running.verdict import UNJUDGED, VERDICTS
from ..suite.layout import NATIVE
from .markup import bar, jump

# How a sentence counts what did not pass: one program, several.
_PHRASES = {
    "fail": ("differs from Linux", "differ from Linux"),
    "blocked": ("is blocked in set-up", "are blocked in set-up"),
    "crash": ("crashes", "crash"),
    "timeout": ("runs out of time", "run out of time"),
    "missing": ("lacks an import", "lack an import"),
}


def engines(runs: list[dict], called: list[str]) -> str:
    cards = "".join(_card(number, run, name) for number, (run, name) in enumerate(zip(runs, called)))
    return (
        '<section id="engines"><h2 class="hidden">Engines</h2>\n'
        '<p class="rule"><b>Share</b> = pass ÷ (all − skip − inapplicable). '
        "A missing import counts as a failure. A program that this machine cannot judge does not count.</p>\n"
        f'<ul class="cards">{cards}</ul></section>\n'
    )


def _card(number: int, run: dict, name: str) -> str:
    totals = run["totals"]
    share = totals["share"]
    shown = "–" if share is None else percent(share)
    version = run["runner"]["version"]
    version = "version unknown" if version == "unknown" else version
    partial = completeness.is_partial(run)
    state = "dim" if share is None or (share == 1 and partial) else "good" if share == 1 else "bad"
    said = oracle_sentence(totals) if run["abi"] == NATIVE else sentence(totals, partial)
    notes = "".join(f'<p class="dim">{escape(note[0].upper() + note[1:])}.</p>' for note in results.cautions(run))
    lost = totals["all"] - totals["pass"] - sum(totals[v] for v in UNJUDGED)
    link = f" {jump(number, '', 'Show the one' if lost == 1 else f'Show the {lost}')}" if lost else ""
    return (
        f'<li class="card"><h3>{escape(name)}</h3>'
        f'<p class="dim version" title="{escape(version)}">{escape(version)}</p>\n'
        f'<p class="share {state}">{shown}{_mark(run)}</p>{bar(totals, VERDICTS)}{_extent(run)}'
        f"<p>{escape(said)}{link}</p>{notes}</li>\n"
    )


def _mark(run: dict) -> str:
    mark = completeness.mark(run)
    return f' <span class="mark">{mark}</span>' if mark else ""


def _extent(run: dict) -> str:
    """What the run is a part of and what it lacks, or nothing."""
    words = completeness.words(run)
    return f'<p class="bad">{escape(words[:1].upper() + words[1:])}.</p>' if words else ""


def sentence(totals: dict, partial: bool = False) -> str:
    """What an engine's counts mean, in plain words. A part of the suite says nothing of all."""
    judged = totals["all"] - sum(totals[v] for v in UNJUDGED)
    unjudged = totals["all"] - judged
    if not judged:
        return "Nothing could be judged on this machine."
    if totals["pass"] == judged:
        text = f"Behaves as Linux does in all {judged} judged programs."
        if partial:
            text = f"No difference from Linux in what was judged so far, {judged} of the suite's programs."
    else:
        bad = ", ".join(f"{n} {words[n > 1]}" for v, words in _PHRASES.items() if (n := totals[v]))
        text = f"Behaves as Linux does in {totals['pass']} of {judged} judged programs: {bad}."
    return f"{text} {unjudged} not judged on this machine." if unjudged else text


def oracle_sentence(totals: dict) -> str:
    """What native's counts mean: it is Linux that is asked here."""
    judged = totals["all"] - sum(totals[v] for v in UNJUDGED)
    text = f"Linux itself, on this machine, agrees with {totals['pass']} of {judged} expectations"
    if totals["pass"] == judged:
        text = text.replace(f"{totals['pass']} of {judged}", f"all {judged}")
    rest = (
        f"; by the other {judged - totals['pass']} no engine is judged on this machine"
        if totals["pass"] < judged
        else ""
    )
    other = (
        f" {totals['skip']} have no equivalent on Linux, or need something that this machine lacks."
        if totals["skip"]
        else ""
    )
    return f"{text}{rest}.{other}"
