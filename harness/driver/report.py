"""report.html: one page, without anything from elsewhere, of what results.json says."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from pathlib import Path

from .results import percent
from .tree import NATIVE
from .verdict import UNJUDGED, VERDICTS

_STYLE = """
:root { color-scheme: light dark; --line: #8885; --bad: #c62828; --good: #2e7d32; --dim: #777; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #81c784; --dim: #aaa; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.pass { color: var(--good); } .skip, .inapplicable { color: var(--dim); }
.fail, .blocked, .crash, .timeout, .missing { color: var(--bad); font-weight: 600; }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .5rem; }
"""

_MEANINGS = {
    "pass": "transcript and ending as expected",
    "fail": "they differ",
    "blocked": "set-up failed, by the call that it names",
    "crash": "the engine died by a signal that the program did not call for, or reported a trap",
    "timeout": "the limit passed",
    "missing": "the engine lacks an import that the module needs",
    "skip": "this machine lacks a required feature",
    "inapplicable": "Linux itself, natively on this machine, differs from the expectation: the engine is not judged",
}


def write(content: dict, path: Path) -> None:
    """Writes the page for the content of a results.json."""
    path.write_text(page(content), encoding="utf-8")


def page(content: dict) -> str:
    """The page for the content of a results.json."""
    runs = content["runs"]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>WALI conformance</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>WALI conformance</h1>\n<p>Suite {escape(content['suite'])}. An engine's share is pass ÷ "
        "(all − skip − inapplicable): what is missing counts against it.</p>\n"
        f"{_totals(runs)}{_machine(runs)}{_calls(runs)}{_failures(runs)}{_programs(runs)}{_legend()}</body></html>\n"
    )


def _name(run: dict) -> str:
    name = run["runner"]["name"]
    return name if run["abi"] == NATIVE else f"{name} {run['abi']}"


def _table(head: list[str], rows: list[str]) -> str:
    return (
        f'<div class="scroll"><table><thead><tr>{"".join(head)}</tr></thead>\n'
        f"<tbody>{chr(10).join(rows)}</tbody></table></div>\n"
    )


def _totals(runs: list[dict]) -> str:
    head = ["<th>Engine</th>", *(f'<th class="number">{v}</th>' for v in VERDICTS), '<th class="number">share</th>']
    rows = []
    for run in runs:
        totals, share = run["totals"], run["totals"]["share"]
        cells = "".join(f'<td class="number{" " + v if totals[v] else ""}">{totals[v]}</td>' for v in VERDICTS)
        shown = "–" if share is None else percent(share)
        rows.append(f'<tr><th scope="row">{escape(_name(run))}</th>{cells}<td class="number">{shown}</td></tr>')
    return "<h2>Engines</h2>\n" + _table(head, rows)


def _machine(runs: list[dict]) -> str:
    head = [f"<th>{h}</th>" for h in ("Engine", "version", "kernel", "architecture", "file system", "isolation")]
    rows = []
    for run in runs:
        host = run["host"]
        values = [_name(run), run["runner"]["version"]]
        values += [host[key] for key in ("kernel", "arch", "filesystem", "isolation")]
        rows.append("<tr>" + "".join(f"<td>{escape(str(v))}</td>" for v in values) + "</tr>")
    return "<h2>Where it ran</h2>\n" + _table(head, rows)


def _calls(runs: list[dict]) -> str:
    """Calls by engines: passes of all, marked by the worst verdict."""
    cells: dict[tuple[str, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for index, run in enumerate(runs):
        for test in run["tests"]:
            cells[test["group"], test["call"]][index].append(test["status"])
    head = ["<th>Group</th><th>Call</th>", *(f'<th class="number">{escape(_name(r))}</th>' for r in runs)]
    rows = []
    for (group, call), columns in sorted(cells.items()):
        row = f'<td>{escape(group)}</td><th scope="row">{escape(call)}</th>'
        row += "".join(_cell(columns.get(i, [])) for i in range(len(runs)))
        rows.append(f'<tr id="{escape(group)}/{escape(call)}">{row}</tr>')
    return "<h2>Calls</h2>\n" + _table(head, rows)


def _cell(verdicts: list[str]) -> str:
    if not verdicts:
        return '<td class="number">–</td>'
    bad = [v for v in verdicts if v not in ("pass", *UNJUDGED)]
    worst = bad[0] if bad else "pass" if "pass" in verdicts else verdicts[0]
    judged = [v for v in verdicts if v not in UNJUDGED]
    text = f"{judged.count('pass')}/{len(judged)}" if judged else verdicts[0]
    return f'<td class="number {worst}">{text}{" " + worst if bad else ""}</td>'


def _failures(runs: list[dict]) -> str:
    parts = []
    for run in runs:
        tests = [t for t in run["tests"] if t["status"] != "pass"]
        if tests:
            parts.append(f"<h3>{escape(_name(run))}</h3>\n" + "".join(map(_failure, tests)))
    return "<h2>What did not pass</h2>\n" + ("".join(parts) or "<p>Nothing.</p>\n")


def _failure(test: dict) -> str:
    summary = (
        f'<summary><span class="{test["status"]}">{test["status"]}</span> <code>{escape(test["id"])}</code>: '
        f"{escape(test['title'])}</summary>"
    )
    body = f"<p>{escape(test['detail'])}</p>"
    for key in ("difference", "transcript", "stderr", "command"):
        if test.get(key, "").strip():
            body += f"<p>{key}</p><pre>{escape(test[key])}</pre>"
    return f"<details>{summary}{body}</details>\n"


def _programs(runs: list[dict]) -> str:
    """Every program with its sentence and its verdicts."""
    titles = {test["id"]: test["title"] for run in runs for test in run["tests"]}
    verdicts = [{test["id"]: test["status"] for test in run["tests"]} for run in runs]
    head = ["<th>Program</th>", *(f"<th>{escape(_name(run))}</th>" for run in runs)]
    rows = []
    for program_id, title in sorted(titles.items()):
        cells = "".join(f'<td class="{v.get(program_id, "")}">{v.get(program_id, "–")}</td>' for v in verdicts)
        rows.append(f"<tr><td><code>{escape(program_id)}</code><br>{escape(title)}</td>{cells}</tr>")
    return "<h2>Programs</h2>\n" + _table(head, rows)


def _legend() -> str:
    items = "".join(f"<dt>{v}</dt><dd>{escape(_MEANINGS[v])}</dd>" for v in VERDICTS)
    return f"<h2>Verdicts</h2>\n<dl>{items}</dl>\n"
