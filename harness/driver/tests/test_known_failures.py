"""The shipped known failures: files that parse, of programs and adapters that there are, with a reason each."""

from __future__ import annotations

import json
import tempfile
import tomllib
import unittest
from pathlib import Path

from driver.results import merging
from driver.running import baseline
from driver.suite.layout import SOURCE_DIR, Tree
from driver.tests.support import run_cli
from driver.tests.test_gate import part
from driver.tests.test_results import result

FILES = sorted((SOURCE_DIR / "expected" / "known-failures").glob("*.toml"))
RECORDED = [path for path in FILES if baseline.NAME.fullmatch(path.name)["runner"] in ("iwasm", "wizard")]


class Shipped(unittest.TestCase):
    def test_they_are_of_adapters_and_revisions_that_there_are(self):
        for path in FILES:
            name = baseline.NAME.fullmatch(path.name)
            adapter = tomllib.loads((SOURCE_DIR / "runners" / f"{name['runner']}.toml").read_text())
            self.assertIn(name["abi"], adapter["abi"], path.name)

    def test_each_entry_is_of_a_program_and_has_a_reason(self):
        programs = {program.id for program in Tree.at().programs()}
        for path in FILES:
            for entry in baseline.load(path).values():
                self.assertIn(entry.id, programs, path.name)
                self.assertTrue(entry.reason.strip(), f"{path.name}: {entry.id}")
                self.assertTrue({"fail", "blocked", "crash", "timeout", "missing"} >= {*entry.expected}, entry.id)

    def test_recordings_say_of_what_they_are(self):
        self.assertEqual([path.name for path in RECORDED], ["iwasm.libc.toml", "wizard.spec2026.toml"])
        for path in RECORDED:
            head = path.read_text().split("version = 1")[0]
            said = ("--version` says", "of the suite at commit", "newer than the recording", f"{path.name} build/results")
            for words in said:
                self.assertIn(words, head, path.name)
            self.assertIn(f": {len(baseline.load(path))} of the ", head, path.name)  # as many as it says
            self.assertTrue(baseline.suite_of(path.read_text()), path.name)


class Gated(unittest.TestCase):
    """The gate, on a run that fails as a recording did, and in one program more."""

    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.results = Path(directory.name) / "results.json"

    def gate(self, path: Path, failing: dict[str, str]) -> tuple[int, str, str]:
        name = baseline.NAME.fullmatch(path.name)
        tests = [result(program_id, verdict) for program_id, verdict in sorted(failing.items())]
        run = {"abi": name["abi"], "runner": {"name": name["runner"], "version": "1"}, "host": {}, "tests": tests}
        run |= {"totals": merging.totals(tests), "part": part(len(tests))}
        self.results.write_text(json.dumps({"schema": 1, "suite": baseline.suite_of(path.read_text()), "runs": [run]}))
        return run_cli("gate", "--baseline", str(path), str(self.results))

    def test_what_is_recorded_is_no_news(self):
        for path in RECORDED:
            for place in (0, -1):
                failing = {i: entry.expected[place] for i, entry in baseline.load(path).items()}
                status, out, err = self.gate(path, failing)
                self.assertEqual((status, err), (0, ""), out)
                self.assertIn("nothing new", out)

    def test_another_program_is(self):
        for path in RECORDED:
            failing = {i: entry.expected[0] for i, entry in baseline.load(path).items()}
            status, out, _ = self.gate(path, failing | {"path/openat/newer": "fail"})
            self.assertEqual(status, 1)
            self.assertIn("error: new failure: path/openat/newer", out)


if __name__ == "__main__":
    unittest.main()
