"""The report's section of costs: what `bench` measured."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ..examining import cost
from .markup import heads, table


def section(benches: Sequence[dict]) -> str:
    """Ratios to native, of each content of a bench.json, drawn on a scale on which twice and half are as far from one."""
    rows = list(_measures(benches))
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
        f'<section id="bench"><h2>Speed compared with native</h2>\n<p>How many times the native time {escape(", ".join(engines))} '
        "takes: the median of pairs that ran in turn, with the middle half of the pairs around it. The grey line is "
        "native, and the blue line is the aim.</p>\n"
        f"{table(head, body, 'Speed compared with native')}</section>\n"
    )


def _measures(benches: Sequence[dict]) -> Iterator[tuple[str, dict]]:
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
