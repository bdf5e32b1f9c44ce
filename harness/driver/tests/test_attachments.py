"""The report's parts that come from mutate and bench."""

from __future__ import annotations

import json
import re
import tempfile
import unittest
from pathlib import Path

from driver.report import bench_section, html_report, mutation_section
from driver.report.html_report import Attachments
from driver.tests.support import run_cli
from driver.tests.test_gate import contents


def mutant(call: str, group: str, status: str, **more: object) -> dict:
    return {"call": call, "operator": "op", "group": group, "sentence": f"{call} <fails>", "status": status} | more


MUTANTS = (
    mutant("openat", "path", "killed", by="fail", programs=["path/openat/one"]),
    mutant("openat", "path", "killed", by="crash", programs=["path/openat/one"]),
    mutant("read", "file", "survived"),
    mutant("read", "file", "equivalent", reason="the kernel's"),
)


def bench(name: str, **ratios: float | None) -> dict:
    measures = []
    for title, ratio in ratios.items():
        if ratio is None:
            measures.append({"name": title, "title": title, "aim": {"ratio": 2}, "error": "status 1: <trap>"})
            continue
        times = {"median": 100.0, "low": 90.0, "high": 110.0, "samples": [100.0]}
        spread = {"median": ratio, "low": ratio * 0.9, "high": ratio * 1.1}
        engine = times | {"median": 100 * ratio}
        aims = {"aim": {"ratio": 2}, "met": ratio <= 2}
        measures.append({"name": title, "title": title, "native": times, "engine": engine, "ratio": spread} | aims)
    return {"schema": 1, "runner": {"name": name, "abi": "libc"}, "measures": measures}


ATTACHMENTS = Attachments(MUTANTS, (bench("engine", getpid=1.5, fork=30.0, spawn=None),))


class Sections(unittest.TestCase):
    def test_none_without_files(self):
        page = html_report.page(contents({"one": ("pass",)}))
        for place in ("mutation", "bench"):
            self.assertNotIn(f'href="#{place}"', page)
            self.assertNotIn(f'<section id="{place}"', page)

    def test_all_with_files(self):
        page = html_report.page(contents({"one": ("pass",)}), None, ATTACHMENTS)
        for place in ("mutation", "bench"):
            self.assertIn(f'href="#{place}"', page)
            self.assertIn(f'<section id="{place}"', page)

    def test_mutation_score(self):
        text = mutation_section.section(ATTACHMENTS.mutants)
        self.assertIn("At least one program fails on <b>25.0%</b> of them, and on <b>33.3%</b> of those", text)
        rows = re.findall(r'<th scope="row">(\w+)</th>.*?</td>(.*?)</tr>', text)
        numbers = {name: re.findall(r">([\d.%]+)<", cells) for name, cells in rows}
        self.assertEqual(numbers["path"], ["2", "1", "0", "1", "0", "0", "0", "50.0%", "50.0%"])
        self.assertEqual(numbers["file"], ["2", "0", "0", "0", "1", "0", "1", "0.0%", "0.0%"])
        self.assertEqual(numbers["all"], ["4", "1", "0", "1", "1", "0", "1", "25.0%", "33.3%"])
        self.assertIn("<summary>1 fault that no program notices</summary>", text)
        self.assertIn("<code>read:op</code> read &lt;fails&gt;", text)

    def test_faults_of_behaviour_have_a_table_of_their_own(self):
        told = mutant("read", "file", "killed", by="fail", in_group=False) | {"operator": "behaviour(forgets)"}
        text = mutation_section.section([*MUTANTS, told])
        interface, behaviour = text.split("<h3>What calls do</h3>")
        self.assertIn("<h3>What calls take and give</h3>", interface)
        self.assertIn("4 faults were put", interface)
        self.assertIn("At least one program fails on <b>100.0%</b> of them", behaviour)
        self.assertIn('<rect class="elsewhere"', behaviour)
        self.assertNotIn("What calls do", mutation_section.section(MUTANTS))

    def test_bench_rows(self):
        text = bench_section.section(ATTACHMENTS.benches)
        self.assertIn('<td class="number">1.50×</td><td class="number good">2× met</td>', text)
        self.assertIn('<td class="number">30.00×</td><td class="number bad">2× missed</td>', text)
        self.assertIn('<td class="number">100 ns</td><td class="number">3 µs</td>', text)
        self.assertIn("status 1: &lt;trap&gt;", text)
        self.assertNotIn(">Engine<", text)

    def test_bench_of_several_engines_stands_together(self):
        text = bench_section.section((bench("a", getpid=1.1, fork=2.0), bench("b", getpid=1.2)))
        self.assertEqual(re.findall(r'scope="row">(\w+)</th><td>([\w ]+)<', text),
                         [("getpid", "a libc"), ("getpid", "b libc"), ("fork", "a libc")])  # fmt: skip

    def test_marks_lie_where_their_ratios_are(self):
        text = bench_section.section((bench("a", x=4.0, y=16.0 / 1.1),))
        marks = dict(re.findall(r'<span style="left:([\d.]+)%">([\d.]+)×', text))
        self.assertEqual(marks, {"0.0": "1", "25.0": "2", "50.0": "4", "75.0": "8", "100.0": "16"})
        stroke = re.search(r'<rect class="missed" x="([\d.]+)" width="1"', text)
        self.assertEqual(float(stroke[1]) + 0.5, 50.0)


class Files(unittest.TestCase):
    def report(self, option: str, content: object) -> tuple[int, str, str]:
        """Runs `report` with one more file; exit status, the page, standard error."""
        with tempfile.TemporaryDirectory() as directory:
            results, other, page = (Path(directory) / name for name in ("results.json", "other.json", "page.html"))
            failing = {case: ("fail",) for case in ("one", "two", "<odd>")}
            results.write_text(json.dumps(contents(failing | {"three": ("pass",)})))
            other.write_text(json.dumps(content))
            status, _, errors = run_cli("report", str(results), "--html", str(page), option, str(other))
            return status, page.read_text() if page.exists() else "", errors

    def test_each_is_read(self):
        files = {
            "--mutation": ({"schema": 1, "mutants": list(MUTANTS)}, '<section id="mutation"'),
            "--bench": (ATTACHMENTS.benches[0], '<section id="bench"'),
        }
        for option, (content, section) in files.items():
            status, page, errors = self.report(option, content)
            self.assertEqual((status, errors), (0, ""), option)
            self.assertIn(section, page)

    def test_what_is_none_of_them_is_refused(self):
        for option in ("--mutation", "--bench"):
            for content in ({"schema": 2, "runs": [], "mutants": [], "measures": []}, {"schema": 1}, [1]):
                status, page, errors = self.report(option, content)
                self.assertEqual((status, page, errors.count("\n")), (2, "", 1), (option, content))


if __name__ == "__main__":
    unittest.main()
