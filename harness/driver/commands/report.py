"""`wali-cts report`: what any number of runs say, on one page without anything from elsewhere, or as a site."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..diagnosis import causes, matrix
from ..examining import cost
from ..mutation import scores
from ..report import html_report, markdown, site
from ..report.html_report import Attachments
from ..results import completeness, merging
from ..results.comparison import names
from ..suite.layout import Tree


def command(options: Namespace) -> int:
    """Writes what is asked for; exit status 0."""
    if not (options.html or options.publish or options.markdown or options.json):
        raise UserError(
            "nothing to write: give --html FILE, --publish DIRECTORY, --markdown FILE (or -) or --json FILE"
        )
    content = merging.load(options.results)
    if not content["runs"]:
        raise UserError(f"{', '.join(options.results)}: these results hold no run: make some with `harness/wali-cts run`")
    called = names(content["runs"])
    if not options.partial:
        completeness.require_all_shards(content["runs"], called)
    _write_all(options, content, _attachments(options.mutation, options.bench))
    for line in completeness.lines(content["runs"], called):
        print(line, file=sys.stderr)
    return 0


def _attachments(mutation: str | None, benches: list[str]) -> Attachments:
    """What --mutation and --bench name. Throws UserError."""
    return Attachments(
        mutants=tuple(scores.load(Path(mutation))["mutants"]) if mutation else (),
        benches=tuple(files.read_schema(Path(path), cost.SCHEMA, "measures", "bench") for path in benches),
    )


def _write_all(options: Namespace, content: dict, other: Attachments) -> None:
    tree = Tree.at(options.build_dir)
    told = causes.of_content(content, matrix.shipped(tree), tree)
    if options.json:
        files.save(Path(options.json), files.as_json(content))
    if options.html:
        files.save(Path(options.html), html_report.page(content, tree, other, told).encode())
    if options.publish:
        directory = Path(options.publish)
        written = site.publish(directory, site.pages(content, tree, other, told))
        print(f"{written} pages: {directory / 'index.html'}", file=sys.stderr)
    if options.markdown == "-":
        sys.stdout.write(markdown.page(content, told))
    elif options.markdown:
        files.save(Path(options.markdown), markdown.page(content, told).encode())
