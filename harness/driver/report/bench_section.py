"""Parts of the report that come from other files than results.json: what `mutate` and `bench` wrote."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..diagnosis.causes import count
from ..examining import cost
from ..mutation import campaign
from ..results.results import percent, read_schema
from .markup import bar, heads, table

_SHOWN = 200  # entries of a list


@dataclass(frozen=True)
class Evidence:
    """What those files hold: mutants, and a content for each bench.json."""

    mutants: tuple[dict, ...] = ()
    benches: tuple[dict, ...] = ()


def load(options: Namespace) -> Evidence:
    """What --mutation and --bench name. Throws UserError."""
    return Evidence(
        mutants=tuple(campaign.load(Path(options.mutation))["mutants"]) if options.mutation else (),
        benches=tuple(read_schema(Path(path), cost.SCHEMA, "measures", "bench") for path in options.bench),
    )


# ---- how good the suite is

# What becomes of a mutant, in the order of the bar, and how it is headed.
_FATES = {
    "noticed": "a program fails",
    "otherwise": "crashes, hangs",
    "survived": "survived",
    "unreached": "not reached",
    "equivalent": "no difference",
}


def mutation_section(evidence: Evidence) -> str:
    """The mutation score of each group, and who survives."""
    entries = list(evidence.mutants)
    if not entries:
        return ""
    every = campaign.Score.of(entries)
    rows = [_score(group, score) for group, score in sorted(campaign.scores(entries, "group").items())]
    rows.append(_score("all", every, "sum"))
    head = heads("Group", "", "mutants", *_FATES.values(), "of all", "of different", numbers=3 + len(_FATES))
    return (
        '<section id="mutation"><h2>What the suite notices</h2>\n<p>'
        f"{every.mutants} faults were put into an engine that has none, one at a time. A program fails on "
        f"<b>{percent(every.of_all)}</b> of them, and on <b>{percent(every.of_different)}</b> of those that make a "
        "difference a program could see.</p>\n"
        f"{table(head, rows, 'Mutation score by group')}{_survivors(entries)}</section>\n"
    )


def _fates(score: campaign.Score) -> dict[str, int]:
    counts = (score.failed, score.otherwise, score.survived, score.unreached, score.equivalent)
    return dict(zip(_FATES, counts))


def _score(group: str, score: campaign.Score, style: str = "") -> str:
    fates = _fates(score)
    numbers = [score.mutants, *fates.values(), percent(score.of_all), percent(score.of_different)]
    cells = "".join(f'<td class="number">{number}</td>' for number in numbers)
    return (
        f'<tr class="{style}"><th scope="row">{escape(group)}</th><td>{bar(fates, tuple(_FATES))}</td>{cells}</tr>'
    )


def _survivors(entries: list[dict]) -> str:
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


# ---- what a call costs


def bench_section(evidence: Evidence) -> str:
    """Ratios to native, drawn on a scale on which twice and half are as far from one."""
    rows = list(_measures(evidence.benches))
    if not rows:
        return ""
    scale = _Scale.of([measure["ratio"] for _, measure in rows if "ratio" in measure])
    engines = sorted({engine for engine, _ in rows})
    several = len(engines) > 1
    axis = f'<th scope="col" class="axis">{scale.axis()}</th>'
    first = ("Measure", "Engine") if several else ("Measure",)
    head = [*heads(*first), axis, *heads("ratio", "aim", "native", "engine", numbers=4)]
    body = [_measure(engine if several else "", measure, scale) for engine, measure in rows]
    return (
        f'<section id="bench"><h2>Cost beside native</h2>\n<p>How often the native time {escape(", ".join(engines))} '
        "takes: the median of pairs that ran by turns, and around it the middle half of them. The grey line is "
        "native, the blue one the aim.</p>\n"
        f"{table(head, body, 'Cost beside native')}</section>\n"
    )


def _measures(benches: tuple[dict, ...]) -> Iterator[tuple[str, dict]]:
    """Each measure with its engine's name; those of one measure stand together."""
    names = dict.fromkeys(measure["name"] for content in benches for measure in content["measures"])
    for name in names:
        for content in benches:
            runner = content["runner"]
            for measure in content["measures"]:
                if measure["name"] == name:
                    yield f"{runner['name']} {runner['abi']}", measure


@dataclass(frozen=True)
class _Scale:
    """A logarithmic scale from `low` to `high`, both powers of two."""

    low: float
    high: float

    @staticmethod
    def of(ratios: list[dict]) -> _Scale:
        values = [1.0, 2.0, *(ratio[key] for ratio in ratios for key in ("low", "high") if ratio[key] > 0)]
        return _Scale(math.floor(math.log2(min(values))), math.ceil(math.log2(max(values))))

    def place(self, ratio: float) -> float:
        """Where a ratio lies, in hundredths of the width."""
        return 100 * (math.log2(max(ratio, 2.0**self.low)) - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        step = max(1, math.ceil((self.high - self.low) / 6))
        return [2.0**n for n in range(int(self.low), int(self.high) + 1) if n % step == 0]

    def axis(self) -> str:
        marks = "".join(f'<span style="left:{self.place(tick):.1f}%">{tick:g}×</span>' for tick in self.ticks())
        return f'<span class="hidden">times native</span><div aria-hidden="true">{marks}</div>'


def _measure(engine: str, measure: dict, scale: _Scale) -> str:
    title = f'<tr><th scope="row">{escape(measure["title"])}</th>' + (
        f"<td>{escape(engine)}</td>" if engine else ""
    )
    if "ratio" not in measure:
        return f'{title}<td class="bad" colspan="5">{escape(measure.get("error", "not measured"))}</td></tr>'
    ratio, met = measure["ratio"], measure.get("met")
    state = "dim" if met is None else "good" if met else "bad"
    times = "".join(f'<td class="number">{_time(measure[key]["median"])}</td>' for key in ("native", "engine"))
    return (
        f'{title}<td>{_chart(measure, scale)}</td><td class="number">{ratio["median"]:.2f}×</td>'
        f'<td class="number {state}">{_aim(measure.get("aim", {}))}{_judged(met)}</td>{times}</tr>'
    )


def _chart(measure: dict, scale: _Scale) -> str:
    """The middle half as a bar, the median as a stroke, native and the aim as lines."""
    ratio = measure["ratio"]
    low, middle, high = (scale.place(ratio[key]) for key in ("low", "median", "high"))
    lines = "".join(f'<rect class="grid" x="{scale.place(t):.2f}" width=".2" height="14"/>' for t in scale.ticks())
    aim = measure.get("aim", {})
    wanted = aim.get("ratio") or aim.get("nanoseconds", 0) / max(measure["native"]["median"], 1e-9)
    if wanted:
        lines += f'<rect class="aim" x="{min(scale.place(wanted), 99.4):.2f}" width=".6" height="14"/>'
    lines += f'<rect class="one" x="{scale.place(1):.2f}" width=".4" height="14"/>'
    kind = "missed" if measure.get("met") is False else "met"
    spread = f'<rect class="{kind} spread" x="{low:.2f}" width="{max(high - low, 0.6):.2f}" y="4" height="6"/>'
    median = f'<rect class="{kind}" x="{middle - 0.5:.2f}" width="1" y="1" height="12"/>'
    frame = 'class="ratio" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"'
    return f"<svg {frame}>{lines}{spread}{median}</svg>"


def _aim(aim: dict) -> str:
    if "ratio" in aim:
        return f"{aim['ratio']:g}×"
    return _time(aim["nanoseconds"]) if "nanoseconds" in aim else "–"


def _judged(met: bool | None) -> str:
    return "" if met is None else " met" if met else " missed"


def _time(nanoseconds: float) -> str:
    return cost.duration(nanoseconds).replace("us", "µs")
