"""`wali-cts report`: the page's data, comparison over time, and Markdown."""

import gzip
import json
import tempfile
import unittest
from pathlib import Path

from driver.report import engines_section, html_report, markdown, packed_results
from driver.results import merging
from driver.results.comparison import comparisons, names
from driver.tests.support import FakeTree, run_cli
from driver.tests.test_gate import contents, part


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
        again = contents({}, date="2026-01-01T12:30:00+00:00")
        self.assertEqual(
            names(together(OLD, again, NEW)["runs"]),
            ["engine libc 1.0 2026-01-01 00:00", "engine libc 1.0 2026-01-01 12:30", "engine libc 2.0"],
        )
        self.assertEqual(
            names(together(OLD, OLD)["runs"]),
            [f"engine libc 1.0 2026-01-01 00:00 #{n}" for n in (1, 2)],
        )
        long = contents({}, version="engine 3.1-rc1 (0123456789abcdef 2026-03-01, linked lazily)")
        self.assertEqual(names(together(OLD, long)["runs"])[1], "engine libc 3.1-rc1")

    def test_page_and_markdown_say_so(self):
        content = together(OLD, NEW)
        page, text = html_report.page(content), markdown.page(content)
        self.assertIn("<h3>engine libc 1.0 → engine libc 2.0</h3>", page)
        self.assertIn("<p>1 fixed, 1 broke, 2 changed in another way.</p>", page)
        self.assertIn("### engine libc 1.0 → engine libc 2.0: 1 fixed, 1 broke", text)
        self.assertIn("- `path/openat/breaks`: pass → crash", text)
        self.assertIn("| engine libc 2.0 | **50.0%** | 2 | 1 | 1 |", text)
        self.assertIn("- crash: `path/openat/breaks`: a &lt;detail&gt;", text)


class Packing(unittest.TestCase):
    def test_verdicts_and_failures(self):
        content = together(OLD, NEW)
        test = content["runs"][1]["tests"][0]
        test |= {"command": f"x {test['id']}", "verdicts": ["pass", "crash"], "difference": "- a\n+ b"}
        packed = packed_results.pack(content, None)
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
            "source/suite/path/errors.toml",
            '[openat]\nEEXIST = "path/openat/one"\nEIO = { none = "needs a fault" }\n',
        )
        (program,) = fake.tree.programs()
        self.assertEqual(packed_results.man_page(program), "openat(2) ERRORS (EEXIST), DESCRIPTION (O_EXCL)")
        expected = {"path/openat": {"EEXIST": ["path/openat/one"], "EIO": "needs a fault"}}
        self.assertEqual(packed_results.errors(fake.tree, {"path/openat"}), expected)
        self.assertEqual(packed_results.errors(fake.tree, {"path/close"}), {})

    def test_the_index_of_behaviour(self):
        fake = FakeTree(self)
        fake.program("path/openat/one")
        clause = '[[openat]]\npage = "openat(2), DESCRIPTION"\nsays = "It {}."\n{}\n'
        kinds = ('shown = ["path/openat/one"]', "shown = []", 'none = "needs a fault"')
        text = "".join(clause.format(says, kind) for says, kind in zip("abc", kinds))
        fake.write("source/suite/path/behaviour.toml", text)
        page = "openat(2), DESCRIPTION"
        expected = [["It a.", page, ["path/openat/one"]], ["It b.", page, ""], ["It c.", page, "needs a fault"]]
        self.assertEqual(packed_results.behaviours_of(fake.tree, {"path/openat"}), {"path/openat": expected})
        self.assertEqual(packed_results.behaviours_of(fake.tree, {"path/close"}), {})
        html = html_report.page(contents({"one": ("pass",)}), fake.tree)
        self.assertIn("Of 3 documented behaviours of 1 calls, programs show 1; 1 have no program yet", html)

    def test_a_thousand_programs_by_six_engines_stay_small(self):
        tests = {f"case-{n}": ("fail",) for n in range(1000)}
        content = together(*(contents(tests, name=f"e{n}") for n in range(6)))
        for n, run in enumerate(content["runs"]):
            for test in run["tests"]:
                more = "".join(f"- line {i} of {test['id']} = {n}\n+ another\n" for i in range(3))
                test |= {"command": "launch " * 60 + test["id"], "difference": more, "stderr": "engine: trap\n"}
        self.assertLess(len(html_report.page(content).encode()), 3_000_000)

    def test_what_could_end_the_script_is_escaped(self):
        content = contents({"a": ("fail",)})
        content["runs"][0]["tests"][0]["difference"] = "+ </script><script>alert(1)</script>"
        self.assertEqual(html_report.page(content).count("</script>"), 2)


class Extents(unittest.TestCase):
    """A part of the suite never looks like all of it."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.shards = []
        for number, case in enumerate("abc", 1):
            path = Path(directory.name) / f"{number}.json"
            path.write_text(
                json.dumps(contents({case: ("pass",)}, planned=1, part=part(3, shards=[f"{number}/3"])))
            )
            self.shards.append(str(path))
        self.page = Path(directory.name) / "page.html"

    def report(self, *paths):
        status, out, err = run_cli("report", *paths, "--html", str(self.page), "--markdown", "-")
        self.assertEqual(status, 0, err)
        return out, err, self.page.read_text()

    def test_two_of_three_shards(self):
        text, said, page = self.report(*self.shards[:2], "--partial")
        words = "hards 1/3 and 2/3 of 3 programs; shard 3/3 missing"
        self.assertEqual(said, f"part (2 of 3 programs): engine libc: s{words}\n")
        self.assertIn(f"- **engine libc**: s{words}\n", text)
        self.assertIn("| engine libc | 100.0% (a part) |", text)
        self.assertIn(f'<p class="bad">S{words}.</p>', page)
        self.assertIn('<p class="share dim">100.0% <span class="mark">a part</span></p>', page)
        self.assertIn("2 of 3 programs, suite", page)
        self.assertNotIn("Behaves as Linux does in all", page)

    def test_a_missing_shard_is_refused(self):
        for command in (["report", "--markdown", "-"], ["diagnose"]):
            status, out, err = run_cli(*command, *self.shards[:2])
            self.assertEqual((status, out), (2, ""))
            self.assertEqual(
                err,
                "wali-cts: error: engine libc: shard 3/3 missing: name the results.json of every shard, "
                "or take the part that is there with --partial\n",
            )
        self.assertEqual(run_cli("diagnose", *self.shards[:2], "--partial")[0], 0)

    def test_all_three(self):
        text, said, page = self.report(*self.shards)
        self.assertEqual(said, "")
        self.assertIn("| engine libc | **100.0%** |", text)
        self.assertIn("Behaves as Linux does in all 3 judged programs", page)

    def test_what_is_needed_to_run_it_again(self):
        content = contents(
            {"a": ("pass",)}, build={"commit": "0123456789abcdef+changes", "toolchain": "clang 22.1"}
        )
        content["runs"][0]["runner"]["sha256"] = "f" * 64
        content["runs"][0]["host"]["processor"] = "A processor"
        page = html_report.page(content)
        self.assertIn("suite 0.1 (commit 0123456789ab+changes)", page)
        for name, value in (("SHA-256", "f" * 64), ("processor", "A processor"), ("compiler", "clang 22.1"),
                            ("command", "engine"), ("suite", "0123456789abcdef+changes")):  # fmt: skip
            self.assertIn(f"<dt>{name}</dt><dd>{value}</dd>", page)


class Sentences(unittest.TestCase):
    def said(self, *verdicts):
        tests = [{"status": verdict} for verdict in verdicts]
        return engines_section.sentence(merging.totals(tests))

    def test_they_say_what_the_counts_mean(self):
        self.assertEqual(self.said("pass", "pass"), "Behaves as Linux does in all 2 judged programs.")
        self.assertEqual(self.said("skip"), "Nothing could be judged on this machine.")
        self.assertEqual(
            self.said("pass", "fail", "missing", "skip"),
            "Behaves as Linux does in 1 of 3 judged programs: 1 differs from Linux, 1 lacks an import. "
            "1 not judged on this machine.",
        )


class OfTheOracle(unittest.TestCase):
    def said(self, *verdicts):
        return engines_section.oracle_sentence(merging.totals([{"status": verdict} for verdict in verdicts]))

    def test_they_say_what_linux_itself_does_here(self):
        self.assertEqual(self.said("pass"), "Linux itself, on this machine, agrees with all 1 expectations.")
        self.assertEqual(
            self.said("pass", "fail", "skip"),
            "Linux itself, on this machine, agrees with 1 of 2 expectations; by the other 1 no engine is judged on "
            "this machine. "
            "1 have no equivalent on Linux, or need something that this machine lacks.",
        )


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

    def test_results_may_be_packed(self):
        packed = self.directory / "old.json.gz"
        packed.write_bytes(gzip.compress(json.dumps(OLD).encode()))
        self.assertEqual(run_cli("report", str(packed), "--markdown", "-")[0], 0)
        for damaged in (packed.read_bytes()[:-9], b"\x1f\x8b no gzip", packed.read_bytes()[:40] + b"\xff" * 40):
            packed.write_bytes(damaged)
            status, out, err = run_cli("report", str(packed), "--markdown", "-")
            self.assertEqual((status, out, err.count("\n")), (2, "", 1), err)
            self.assertIn("cannot be read", err)

    def test_nothing_asked_for_and_nothing_there(self):
        self.assertIn("nothing to write: give --html FILE", run_cli("report", *self.files)[2])
        (self.directory / "old").write_text(json.dumps(OLD | {"runs": []}))
        status, _, err = run_cli("report", self.files[0], "--html", "x")
        self.assertEqual(status, 2)
        self.assertIn("these results hold no run", err)

    def test_where_nothing_can_be_written(self):
        status, _, err = run_cli("report", *self.files, "--html", str(self.directory / "gone" / "r.html"))
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("cannot be written: its directory does not exist", err)

    def test_files_that_are_no_results(self):
        cases = {
            "": "is empty: name a file that `harness/wali-cts run` wrote",
            "[1": "is not JSON",
            "{}": "is a file of another kind: name a file",
            '{"schema": 1, "mutants": []}': "is a file of another kind: name a file",
            '{"schema": 9, "runs": []}': "has schema 9, and this wali-cts reads schema 1: make it again",
        }
        path = self.directory / "wrong.json"
        for text, words in cases.items():
            path.write_text(text)
            for command in (("report", "--html", "x"), ("diagnose",), ("gate", "--baseline", "e.libc.toml")):
                status, out, err = run_cli(command[0], str(path), *command[1:])
                self.assertEqual((status, out, err.count("\n")), (2, "", 1), (command, text))
                self.assertIn(words, err)
        for name, words in ((self.directory, "it is a directory"), (self.directory / "gone", "does not exist")):
            status, _, err = run_cli("diagnose", str(name))
            self.assertEqual((status, err.count("\n")), (2, 1))
            self.assertIn(words, err)


if __name__ == "__main__":
    unittest.main()
