"""The pages of a site: of a program, of a call, and the table of calls on its first page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from ..basics import files
from ..basics.errors import UserError
from ..basics.text import printable
from ..results.results import judged
from ..running.verdict import UNJUDGED, VERDICTS
from ..suite.layout import Tree, version
from . import markup
from .markup import Address, heads, program_link, table

# The worst verdict of several is the first of these.
_WORST = ("crash", "timeout", "missing", "blocked", "fail", "pass", "inapplicable", "skip")

# Verdicts that are not about what the program printed.
_WITHOUT_OUTPUT = (*UNJUDGED, "missing")


@dataclass(frozen=True)
class Results:
    """What the pages are made of: results.json and what `pack` made of it, what the runs are called, and
    where programs and calls have their pages, as seen from the first one."""

    content: dict
    packed: dict
    tree: Tree | None
    called: Sequence[str]
    program_address: Address
    call_address: Address

    @cached_property
    def numbers(self) -> dict[str, list[int]]:
        """The programs of each call, "group/call", by their places in `packed`."""
        found: dict[str, list[int]] = {}
        for number, (program_id, *_) in enumerate(self.packed["programs"]):
            found.setdefault(program_id.rpartition("/")[0], []).append(number)
        return found

    def by_address(self) -> dict[str, list[str]]:
        """The calls, "group/call", that have a page at each address."""
        found: dict[str, list[str]] = {}
        for call in self.numbers:
            found.setdefault(self.call_address(call), []).append(call)
        return found

    @cached_property
    def known(self) -> set[str]:
        """The programs that have a page."""
        return {program_id for program_id, *_ in self.packed["programs"]}

    @cached_property
    def tests(self) -> list[dict[str, dict]]:
        """The tests of each run by id."""
        return [{test["id"]: test for test in run["tests"]} for run in self.content["runs"]]

    @cached_property
    def edition(self) -> str:
        """Of which suite the sources and expectations are."""
        try:
            commit = self.tree.provenance().get("commit", "") if self.tree else ""
        except UserError:  # not built
            commit = ""
        return f"suite {version()}" + (f", commit {commit}" if commit else "")

    def verdict(self, run: int, number: int) -> str | None:
        """None if the run has no verdict on the program."""
        letter = self.packed["runs"][run]["verdicts"][number]
        return None if letter == "-" else VERDICTS[int(letter)]

    def is_other_build(self, run: int, program_id: str) -> bool:
        """Whether a run was of a module of this name that is known not to be the one that is built here."""
        if not self.tree or not (told := self.tests[run][program_id].get("module_sha256")):
            return False
        try:
            return files.sha256(self.tree.module(program_id, self.content["runs"][run]["abi"])) != told
        except OSError:
            return False


def document(title: str, body: str, address: str) -> str:
    """A page at an address of the site, which loads the site's style and nothing else."""
    style = f'<link rel="stylesheet" href="{_up(address)}style.css">\n'
    return markup.document(title, style, body, "style-src 'self' 'unsafe-inline'")


def gone(address: str) -> str:
    """What stands at an address that an earlier site of the directory had, and this one has not."""
    text = f'<p>These results hold nothing of this name. <a href="{_up(address)}index.html">All that they hold</a></p>'
    return document("WALI conformance", f"<main><h1>{escape(address)}</h1>{text}</main>\n", address)


def _up(address: str) -> str:
    """From a page to where the first one is."""
    return "../" * address.count("/")


# ---- a program


def program(results: Results, number: int) -> str:
    program_id, sentence, manual = results.packed["programs"][number]
    call, address = program_id.rpartition("/")[0], results.program_address(program_id)
    documented = results.packed["strings"][manual] if manual >= 0 else ""
    where = f'<p class="dim">Documented in: {escape(documented)}</p>\n' if documented else ""
    way = [(call.split("/")[0], f"index.html#{call.split('/')[0]}"), (call.split("/")[1], results.call_address(call))]
    body = (
        f"{_head(program_id, way, address)}<main><p>{escape(sentence)}</p>\n{where}"
        f"{_verdicts(results, number)}{''.join(_troubles(results, number))}{_texts(results, program_id)}</main>\n"
    )
    return document(f"{program_id} – WALI conformance", body, address)


def _head(title: str, way: Sequence[tuple[str, str]], address: str) -> str:
    """The title, and the way that leads to it from the first page."""
    links = "".join(
        f'<li><a href="{escape(_up(address) + to)}">{escape(name)}</a></li>'
        for name, to in (("WALI conformance", "index.html"), *way)
    )
    return f'<header><h1>{escape(title)}</h1><nav aria-label="Way"><ul>{links}</ul></nav></header>\n'


def _verdicts(results: Results, number: int) -> str:
    """What each engine did with a program, and how long it took."""
    program_id, rows, others = results.packed["programs"][number][0], [], False
    for run, name in enumerate(results.called):
        if (verdict := results.verdict(run, number)) is None:
            continue
        other = results.is_other_build(run, program_id)
        others |= other
        version = escape(results.content["runs"][run]["runner"]["version"])
        rows.append(
            f'<tr><th scope="row">{escape(name)} <span class="dim">{version}</span></th>'
            f"<td>{_chip(verdict)}{' *' if other else ''}</td>"
            f'<td class="number">{results.packed["runs"][run]["ms"][number]} ms</td></tr>'
        )
    note = (
        '<p class="dim">* Another build of the program than the one that is here: its source or its expectation may '
        "have been another.</p>\n"
        if others
        else ""
    )
    head = heads("Engine", "Verdict", "Time", numbers=1)
    return f'<section class="engines">{table(head, rows, "Verdicts by engine")}{note}</section>\n'


def _chip(verdict: str, text: str = "") -> str:
    return f'<span class="verdict {verdict}">{escape(text or verdict)}</span>'


def _troubles(results: Results, number: int) -> Iterator[str]:
    """What is known of each run that did not pass; engines that got the same share it."""
    program_id, alike = results.packed["programs"][number][0], {}
    for run, packed in enumerate(results.packed["runs"]):
        if found := packed["failures"].get(number):
            texts = [results.packed["strings"][index].replace("{id}", program_id) for index in found]
            verdict = results.verdict(run, number)
            _, names = alike.setdefault((verdict, *found[:3], found[4]), (texts, []))
            names.append(results.called[run])
    for (verdict, *_), (texts, names) in alike.items():
        yield _trouble(verdict, texts, names)


def _trouble(verdict: str, texts: Sequence[str], names: Sequence[str]) -> str:
    detail, difference, messages, command, verdicts = texts
    body = f"<p>{escape(detail)}</p>\n" if detail else ""
    body += f"<p>Flaky: {escape(verdicts)}</p>\n" if verdicts else ""
    body += _side_by_side(difference, names[0]) if difference.strip() and verdict not in _WITHOUT_OUTPUT else ""
    body += _fold("Standard error", messages) if messages.strip() else ""
    body += _fold("Reproduce", command) if command else ""
    return f'<section class="trouble"><h2>{_chip(verdict)} on {escape(", ".join(names))}</h2>\n{body}</section>\n'


def _fold(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary><pre>{escape(text)}</pre></details>\n"


def _side_by_side(difference: str, engine: str) -> str:
    """Lines that are lacking beside those that came in their place."""
    rows = "\n".join(_line(*row) for row in _beside(difference))
    head = "".join(heads("Linux (expectation)", engine))
    return (
        '<div class="diff" tabindex="0" role="region" aria-label="Expectation beside transcript"><table>'
        '<caption class="hidden">Expectation beside transcript; marked lines differ</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _beside(difference: str) -> Iterator[tuple[str | None, str | None, bool]]:
    """Rows of a difference: the expected line, the one that came, and whether they differ."""
    lacking: list[str] = []
    extra: list[str] = []

    def flush() -> Iterator[tuple[str | None, str | None, bool]]:
        for n in range(max(len(lacking), len(extra))):
            yield (lacking[n] if n < len(lacking) else None, extra[n] if n < len(extra) else None, True)
        lacking.clear()
        extra.clear()

    for line in difference.split("\n"):
        if line.startswith("- "):
            lacking.append(line[2:])
        elif line.startswith("+ "):
            extra.append(line[2:])
        else:
            yield from flush()
            yield line[2:], line[2:], False
    yield from flush()


def _line(left: str | None, right: str | None, differs: bool) -> str:
    cells = ""
    for text, kind in ((left, "minus"), (right, "plus")):
        marked = differs and text is not None
        shown = escape(text or "")
        cells += f'<td class="{kind}"><mark>{shown}</mark></td>' if marked else f"<td>{shown}</td>"
    return f"<tr>{cells}</tr>"


def _texts(results: Results, program_id: str) -> str:
    """The program's source and expectation."""
    if not results.tree:
        return ""
    parts = []
    for title, path in (
        ("Expectation", results.tree.expectation(program_id)),
        ("Source", results.tree.source(program_id)),
    ):
        try:
            text = printable(path.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
        name = path.relative_to(results.tree.source_dir).as_posix()
        parts.append(
            f'<section id="{title.lower()}"><h2>{title}</h2>\n<p class="dim"><code>{escape(name)}</code>, '
            f"{escape(results.edition)}</p>\n<pre>{escape(text)}</pre></section>\n"
        )
    return "".join(parts) or f'<p class="dim">The program is not in {escape(results.edition)}.</p>\n'


# ---- a call


def call(results: Results, address: str, calls: Sequence[str]) -> str:
    """The page of one call. There are several of a name only if one changed its group between results."""
    group, name = calls[-1].split("/")
    parts = "".join(_call(results, which, address) for which in calls)
    head = _head(name, [(group, f"index.html#{group}")], address)
    return document(f"{name} – WALI conformance", f"{head}<main>{parts}</main>\n", address)


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
    cells = "".join(f"<td>{_chip(v)}</td>" if v else '<td class="dim">–</td>' for v in verdicts)
    link = f'<a href="{escape(_up(address) + results.program_address(program_id))}">{escape(program_id.split("/")[2])}</a>'
    return f'<tr><th scope="row">{link}<p class="dim">{escape(sentence)}</p></th>{cells}</tr>'


def _passes(results: Results, run: int, numbers: Sequence[int]) -> str:
    """How many of some programs an engine passed, and the worst verdict."""
    counts = Counter(filter(None, (results.verdict(run, number) for number in numbers)))
    if not counts:
        return '<span class="dim">–</span>'
    worst, of = next(verdict for verdict in _WORST if counts[verdict]), judged(counts)
    text = f"{counts['pass']}/{of}" if of else worst
    return _chip(worst, text if not of or worst in ("pass", *UNJUDGED) else f"{text} {worst}")


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
        f'<li>{escape(says)} <span class="dim">{escape(page)}</span>: {_shown(results, shown, address)}</li>'
        for says, page, shown in clauses
    )
    shown = sum(isinstance(entry, list) for _, _, entry in clauses)
    title = f"Documented behaviour: {shown} of {len(clauses)} are shown by a program"
    return f'<section id="behaviour"><h2>{title}</h2><ul>{items}</ul></section>\n'


def _shown(results: Results, shown: list[str] | str, address: str) -> str:
    """The programs that show an error or a behaviour, or why there is none."""
    if not isinstance(shown, list):
        return f"none: {escape(shown)}" if shown else "no program yet"

    def from_here(program_id: str) -> str:
        return _up(address) + results.program_address(program_id)

    return ", ".join(program_link(i, from_here) if i in results.known else escape(i) for i in shown)


# ---- the first page


def calls(results: Results) -> str:
    """Calls by engines: passes of judged programs, and the worst verdict."""
    bodies, group = [], None
    for call in sorted(results.numbers):
        if call.split("/")[0] != group:
            group = call.split("/")[0]
            head = f'<th scope="rowgroup" colspan="{len(results.called) + 1}">{escape(group)}</th>'
            bodies.append(f'<tr class="group" id="{escape(group)}">{head}</tr>')
        cells = "".join(f"<td>{_passes(results, run, results.numbers[call])}</td>" for run in range(len(results.called)))
        link = f'<a href="{escape(results.call_address(call))}">{escape(call.split("/")[1])}</a>'
        bodies.append(f'<tr><th scope="row">{link}</th>{cells}</tr>')
    made = table(heads("Call", *results.called), bodies, "Calls by engines: passes of judged programs, and the worst verdict")
    return made.replace("<table>", '<table id="matrix">', 1)
