"""`wali-cts report`: the page's data, comparison over time, and Markdown."""

import json
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from driver import markdown, merging, report, report_data
from driver.comparison import comparisons, names
from driver.tests.support import FakeTree, run_cli
from driver.tests.test_gate import contents


def together(*parts):
    return parts[0] | {"runs": [run for part in parts for run in part["runs"]]}


OLD = contents(
    {"breaks": ("pass",), "is-fixed": ("fail",), "stays": ("fail",), "goes": ("pass",)},
    date="2026-01-01T00:00:00+00:00",
)
NEW = contents(
    {"breaks": ("crash",), "is-fixed": ("pass",), "stays": ("fail",), "comes": ("pass",)},
    version="2.0",
    date="2026-02-01T00:00:00+00:00",
)


class Comparing(unittest.TestCase):
    def test_what_was_fixed_and_what_broke(self):
        for content in (together(OLD, NEW), together(NEW, OLD)):  # the dates say which is older
            (compared,) = comparisons(content["runs"])
            self.assertEqual(content["runs"][compared.newer]["runner"]["version"], "2.0")
            self.assertEqual([c.id for c in compared.fixed], ["path/openat/is-fixed"])
            self.assertEqual([c.id for c in compared.broke], ["path/openat/breaks"])
            self.assertEqual([c.id for c in compared.other], ["path/openat/comes", "path/openat/goes"])

    def test_engines_and_revisions_are_not_compared_over_time(self):
        other, revision = contents({"a": ("pass",)}, name="other"), contents({"a": ("pass",)}, abi="spec2026")
        self.assertEqual(comparisons(together(OLD, other, revision)["runs"]), [])

    def test_names_tell_runs_apart(self):
        self.assertEqual(names(together(OLD, contents({}, name="f"))["runs"]), ["engine libc", "f libc"])
        self.assertEqual(names(together(OLD, NEW)["runs"]), ["engine libc 1.0", "engine libc 2.0"])
        self.assertEqual(names(together(OLD, OLD)["runs"])[0], "engine libc 1.0 (2026-01-01T00:00:00+00:00)")

    def test_page_and_markdown_say_so(self):
        content = together(OLD, NEW)
        page, text = report.page(content), markdown.page(content)
        self.assertIn("<h3>engine libc 1.0 → engine libc 2.0</h3>", page)
        self.assertIn("<p>1 fixed, 1 broke, 2 otherwise different.</p>", page)
        self.assertIn("### engine libc 1.0 → engine libc 2.0: 1 fixed, 1 broke", text)
        self.assertIn("- `path/openat/breaks`: pass → crash", text)
        self.assertIn("| engine libc 2.0 | **50.0%** | 2 | 1 | 1 |", text)
        self.assertIn("- crash: `path/openat/breaks`: a &lt;detail&gt;", text)


class Packing(unittest.TestCase):
    def test_verdicts_and_failures(self):
        content = together(OLD, NEW)
        test = content["runs"][1]["tests"][0]
        test |= {"command": f"x {test['id']}", "verdicts": ["pass", "crash"], "difference": "- a\n+ b"}
        packed = report_data.pack(content, None)
        ids = [program[0] for program in packed["programs"]]
        self.assertEqual(ids, [f"path/openat/{c}" for c in ("breaks", "comes", "goes", "is-fixed", "stays")])
        self.assertEqual([run["verdicts"] for run in packed["runs"]], ["0-011", "30-01"])
        found = [packed["strings"][i] for i in packed["runs"][1]["failures"][0]]
        self.assertEqual(found, ["a <detail>", "- a\n+ b", "", "x {id}", "pass, crash"])

    def test_what_the_sources_say(self):
        fake = FakeTree(self)
        fake.program("path/openat/one")
        fake.write("source/suite/path/openat/one.cpp", "// It does.\n// Covers: openat EEXIST, O_EXCL\n")
        fake.write(
            "source/suite/path/errors.toml", '[openat]\nEEXIST = "path/openat/one"\nEIO = { none = "needs a fault" }\n'
        )
        (program,) = fake.tree.programs()
        self.assertEqual(report_data.man_page(program), "openat(2) ERRORS (EEXIST), DESCRIPTION (O_EXCL)")
        expected = {"path/openat": {"EEXIST": ["path/openat/one"], "EIO": "needs a fault"}}
        self.assertEqual(report_data.errors(fake.tree), expected)

    def test_a_thousand_programs_by_six_engines_stay_small(self):
        tests = {f"case-{n}": ("fail",) for n in range(1000)}
        content = together(*(contents(tests, name=f"e{n}") for n in range(6)))
        for n, run in enumerate(content["runs"]):
            for test in run["tests"]:
                more = "".join(f"- line {i} of {test['id']} = {n}\n+ another\n" for i in range(3))
                test |= {"command": "launch " * 60 + test["id"], "difference": more, "stderr": "engine: trap\n"}
        self.assertLess(len(report.page(content).encode()), 3_000_000)

    def test_what_could_end_the_script_is_escaped(self):
        content = contents({"a": ("fail",)})
        content["runs"][0]["tests"][0]["difference"] = "+ </script><script>alert(1)</script>"
        self.assertEqual(report.page(content).count("</script>"), 2)


class Sentences(unittest.TestCase):
    def said(self, *verdicts):
        tests = [{"status": verdict} for verdict in verdicts]
        return report.sentence(merging.totals(tests))

    def test_they_say_what_the_counts_mean(self):
        self.assertEqual(self.said("pass", "pass"), "Behaves as Linux does in all 2 judged programs.")
        self.assertEqual(self.said("skip"), "Nothing could be judged on this machine.")
        self.assertEqual(
            self.said("pass", "fail", "missing", "skip"),
            "Behaves as Linux does in 1 of 3 judged programs: 1 differs from Linux, 1 lacks an import. "
            "1 not judged on this machine.",
        )


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@unittest.skipUnless(CHROMIUM, "needs Chromium")
class InABrowser(unittest.TestCase):
    """What the page's script makes of it; nothing is fetched and nothing goes to the console."""

    OPTIONS = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--enable-logging=stderr", "--virtual-time-budget=3000", "--dump-dom",
    )  # fmt: skip

    def dom(self, content, fragment):
        with tempfile.TemporaryDirectory() as directory:
            page = Path(directory) / "report.html"
            report.write(content, page)
            words = [CHROMIUM, *self.OPTIONS, f"--user-data-dir={directory}/profile", f"{page.as_uri()}{fragment}"]
            ran = subprocess.run(words, capture_output=True, text=True, timeout=90)
        self.assertNotIn("CONSOLE", ran.stderr)
        return ran.stdout

    def test_a_deep_link_opens_its_program_with_the_difference_marked(self):
        content = together(OLD, NEW)
        content["runs"][0]["tests"][1] |= {"difference": "  a\n- b <i>\n+ c", "command": "launch path/openat/is-fixed"}
        dom = self.dom(content, "#path/openat/is-fixed")
        self.assertIn('aria-expanded="true">openat<', dom)
        self.assertIn('<tr class="first"><td class="minus"><mark>b &lt;i&gt;</mark></td>', dom)
        self.assertIn('<td class="plus"><mark>c</mark></td>', dom)
        self.assertIn("<pre>launch path/openat/is-fixed</pre>", dom)
        self.assertEqual(len(re.findall(r'<div class="program( troubled)?" id=', dom)), 5)

    def test_a_group_is_a_filter(self):
        content = together(OLD, NEW)
        other = content["runs"][0]["tests"][0] | {"id": "time/alarm/case", "group": "time", "call": "alarm"}
        content["runs"][0] = content["runs"][0] | {"tests": [*content["runs"][0]["tests"], other]}
        dom = self.dom(content, "#time")
        self.assertRegex(dom, r'<tbody class="call" id="path/openat" data-group="path" hidden')
        self.assertRegex(dom, r'<tbody class="call" id="time/alarm" data-group="time">')
        self.assertIn(">1 call, 1 program</output>", dom)


class Command(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.files = []
        for name, content in (("old", OLD), ("new", NEW)):
            (self.directory / name).write_text(json.dumps(content))
            self.files.append(str(self.directory / name))

    def test_it_writes_what_is_asked_for(self):
        page, merged = self.directory / "r.html", self.directory / "merged.json"
        status, out, err = run_cli(
            "report", *self.files, "--html", str(page), "--markdown", "-", "--json", str(merged)
        )
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("## WALI conformance\n"))
        self.assertTrue(page.read_text().endswith("</html>\n"))
        self.assertEqual(json.loads(merged.read_text()), together(OLD, NEW))

    def test_nothing_asked_for_and_nothing_there(self):
        self.assertIn("say what to write: --html FILE", run_cli("report", *self.files)[2])
        (self.directory / "old").write_text(json.dumps(OLD | {"runs": []}))
        status, _, err = run_cli("report", self.files[0], "--html", "x")
        self.assertEqual(status, 2)
        self.assertIn("no runs in it", err)

    def test_where_nothing_can_be_written(self):
        status, _, err = run_cli("report", *self.files, "--html", str(self.directory / "gone" / "r.html"))
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("No such file or directory", err)


if __name__ == "__main__":
    unittest.main()
