"""The report as a site: static pages, one for each program and each call, at addresses that stay.

    index.html                        what the one page holds, but for the single programs
    programs/GROUP/CALL/NAME.html     one program: what each engine did, source, expectation
    calls/CALL.html                   one call: its programs by engines, its errors and behaviours
    topics/GROUP/NAME.html            likewise what is no call: abi, containment, scenario
    style.css

An address follows from a program's id alone, so whatever is added moves nothing. A directory that
holds a site has a list of its pages, wali-cts-pages.txt, by which it is known. What an earlier site
of the same directory had and the new one lacks stays as a page that says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..diagnosis.causes import Diagnosis
from ..results.comparison import names
from ..suite.layout import TOPIC_GROUPS, Tree
from . import call_page, html_report, program_page, site_pages
from .html_report import Attachments
from .packed_results import pack
from .site_pages import Results

LIST = "wali-cts-pages.txt"
_HEAD = "The pages that `wali-cts report --publish` has written here, by address:"
_NAME = r"[A-Za-z0-9_][\w.+-]{0,120}"
_ID = re.compile(rf"{_NAME}/{_NAME}/{_NAME}", re.ASCII)
_ADDRESS = re.compile(rf"(?:{_NAME}/){{0,3}}{_NAME}", re.ASCII)


def program_address(program_id: str) -> str:
    """Where a program's page is, from the site's first page."""
    return f"programs/{program_id}.html"


def call_address(call: str) -> str:
    """Where a call's page is; `call` is "group/call". A call keeps its page when it changes its group."""
    group, name = call.split("/")
    return f"topics/{call}.html" if group in TOPIC_GROUPS else f"calls/{name}.html"


def pages(
    content: dict, tree: Tree | None, other: Attachments = Attachments(), told: Sequence[Diagnosis] = ()
) -> dict[str, str]:
    """All files of a site, by their addresses. Throws UserError if a program's id can be no address."""
    packed = pack(content, tree)
    for program_id, *_ in packed["programs"]:
        if not _ID.fullmatch(program_id):
            raise UserError(f"the results name a program '{program_id}': only GROUP/CALL/NAME can have a page")
    results = Results(content, packed, tree, names(content["runs"]), program_address, call_address)
    made = {"style.css": html_report.asset("report.css")}
    made |= {program_address(i): program_page.page(results, n) for n, (i, *_) in enumerate(packed["programs"])}
    made |= {address: call_page.page(results, address, calls) for address, calls in results.by_address().items()}
    sections = html_report.sections(content, packed, other, told, call_page.every_call(results), program_address)
    return made | {"index.html": site_pages.document("WALI conformance", sections, "index.html")}


def publish(directory: Path, made: dict[str, str]) -> int:
    """Writes a site; the number of its pages. Throws UserError if the directory holds something else, or
    something cannot be written: the site is whole when its first page has been written, which is the last."""
    earlier = _earlier(directory)
    gone = {address: site_pages.gone(address) for address in earlier if address not in made}
    every = gone | made
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _write(directory / LIST, "\n".join([_HEAD, *sorted(every)]) + "\n")
        for address in sorted(every, key=lambda address: (address == "index.html", address)):
            path = directory / address
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, every[address])
    except OSError as error:
        raise UserError(f"{directory} cannot be written: {files.reason(error)}") from None
    return sum(address.endswith(".html") for address in made)


def _write(path: Path, text: str) -> None:
    """What is the same stays untouched: whatever copies the site copies what changed."""
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        files.replace(path, data)


def _earlier(directory: Path) -> list[str]:
    """The addresses of the site that the directory holds; none if it is empty or does not exist. Throws
    UserError if it holds something else."""
    try:
        if not directory.exists() or not any(directory.iterdir()):
            return []
        head, *addresses = (directory / LIST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise UserError(f"{directory} is not empty and holds no pages of wali-cts: name another directory") from None
    except NotADirectoryError:
        raise UserError(f"{directory} is not a directory: name one for the pages") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise UserError(f"{directory / LIST} cannot be read: {files.reason(error)}") from None
    if head != _HEAD or not all(map(_ADDRESS.fullmatch, addresses)):
        raise UserError(f"{directory / LIST} is no list of pages that wali-cts wrote: name another directory")
    return addresses
