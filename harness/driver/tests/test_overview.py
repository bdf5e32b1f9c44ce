"""Engines side by side, at the beginning of page and Markdown."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path

from driver.basics.errors import UserError
from driver.diagnosis import causes
from driver.report import html_report, markdown, overview
from driver.results import merging
from driver.tests.test_gate import contents
from driver.tests.test_report import NEW, OLD, together


def timed(content: dict, seconds: float) -> dict:
    for test in content["runs"][0]["tests"]:
        test["seconds"] = seconds
    return content


class SideBySide(unittest.TestCase):
    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def write(self, *runs: dict) -> str:
        path = self.directory / f"{len(list(self.directory.iterdir()))}.json"
        path.write_text(json.dumps(together(*runs)))
        return str(path)

    def loaded(self) -> dict:
        """Two engines, each with the native run beside which it was measured, on one machine."""
        cases = {"one": ("pass",), "two": ("pass",), "three": ("pass",)}
        native = lambda seconds: timed(contents(cases, name="native", abi="native", version="Linux"), seconds)
        fast = timed(contents(cases, name="fast", version="fast 2.5"), 2.0)
        slow = timed(contents(cases | {"two": ("fail",)}, name="slow", abi="spec2026", version="unknown"), 9.0)
        return merging.load([self.write(native(1.0), fast), self.write(native(3.0), slow)])

    def shown(self, content: dict) -> tuple[str, str]:
        told = causes.of_content(content, causes.Matrix())
        return html_report.page(content, told=told), markdown.page(content, told)

    def test_a_row_for_each_engine_and_revision(self):
        page, text = self.shown(self.loaded())
        self.assertLess(page.index('id="overview"'), page.index('id="engines"'))
        self.assertEqual(page.count('<th scope="rowgroup"'), 2)  # native has none
        self.assertIn('<b>slow</b> spec2026<span class="version dim" title="version unknown">', page)
        self.assertIn('<td class="overall">66.6%<span class="dim">2 of 3</span></td>', page)
        self.assertIn('<td data-label="path">', page)
        lines = text.splitlines()
        self.assertEqual(lines[2], "| engine | version | revision | share | path | causes | cost |")
        self.assertTrue(lines[4].startswith("| fast | fast 2.5 | libc | **100.0%** | 100.0% (3/3) | – | "), lines[4])
        self.assertTrue(lines[5].startswith("| slow | version unknown | spec2026 | **66.6%** | 66.6% (2/3) | "), lines[5])

    def test_the_cost_is_of_the_same_run(self):
        _, text = self.shown(self.loaded())  # though both native runs have become one
        self.assertIn("| ×2.0 (6.0 s, native 3.0 s, 3 programs) |", text)
        self.assertIn("| ×3.0 (18.0 s, native 6.0 s, 2 programs) |", text)  # only what passes on both

    def test_the_cost_survives_being_put_into_one_file(self):
        merged = self.directory / "merged.json"
        merged.write_text(json.dumps(self.loaded()))
        self.assertIn("×3.0 (18.0 s, native 6.0 s, 2 programs)", self.shown(merging.load([str(merged)]))[1])

    def test_shards_cost_what_they_cost_together(self):
        shards = []
        for case, seconds in (("one", 1.0), ("two", 2.0)):
            native = timed(contents({case: ("pass",)}, name="native", abi="native"), seconds / 2)
            shards.append(self.write(native, timed(contents({case: ("pass",)}), seconds)))
        run = next(run for run in merging.load(shards)["runs"] if run["abi"] == "libc")
        self.assertEqual(run["cost"], {"programs": 2, "seconds": 3.0, "native": 1.5})

    def test_no_cost_where_native_is_not_known(self):
        page, text = self.shown(together(OLD, contents({"a": ("pass",)}, name="other")))
        self.assertIn('<td class="cost dim">–</td>', page)
        self.assertIn("(1/1) | – | – |", text)

    def test_a_cost_that_is_none_is_refused(self):
        for cost in ([], {"programs": 1}, {"programs": 1, "seconds": "1", "native": 1}):
            with self.assertRaisesRegex(UserError, "damaged: 'cost'"):
                merging.load([self.write(contents({"a": ("pass",)}, cost=cost))])

    def test_causes_lead_to_where_they_stand_at_length(self):
        content = together(contents({}, name="good"), contents({"a": ("blocked",)}))
        content["runs"][1]["tests"][0]["detail"] = "fork = -ENOSYS"
        page, text = self.shown(content)
        self.assertIn('<b class="bad">1</b> <a href="#cause-1-0">fork', page)
        self.assertIn('<li id="cause-1-0">', page)
        self.assertIn("| 1: [fork", text)
        self.assertIn("](#engine-libc-what-explains-its-1-failure) |", text)

    def test_one_engine_needs_no_comparison(self):
        page, text = self.shown(contents({"a": ("fail",)}))
        self.assertNotIn('id="overview"', page)
        self.assertNotIn("| causes | cost |", text)

    def test_versions_of_one_engine_are_told_apart(self):
        rows = overview.rows(together(OLD, NEW)["runs"], ["engine libc 1.0", "engine libc 2.0"], ())
        self.assertEqual([row.engine for row in rows], ["engine 1.0", "engine 2.0"])

    def test_other_programs_are_no_silent_comparison(self):
        words = "of 5 in libc, 3 were judged on every engine."
        for text in self.shown(together(OLD, NEW)):
            self.assertIn(words, text)
        for text in self.shown(self.loaded()):
            self.assertNotIn("Not all were judged", text)

    def test_what_results_say_is_escaped(self):
        content = together(contents({}, name="<i>|a"), contents({}, version="<b>|", abi="libc|"))
        content["runs"][0]["tests"] = [t | {"group": "<u>|"} for t in contents({"a": ("fail",)})["runs"][0]["tests"]]
        page, text = self.shown(content)
        for word in ("<i>|", "<b>|", "<u>|"):
            self.assertNotIn(word, page.split("<script")[0])
            self.assertNotIn(word, text)
        self.assertEqual({line.replace("\\|", "").count("|") for line in text.splitlines()[2:6]}, {8})


if __name__ == "__main__":
    unittest.main()
