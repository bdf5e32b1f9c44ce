"""A site's page of one program: what each engine did, the expectation, the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ..basics.text import printable
from ..running.verdict import UNJUDGED
from .markup import heads, table
from .site_pages import Results, chip, document, head

# Verdicts that are not about what the program printed.
_WITHOUT_OUTPUT = (*UNJUDGED, "missing")


def page(results: Results, number: int) -> str:
    program_id, sentence, manual = results.packed["programs"][number]
    call, address = program_id.rpartition("/")[0], results.program_address(program_id)
    documented = results.packed["strings"][manual] if manual >= 0 else ""
    where = f'<p class="dim">Documented in: {escape(documented)}</p>\n' if documented else ""
    way = [(call.split("/")[0], f"index.html#{call.split('/')[0]}"), (call.split("/")[1], results.call_address(call))]
    body = (
        f"{head(program_id, way, address)}<main><p>{escape(sentence)}</p>\n{where}"
        f"{_verdicts(results, number)}{''.join(_troubles(results, number))}{_texts(results, program_id)}</main>\n"
    )
    return document(f"{program_id} – WALI conformance", body, address)


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
            f"<td>{chip(verdict)}{' *' if other else ''}</td>"
            f'<td class="number">{results.packed["runs"][run]["ms"][number]} ms</td></tr>'
        )
    note = (
        '<p class="dim">* Another build of the program than the one that is here: its source or its expectation may '
        "have been another.</p>\n"
        if others
        else ""
    )
    titles = heads("Engine", "Verdict", "Time", numbers=1)
    return f'<section class="engines">{table(titles, rows, "Verdicts by engine")}{note}</section>\n'


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
    return f'<section class="trouble"><h2>{chip(verdict)} on {escape(", ".join(names))}</h2>\n{body}</section>\n'


def _fold(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary><pre>{escape(text)}</pre></details>\n"


def _side_by_side(difference: str, engine: str) -> str:
    """Lines that are lacking beside those that came in their place."""
    rows = "\n".join(_line(*row) for row in _beside(difference))
    titles = "".join(heads("Linux (expectation)", engine))
    return (
        '<div class="diff" tabindex="0" role="region" aria-label="Expectation beside transcript"><table>'
        '<caption class="hidden">Expectation beside transcript; marked lines differ</caption>'
        f"<thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table></div>\n"
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
