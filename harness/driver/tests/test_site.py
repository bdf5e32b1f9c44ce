"""`wali-cts report --publish`: static pages at addresses that stay, whose links all lead somewhere."""

from __future__ import annotations

import json
import os
import posixpath
import subprocess
import sys
import tempfile
import unittest
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

from driver.basics.errors import UserError
from driver.basics.files import sha256
from driver.diagnosis import causes
from driver.report import html_report, site
from driver.results import merging
from driver.suite.layout import SOURCE_DIR, Tree
from driver.tests.browser import CHROMIUM, DRIVER, Browser
from driver.tests.support import FakeTree, run_cli
from driver.tests.test_attachments import ATTACHMENTS
from driver.tests.test_gate import contents
from driver.tests.test_report import together
from driver.tests.test_report_page import two_groups

HARNESS = SOURCE_DIR / "harness"
LOADS = {"link": "href", "script": "src", "img": "src", "iframe": "src", "object": "data", "form": "action"}


class Page(HTMLParser):
    """The ids of a page, where it leads to, what it loads, and the elements that were opened and not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.tags.append(tag)
        if "id" in found:
            self.ids.add(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        elif tag in LOADS and LOADS[tag] in found:
            self.loads.append(found[LOADS[tag]])


def dead_links(made: dict[str, str]) -> list[tuple[str, str]]:
    """Where links lead to nothing, or out of the site, with the pages that hold them."""
    pages = {address: Page(text) for address, text in made.items() if address.endswith(".html")}
    dead = []
    for address, page in pages.items():
        for link in {*page.links, *page.loads} - {"data:,"}:
            path, fragment = urldefrag(unquote(link))
            to = posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address
            if to not in made or (fragment and fragment not in pages[to].ids):
                dead.append((address, link))
    return dead


def reachable(made: dict[str, str]) -> set[str]:
    """The pages that links lead to, from the first one."""
    seen, left = set(), ["index.html"]
    while left:
        address = left.pop()
        if address in seen:
            continue
        seen.add(address)
        for link in Page(made[address]).links:
            if path := urldefrag(link)[0]:
                left.append(posixpath.normpath(posixpath.join(posixpath.dirname(address), path)))
    return seen


class Pages(unittest.TestCase):
    """What the pages hold."""

    def setUp(self) -> None:
        self.fake = FakeTree(self)
        for program in ("path/openat/one", "path/openat/two", "time/alarm/case"):
            self.fake.program(program, expectation="CHECK: <one> & 2\n")
        clause = '[[openat]]\npage = "openat(2), DESCRIPTION"\nsays = "It <opens>."\nshown = ["path/openat/one"]\n'
        self.fake.write("source/suite/path/behaviour.toml", clause)
        errors = '[openat]\nEEXIST = "path/openat/one"\nEIO = { none = "needs a <fault>" }\n'
        self.fake.write("source/suite/path/errors.toml", errors)

    def pages(self, content: dict, *attachments) -> dict[str, str]:
        told = causes.of_content(content, causes.Matrix())
        return site.pages(content, self.fake.tree, *(attachments or (html_report.Attachments(),)), told)

    def test_every_link_leads_somewhere_and_every_page_can_be_reached(self):
        content = two_groups()
        topic = content["runs"][0]["tests"][0] | {"id": "abi/start/ends", "group": "abi", "call": "start"}
        content["runs"][0]["tests"].append(topic)
        made = self.pages(content, ATTACHMENTS)
        self.assertEqual(dead_links(made), [])
        self.assertEqual(reachable(made), {address for address in made if address.endswith(".html")})
        self.assertIn("topics/abi/start.html", made)

    def test_the_crawl_would_notice(self):
        made = self.pages(two_groups())
        for link in ("calls/none.html", "#no-such-id", "https://example.org/"):
            made["index.html"] += f'<a href="{link}"></a>'
        self.assertEqual(len(dead_links(made)), 3)

    def test_a_program(self):
        page = self.pages(two_groups())["programs/path/openat/one.html"]
        for text in (
            "<h1>path/openat/one</h1>",
            f"<main><p>{escape(two_groups()['runs'][0]['tests'][0]['title'])}</p>",
            "Documented in: openat(2) DESCRIPTION (something)",
            '<th scope="row">first libc <span class="dim">1.0</span></th><td><span class="verdict pass">pass</span> *</td>',
            '<h2><span class="verdict fail">fail</span> on second libc</h2>',
            '<td class="minus"><mark>b &lt;i&gt;</mark></td><td class="plus"><mark>c</mark></td>',
            "<summary>Reproduce</summary><pre>launch path/openat/one</pre>",
            "<code>expected/path/openat/one.check</code>",
            "<pre>CHECK: &lt;one&gt; &amp; 2\n</pre>",
            "// Covers: openat something\n",
        ):
            self.assertIn(text, page)

    def test_a_call(self):
        page = self.pages(two_groups())["calls/openat.html"]
        for text in (
            '<a href="../programs/path/openat/two.html">two</a>',
            '<tr class="sum"><th scope="row">all 2</th><td><span class="verdict pass">2/2</span></td>'
            '<td><span class="verdict fail">1/2 fail</span></td></tr>',
            "Errors of its man page: 1 of 2 are shown by a program",
            "<code>EIO</code>: none: needs a &lt;fault&gt;",
            "It &lt;opens&gt;.",
        ):
            self.assertIn(text, page)

    def test_the_first_page_begins_with_the_comparison(self):
        page = self.pages(two_groups())["index.html"]
        self.assertLess(page.index('id="overview"'), page.index('id="engines"'))
        self.assertIn('<a href="calls/openat.html">openat</a>', page)
        self.assertIn('<a href="programs/path/openat/one.html">', page)

    def test_a_program_that_is_no_more_in_the_suite(self):
        page = self.pages(contents({"gone": ("pass",)}))["programs/path/openat/gone.html"]
        self.assertIn("The program is not in suite", page)

    def test_another_build_is_told(self):
        content = two_groups()
        here = sha256(self.fake.tree.module("path/openat/one", "libc"))
        for run in content["runs"]:
            run["tests"][0]["module_sha256"] = here
        page = self.pages(content)["programs/path/openat/one.html"]
        self.assertNotIn("Another build", page)
        content["runs"][1]["tests"][0]["module_sha256"] = "0" * 64
        page = self.pages(content)["programs/path/openat/one.html"]
        self.assertIn("fail</span> *</td>", page)
        self.assertIn("* Another build of the program", page)

    def test_what_results_say_is_no_markup(self):
        evil = '"><script>alert(1)</script><a href="https://example.org">'
        content = two_groups()
        run, test = content["runs"][1], content["runs"][1]["tests"][0]
        run["runner"] |= {"name": evil, "version": evil, "command": evil}
        run["host"] |= {"kernel": evil}
        test |= {key: evil for key in ("title", "detail", "difference", "stderr", "command")}
        test |= {"difference": f"- {evil}\n+ {evil}", "verdicts": ["pass", "fail"], "module_sha256": evil}
        made = self.pages(content)
        plain = self.pages(two_groups())
        self.assertEqual(dead_links(made), [])
        for address, text in made.items():
            page, same = Page(text), Page(plain[address])
            self.assertNotIn("script", page.tags)
            self.assertEqual([x for x in page.links if "example" in x], [])
            self.assertLessEqual(set(page.loads), {*same.loads})

    def test_a_name_that_can_be_no_address(self):
        for program_id in ("path/openat", "path/../x", "path/openat/a/b", "path/openat/.x", "path/openat/a b", "p/o/ä"):
            content = contents({"a": ("pass",)})
            content["runs"][0]["tests"][0]["id"] = program_id
            with self.assertRaisesRegex(UserError, "only GROUP/CALL/NAME"):
                self.pages(content)

    def test_the_sources_of_the_suite(self):
        """All of the suite's programs on five runs: every link, and how large it is."""
        tree = Tree.at(os.environ.get("WALI_CTS_BUILD_DIR"))
        ids, runs = [program.id for program in tree.programs()], []
        difference = "".join(f"  line {n} = {n}\n" for n in range(10)) + "- line 11 = 0\n+ line 11 = -ENOSYS\n"
        for name in "abcde":
            content = contents({}, name=name)
            failing = {"difference": difference, "stderr": "trap\n" * 20, "command": "launch " * 60}
            for n, program_id in enumerate(ids):
                group, call, _ = program_id.split("/")
                given = contents({"x": ("fail" if n % 5 == 0 else "pass",)})["runs"][0]["tests"][0]
                test = given | {"id": program_id, "group": group, "call": call} | (failing if n % 5 == 0 else {})
                content["runs"][0]["tests"].append(test)
            content["runs"][0]["totals"] = merging.totals(content["runs"][0]["tests"])
            runs.append(content)
        made = site.pages(together(*runs), tree)
        self.assertEqual(dead_links(made), [])
        self.assertLess(sum(len(text.encode()) for text in made.values()), 12_000 * len(ids))


class Publishing(unittest.TestCase):
    """The command, and the directory that it writes to."""

    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.site = self.directory / "site"

    def publish(self, content: dict, *more: str) -> tuple[int, str, str]:
        (self.directory / "r.json").write_text(json.dumps(content))
        return run_cli("report", str(self.directory / "r.json"), "--publish", str(self.site), *more)

    def held(self) -> dict[str, bytes]:
        return {p.relative_to(self.site).as_posix(): p.read_bytes() for p in self.site.rglob("*") if p.is_file()}

    def test_it_writes_a_site(self):
        status, out, err = self.publish(two_groups())
        self.assertEqual((status, out), (0, ""), err)
        self.assertEqual(err, f"10 pages: {self.site / 'index.html'}\n")
        self.assertEqual(dead_links({a: data.decode() for a, data in self.held().items()}), [])

    def test_results_of_several_files(self):
        for name, content in (("a", contents({"one": ("pass",)})), ("b", contents({"one": ("fail",)}, name="other"))):
            (self.directory / name).write_text(json.dumps(content))
        words = (str(self.directory / "a"), str(self.directory / "b"), "--publish", str(self.site))
        self.assertEqual(run_cli("report", *words)[0], 0)
        page = (self.site / "programs/path/openat/one.html").read_text()
        self.assertIn("engine libc", page)
        self.assertIn("other libc", page)

    def test_the_same_input_gives_the_same_bytes(self):
        (self.directory / "r.json").write_text(json.dumps(two_groups()))
        held = []
        for seed in ("1", "2"):
            self.site = self.directory / seed
            words = [sys.executable, str(HARNESS / "wali-cts"), "report", str(self.directory / "r.json")]
            words += ["--publish", str(self.site)]
            subprocess.run(words, check=True, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True)
            held.append(self.held())
        self.assertEqual(*held)
        self.assertEqual(self.publish(two_groups())[0], 0)  # into its own directory
        self.assertEqual(self.held(), held[1])

    def test_an_address_stays_when_programs_come_and_go(self):
        self.publish(contents({"b": ("pass",)}))
        before = self.held()
        self.publish(contents({"a": ("fail",), "b": ("pass",), "c": ("pass",)}))
        after = self.held()
        self.assertLessEqual(before.keys(), after.keys())
        self.assertEqual(before["programs/path/openat/b.html"], after["programs/path/openat/b.html"])
        self.publish(contents({"b": ("pass",)}))
        last = {address: data.decode() for address, data in self.held().items()}
        self.assertEqual(last.keys(), after.keys())
        self.assertIn("These results hold nothing of this name", last["programs/path/openat/a.html"])
        self.assertEqual(dead_links(last), [])

    def test_a_directory_that_is_not_its_own(self):
        self.site.mkdir()
        (self.site / "mine.txt").write_text("mine")
        cases = {"": "is not empty and holds no pages of wali-cts: name another directory"}
        cases |= {"something else\nindex.html\n": "is no list of pages that wali-cts wrote"}
        cases |= {f"{site._HEAD}\n../outside.html\n": "is no list of pages that wali-cts wrote"}
        cases |= {"\0\xff": "is no list of pages"}
        for text, words in cases.items():
            if text:
                (self.site / site.LIST).write_text(text)
            status, out, err = self.publish(two_groups())
            self.assertEqual((status, out, err.count("\n")), (2, "", 1), err)
            self.assertIn(words, err)
            self.assertEqual(self.held().keys() - {site.LIST}, {"mine.txt"})

    def test_where_nothing_can_be_written(self):
        self.site.write_text("a file")
        self.assertIn("is not a directory", self.publish(two_groups())[2])
        self.site = self.directory / "file" / "site"
        (self.directory / "file").write_text("")
        status, _, err = self.publish(two_groups())
        self.assertEqual((status, err.count("\n")), (2, 1), err)
        self.assertIn("Not a directory", err)

    def test_a_run_that_fails_halfway_can_be_repeated(self):
        self.site.mkdir()
        (self.site / site.LIST).write_text(f"{site._HEAD}\nindex.html\n")
        (self.site / "programs").write_text("in the way")
        status, _, err = self.publish(two_groups())
        self.assertEqual((status, err.count("\n")), (2, 1), err)
        (self.site / "programs").unlink()
        self.assertEqual(self.publish(two_groups())[0], 0)

    @unittest.skipUnless(CHROMIUM and DRIVER, "needs chromium and chromium-driver")
    def test_a_browser_loads_the_site_alone(self):
        self.publish(two_groups())
        with Browser() as browser:
            for address in ("index.html", "calls/openat.html", "programs/path/openat/one.html"):
                for width in (360, 1366):
                    browser.resize(width, 768)
                    browser.requests()
                    browser.open(self.site / address)
                    asked = set(browser.requests()) - {"about:blank"}
                    pages = {(self.site / a).as_uri() for a in (address, "style.css")}
                    self.assertEqual({url for url in asked if not url.startswith("chrome:")}, pages)
                    self.assertEqual(browser.console(), [])
                    wide = browser.run("return [document.documentElement.scrollWidth, innerWidth]")
                    self.assertEqual(*wide, f"{address} at {width}")
                    self.assertTrue(browser.run("return getComputedStyle(document.body).maxWidth === '1280px'"))


if __name__ == "__main__":
    unittest.main()
