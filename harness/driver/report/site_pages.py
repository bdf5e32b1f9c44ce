"""What the pages of a site share: what they are made of, their frame, and how they link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from ..basics import files
from ..basics.errors import UserError
from ..running.verdict import VERDICTS
from ..suite.layout import Tree, version
from . import markup
from .markup import Address


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
    style = f'<link rel="stylesheet" href="{up(address)}style.css">\n'
    return markup.document(title, style, body, "style-src 'self' 'unsafe-inline'")


def gone(address: str) -> str:
    """What stands at an address that an earlier site of the directory had, and this one has not."""
    text = f'<p>These results hold nothing of this name. <a href="{up(address)}index.html">All that they hold</a></p>'
    return document("WALI conformance", f"<main><h1>{escape(address)}</h1>{text}</main>\n", address)


def up(address: str) -> str:
    """From a page to where the first one is."""
    return "../" * address.count("/")


def head(title: str, way: Sequence[tuple[str, str]], address: str) -> str:
    """The title, and the way that leads to it from the first page."""
    links = "".join(
        f'<li><a href="{escape(up(address) + to)}">{escape(name)}</a></li>'
        for name, to in (("WALI conformance", "index.html"), *way)
    )
    return f'<header><h1>{escape(title)}</h1><nav aria-label="Way"><ul>{links}</ul></nav></header>\n'


def chip(verdict: str, text: str = "") -> str:
    return f'<span class="verdict {verdict}">{escape(text or verdict)}</span>'
