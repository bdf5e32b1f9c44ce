"""The report: one page, without anything from elsewhere, of what any number of runs say."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..basics import files
from ..diagnosis.causes import Diagnosis
from ..results import completeness
from ..results.comparison import Change, comparisons, names
from ..results.results import by_group, judged
from ..running.verdict import VERDICTS
from ..suite.layout import Tree
from . import bench_section, causes_section, mutation_section, overview_section
from .engines_section import engines
from .markup import Address, bar, document, heads, jump, on_this_page, program_link, table
from .packed_results import pack

_PAGE = Path(__file__).resolve().parent / "page"
_SLOWEST = 10

_MEANINGS = {
    "pass": "transcript and ending as expected",
    "fail": "transcript or ending differ from the expectation",
    "blocked": "the program could not be set up: the call that it names failed",
    "crash": "the engine died by a signal that the expectation does not name, or reported a trap",
    "timeout": "the time limit passed",
    "missing": "the engine lacks an import that the module needs",
    "skip": "this machine lacks something that the program requires",
    "inapplicable": "Linux itself, on this machine, differs from the expectation, so the engine is not judged",
}


@dataclass(frozen=True)
class Attachments:
    """What the report shows besides runs: the entries of a mutation.json, and the content of each
    bench.json."""

    mutants: tuple[dict, ...] = ()
    benches: tuple[dict, ...] = ()


def write(
    content: dict,
    path: Path,
    tree: Tree | None = None,
    other: Attachments = Attachments(),
    told: Sequence[Diagnosis] = (),
) -> None:
    """Writes the page for the content of a results.json; `tree` is where the programs come from."""
    files.replace(path, page(content, tree, other, told).encode())


def page(
    content: dict,
    tree: Tree | None = None,
    other: Attachments = Attachments(),
    told: Sequence[Diagnosis] = (),
) -> str:
    """The page for the content of a results.json, with the causes of failures, and what other
    files add to it."""
    runs, called = content["runs"], names(content["runs"])
    packed = pack(content, tree)
    data = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return document(
        "WALI conformance",
        f"<style>{asset('report.css')}</style>",
        f"{sections(content, packed, other, told, _matrix(runs, called))}"
        f'<script type="application/json" id="data">{data}</script>\n<script>{asset("report.js")}</script>\n',
        "style-src 'unsafe-inline'; script-src 'unsafe-inline'",
    )


def asset(name: str) -> str:
    """The style or the script."""
    return (_PAGE / name).read_text(encoding="utf-8")


def sections(
    content: dict,
    packed: dict,
    other: Attachments,
    told: Sequence[Diagnosis],
    calls: str,
    address: Address = on_this_page,
) -> str:
    """What the page and a site's first page hold; `calls` is the table of calls, `address` where
    programs stand."""
    runs, called = content["runs"], names(content["runs"])
    return (
        f"{_header(content, other, told)}<main>\n{overview_section.section(runs, called, told)}{engines(runs, called)}"
        f"{causes_section.section(told, address)}{_groups(runs, called)}{_changes(runs, called, address)}"
        f"{_calls(packed, calls)}{_cost(runs, called, address)}{bench_section.section(other.benches)}"
        f"{mutation_section.section(other.mutants)}{_machine(runs, called)}{_legend()}</main>\n"
    )


def _header(content: dict, other: Attachments, told: Sequence[Diagnosis]) -> str:
    dates = sorted(run["date"][:10] for run in content["runs"] if "date" in run)
    date = f", <time>{escape(dates[-1])}</time>" if dates else ""
    links = {
        "engines": "Engines",
        "causes": "Causes" if any(diagnosis.failures for diagnosis in told) else "",
        "calls": "Calls",
        "cost": "Cost",
        "bench": "Speed" if other.benches else "",
        "mutation": "The suite" if other.mutants else "",
        "machine": "Machine",
        "verdicts": "Verdicts",
    }
    items = "".join(f'<li><a href="#{place}">{title}</a></li>' for place, title in links.items() if title)
    suite = escape(content["suite"] + _commit(content["runs"]))
    return (
        '<header><h1>WALI conformance</h1>\n<p class="dim">'
        f"{completeness.programs(content['runs'])}, suite {suite}{date}</p>\n"
        f'<nav aria-label="Sections"><ul>{items}</ul></nav></header>\n'
    )


def _commit(runs: list[dict]) -> str:
    """The commit of the suite, if it is one for all; else "Where it ran" has them."""
    commits = {run.get("build", {}).get("commit") for run in runs}
    (commit,) = commits if len(commits) == 1 else (None,)
    return f" (commit {_short_hash(commit)})" if commit else ""


def _short_hash(text: str) -> str:
    """Enough of a hash to tell; what follows a commit's stays."""
    digits, plus, rest = text.partition("+")
    return digits[:12] + plus + rest


# ---- the first screen


def _groups(runs: list[dict], called: list[str]) -> str:
    counts = [by_group(run) for run in runs]
    groups = sorted({group for of_run in counts for group in of_run})
    head = heads("Group", *called)
    rows = []
    for group in groups:
        cells = "".join(_group_cell(n, of_run.get(group), group) for n, of_run in enumerate(counts))
        rows.append(f'<tr><th scope="row"><a href="#{escape(group)}">{escape(group)}</a></th>{cells}</tr>')
    return f'<section id="groups"><h2>By group</h2>\n{table(head, rows, "Passes by group and engine")}</section>\n'


def _group_cell(number: int, counts: Counter | None, group: str) -> str:
    if not counts:
        return '<td class="dim">–</td>'
    of = judged(counts)
    lost = of - counts["pass"]
    text = f"{counts['pass']}/{of}" if of else "not judged"
    link = jump(number, group, text, "bad") if lost else f'<a class="dim" href="#{escape(group)}">{text}</a>'
    return f"<td>{bar(counts, VERDICTS)}{link}</td>"


# ---- what changed


def _changes(runs: list[dict], called: list[str], address: Address) -> str:
    parts = []
    for compared in comparisons(runs):
        older, newer = escape(called[compared.older]), escape(called[compared.newer])
        summary = f"{len(compared.fixed)} fixed, {len(compared.broke)} broke"
        summary += f", {len(compared.other)} changed in another way" if compared.other else ""
        parts.append(f"<h3>{older} → {newer}</h3>\n<p>{summary}.</p>\n")
        for title, changes in (("Broke", compared.broke), ("Fixed", compared.fixed), ("Other", compared.other)):
            if changes:
                items = "".join(_change(change, address) for change in changes)
                opened = " open" if title == "Broke" else ""
                parts.append(
                    f"<details{opened}><summary>{title} ({len(changes)})</summary><ul>{items}</ul></details>\n"
                )
    return f'<section id="changes"><h2>What changed</h2>\n{"".join(parts)}</section>\n' if parts else ""


def _change(change: Change, address: Address) -> str:
    verdicts = (change.before, change.after)
    before, after = (f'<span class="verdict {v or "none"}">{v or "not run"}</span>' for v in verdicts)
    return f"<li>{program_link(change.id, address)}: {before} → {after}</li>"


# ---- calls by engines


def _calls(packed: dict, table: str) -> str:
    return (
        '<section id="calls"><h2>Calls</h2>\n'
        "<p>How many judged programs passed, and the worst verdict. Select a call to see its programs.</p>\n"
        f"{_coverage(packed['errors'])}{_behaviours(packed['behaviours'])}{table}</section>\n"
    )


def _matrix(runs: list[dict], called: list[str]) -> str:
    """The table and its filter; the script fills it in."""
    groups = sorted({test["group"] for run in runs for test in run["tests"]})
    group_options = "".join(f"<option>{escape(group)}</option>" for group in groups)
    verdict_options = "".join(f"<option>{verdict}</option>" for verdict in VERDICTS)
    engines = "".join(heads(*called))
    engine_options = "".join(f'<option value="{n}">{escape(name)}</option>' for n, name in enumerate(called))
    return (
        "<noscript><p>The table of calls needs JavaScript; results.json holds all of it.</p></noscript>\n"
        '<form id="filter" role="search" hidden><label>Search <input type="search" name="text" '
        'placeholder="call, program, sentence"></label>'
        f'<label>Engine <select name="engine"><option value="">any</option>{engine_options}</select></label>'
        f'<label>Group <select name="group"><option value="">all</option>{group_options}</select></label>'
        '<label>Verdict <select name="verdict"><option value="">any</option><option value="bad">not passed</option>'
        f"{verdict_options}</select></label>"
        '<label class="check"><input type="checkbox" name="differs"> differs between engines</label>'
        '<button type="reset">Clear</button><output name="count" aria-live="polite"></output></form>\n'
        '<div class="scroll" tabindex="0" role="region" aria-label="Calls by engines" hidden id="matrix-region">'
        '<table id="matrix"><caption class="hidden">Calls by engines: passes of judged programs, and the worst '
        f'verdict</caption><thead><tr><th scope="col">Call</th>{engines}</tr></thead></table></div>\n'
    )


def _coverage(errors: dict[str, dict[str, object]]) -> str:
    """How many of the man pages' errors the suite shows."""
    entries = [entry for of_call in errors.values() for entry in of_call.values()]
    if not entries:
        return ""
    shown = sum(isinstance(entry, list) for entry in entries)
    return (
        f'<p class="dim">Of {len(entries)} errors in the man pages of {len(errors)} calls, programs show {shown}. '
        "For each of the others, the call's page says why no program can show it.</p>\n"
    )


def _behaviours(behaviours: dict[str, list[list]]) -> str:
    """How much of the index of behaviour the suite shows."""
    entries = [shown for of_call in behaviours.values() for _, _, shown in of_call]
    if not entries:
        return ""
    shown, holes = sum(isinstance(entry, list) for entry in entries), sum(entry == "" for entry in entries)
    return (
        f'<p class="dim">Of {len(entries)} documented behaviours of {len(behaviours)} calls, programs show {shown}; '
        f"{holes} have no program yet, and for the others the call says why none can.</p>\n"
    )


# ---- the rest


def _cost(runs: list[dict], called: list[str], address: Address) -> str:
    """The programs that cost most on any engine."""
    seconds = [{test["id"]: test["seconds"] for test in run["tests"]} for run in runs]
    worst = Counter()
    for by_id in seconds:
        for program_id, value in by_id.items():
            worst[program_id] = max(worst[program_id], value)
    head = heads("Program", *called, numbers=len(called))
    sums = "".join(f'<td class="number">{sum(by_id.values()):.2f} s</td>' for by_id in seconds)
    rows = [f'<tr class="sum"><th scope="row">all programs</th>{sums}</tr>']
    for program_id, _ in sorted(worst.items(), key=lambda item: (-item[1], item[0]))[:_SLOWEST]:
        costs = (f"{by_id[program_id]:.3f} s" if program_id in by_id else "–" for by_id in seconds)
        cells = "".join(f'<td class="number">{cost}</td>' for cost in costs)
        rows.append(f'<tr><th scope="row">{program_link(program_id, address)}</th>{cells}</tr>')
    return (
        '<section id="cost"><h2>Cost</h2>\n'
        "<p>Seconds from start to end, including start-up, of the slowest programs.</p>\n"
        f"{table(head, rows, 'Cost of all programs, and the slowest')}</section>\n"
    )


def _machine(runs: list[dict], called: list[str]) -> str:
    """What has to be known to run the same again."""
    items = "".join(
        f'<li class="card"><h3>{escape(n)}</h3><dl>{_facts(r)}</dl></li>\n' for r, n in zip(runs, called)
    )
    return f'<section id="machine"><h2>Where it ran</h2>\n<ul class="cards">{items}</ul></section>\n'


def _facts(run: dict) -> str:
    host, runner, built = run["host"], run["runner"], run.get("build", {})
    facts = {
        "version": runner["version"],
        "command": runner.get("command"),
        "SHA-256": runner.get("sha256"),
        "kernel": " ".join(filter(None, (host.get("kernel"), host.get("arch")))),
        "processor": host.get("processor"),
        "file system": host.get("filesystem"),
        "isolation": host.get("isolation"),
        "suite": " ".join(filter(None, (run.get("suite"), built.get("commit")))),
        "compiler": built.get("toolchain"),
        "date": run.get("date"),
    }
    return "".join(f"<dt>{name}</dt><dd>{escape(str(value))}</dd>" for name, value in facts.items() if value)


def _legend() -> str:
    items = "".join(
        f'<dt><span class="verdict {v}">{v}</span></dt><dd>{escape(meaning)}</dd>'
        for v, meaning in _MEANINGS.items()
    )
    return f'<section id="verdicts"><h2>Verdicts</h2>\n<dl>{items}</dl></section>\n'
