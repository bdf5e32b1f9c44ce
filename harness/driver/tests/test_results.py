"""results.json, junit.xml, the table and the page."""

import json
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from driver.basics import machine
from driver.basics.errors import UserError
from driver.basics.tables import percent
from driver.report import html_report
from driver.results import results
from driver.results.results import Run, table
from driver.running.verdict import VERDICTS
from driver.suite.adapters import Adapter


def result(program_id, status, **more):
    group, call, _ = program_id.split("/")
    return {
        "id": program_id, "group": group, "call": call, "title": "It does <something>.",
        "module_sha256": "0" * 64,
        "status": status, "seconds": 0.25, "detail": "" if status == "pass" else "a <detail>",
        "isolation": "namespaces",
    } | more  # fmt: skip


def make_run(name, *statuses, abi="libc"):
    made = [result(f"path/openat/case-{i}", status) for i, status in enumerate(statuses)]
    return Run(Adapter(name, (name, "{module}")), abi, "1.0", "/tmp", {r["id"]: r for r in made})


class Counting(unittest.TestCase):
    def test_share_leaves_out_skip_and_inapplicable_only(self):
        run = make_run("e", "pass", "fail", "blocked", "crash", "timeout", "missing", "skip", "inapplicable")
        self.assertAlmostEqual(run.share(), 1 / 6)
        self.assertEqual(len(run.failures()), 5)

    def test_share_of_nothing(self):
        self.assertIsNone(make_run("e", "skip").share())

    def test_only_all_is_a_hundred_percent(self):
        self.assertEqual([percent(s) for s in (1, 0.99999, 0.5, 0)], ["100.0%", "99.9%", "50.0%", "0.0%"])

    def test_the_table_leaves_empty_columns_out(self):
        lines = table([make_run("native", "pass", abi="native"), make_run("e", "pass", "crash")]).splitlines()
        self.assertEqual(lines[0].split(), ["pass", "fail", "crash", "share"])
        self.assertEqual(lines[1].split(), ["native", "1", "0", "0", "100.0%"])
        self.assertEqual(lines[2].split(), ["e", "libc", "1", "0", "1", "50.0%"])


class Files(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def test_results_and_junit(self):
        run = make_run("e", *VERDICTS)
        run.results["path/openat/case-1"] |= {"transcript": "a\x00b <c>\n", "command": "x | y", "stderr": ""}
        content = results.write(self.directory, "1.2.3", [run])
        self.assertEqual(results.load(self.directory / "results.json"), json.loads(json.dumps(content)))
        totals = content["runs"][0]["totals"]
        self.assertEqual({v: totals[v] for v in VERDICTS}, dict.fromkeys(VERDICTS, 1))
        self.assertEqual(totals["all"], 8)
        suite = ElementTree.parse(self.directory / "junit.xml").getroot().find("testsuite")
        self.assertEqual([suite.get(k) for k in ("tests", "failures", "errors", "skipped")], ["8", "3", "2", "2"])
        self.assertIn(r"a\x00b <c>", suite.find("testcase/failure").text)
        self.assertEqual(sorted(p.name for p in self.directory.iterdir()), ["junit.xml", "results.json"])

    def test_a_pass_has_no_transcript(self):
        run = make_run("e", "pass")
        run.results["path/openat/case-0"]["command"] = "x"
        content = results.write(self.directory, "1", [run])
        self.assertNotIn("command", content["runs"][0]["tests"][0])

    def test_what_is_no_results_file(self):
        for text in ("", "[]", '{"schema": 2}', "{"):
            (self.directory / "r.json").write_text(text)
            with self.assertRaises(UserError):
                results.load(self.directory / "r.json")

    def test_file_system(self):
        self.assertEqual(machine.filesystem("/proc/self"), "proc")
        self.assertNotEqual(machine.filesystem("/"), "unknown")


class Page(unittest.TestCase):
    def test_it_is_well_formed_and_escapes(self):
        run = make_run("e", *VERDICTS)
        run.results["path/openat/case-1"] |= {"transcript": "<script>alert(1)</script>\n"}
        content = {
            "schema": 1,
            "suite": "1",
            "runs": [run.to_json(), make_run("f", "pass", abi="spec2026").to_json()],
        }
        page = html_report.page(content)
        open_tags = []

        class Checker(HTMLParser):
            def handle_starttag(self, tag, attributes):
                if tag not in ("meta", "link", "br", "input"):
                    open_tags.append(tag)
                for name, value in attributes:
                    if name in ("src", "href") and not value.startswith(("#", "data:")):
                        raise AssertionError(f"the page loads {value}")

            def handle_endtag(self, tag):
                if open_tags.pop() != tag:
                    raise AssertionError(f"</{tag}> closes something else")

        Checker(convert_charrefs=True).feed(page)
        self.assertEqual(open_tags, [])
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<detail>", page)
        for verdict in VERDICTS:
            self.assertIn(f">{verdict}<", page)


if __name__ == "__main__":
    unittest.main()
