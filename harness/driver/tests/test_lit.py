"""lit as LLVM's users know it, on the suite: known failures, filters, shards, reports."""

import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

from driver.suite import tools
from driver.tests.support import FakeTree, built_tree, has_lit_and_filecheck

_TITLE = "wali-cts engine libc :: "


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class LitTest(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def lit(self, *arguments):
        """lit's exit status, standard output and standard error."""
        words = [tools.newest("lit"), "--no-progress-bar", str(self.fake.build / "suite"), "--param", "runner=engine"]
        ran = subprocess.run([*words, *arguments], capture_output=True, text=True)
        return ran.returncode, ran.stdout, ran.stderr

    def codes(self, *arguments):
        """Exit status, and lit's codes by program."""
        status, out, _ = self.lit("-a", *arguments)
        found = re.findall(rf"^([A-Z]+): {_TITLE}(\S+)\.cpp", out, re.MULTILINE)
        return status, {program_id: code for code, program_id in found}

    def baseline(self, *entries, name="engine.libc.toml"):
        text = "version = 1\n"
        for program_id, expected, *more in entries:
            text += f"[[test]]\nid = '{program_id}'\nexpected = '{expected}'\n" + "".join(f"{line}\n" for line in more)
        return f"baseline={self.fake.write(name, text)}"


class KnownFailures(LitTest):
    def setUp(self):
        super().setUp()
        self.fake.program("path/openat/fails", "echo two", native="echo one")
        self.fake.program("path/openat/is-blocked", "echo 'blocked: mkdir = -EPERM'; exit 75", native="echo one")
        self.fake.program("path/openat/passes")

    def test_they_are_xfail_and_the_exit_status_is_0(self):
        self.assertEqual(self.codes()[0], 1)
        known = self.baseline(("path/openat/fails", "fail"), ("path/openat/is-blocked", "blocked"))
        status, codes = self.codes("--param", known)
        self.assertEqual(
            codes,
            {"path/openat/fails": "XFAIL", "path/openat/is-blocked": "XFAIL", "path/openat/passes": "PASS"},
        )
        self.assertEqual(status, 0)

    def test_a_pass_is_xpass_and_ends_as_the_lit_that_is_used_has_it(self):
        tools.make_lit_importable(self.fake.tree)
        import lit.Test

        known = self.baseline(("path/openat/passes", "fail", "reason = 'as is known'"))
        status, codes = self.codes("--param", known, "--filter", "passes")
        self.assertEqual(codes, {"path/openat/passes": "XPASS"})
        self.assertEqual(status, int(lit.Test.XPASS.isFailure), "LLVM's fails; Debian's does not")
        self.assertIn("known: fail; as is known", self.lit("-a", "--param", known)[1])

    def test_another_failure_than_the_known_one_is_one(self):
        cases = [
            ("path/openat/fails", "timeout"),
            ("path/openat/fails", "fail", "detail = 'line 1: expected: one, got: three'"),
            ("path/openat/passes", "pass"),
        ]
        for entry in cases[:2]:
            status, codes = self.codes("--param", self.baseline(entry), "--filter", "fails")
            self.assertEqual((status, codes), (1, {"path/openat/fails": "FAIL"}))
        same = self.baseline(("path/openat/fails", "fail", "detail = 'line 1: expected: one, got: two'"))
        self.assertEqual(self.codes("--param", same, "--filter", "fails"), (0, {"path/openat/fails": "XFAIL"}))

    def test_xunit_tells_of_new_failures_only(self):
        report = self.fake.root / "lit.xml"
        self.lit("--xunit-xml-output", str(report), "--param", self.baseline(("path/openat/fails", "fail")))
        root = ElementTree.parse(report).getroot()
        suite = root if root.tag == "testsuite" else root.find("testsuite")
        self.assertEqual((suite.get("tests"), suite.get("failures")), ("3", "1"))
        [failed] = [case for case in suite.iter("testcase") if case.find("failure") is not None]
        self.assertEqual(failed.get("name"), "is-blocked.cpp")
        self.assertIn("mkdir = -EPERM", failed.find("failure").text)

    def test_lits_own_xfail_takes_every_verdict(self):
        status, codes = self.codes("--xfail", "path/openat/is-blocked.cpp", "--filter", "is-blocked")
        self.assertEqual((status, codes), (0, {"path/openat/is-blocked": "XFAIL"}))

    def test_a_baseline_that_cannot_be_used_is_fatal(self):
        for param, says in (
            ("baseline=/nonexistent", "/nonexistent does not exist"),
            (self.baseline(name="other.libc.toml"), "is the baseline of other libc, and this is a run of engine libc"),
            (self.baseline(name="engine.spec2026.toml"), "is the baseline of engine spec2026, and this"),
            (self.baseline(("path/openat/fails", "failure")), "path/openat/fails"),
        ):
            status, _, err = self.lit("--param", param)
            self.assertEqual(status, 2)
            self.assertIn(says, err)
            self.assertNotIn("Traceback", err)

    def test_a_program_that_there_is_not_is_named(self):
        status, _, err = self.lit("--param", self.baseline(("path/openat/gone", "fail")), "--filter", "passes")
        self.assertEqual(status, 0)
        self.assertIn("engine.libc.toml: path/openat/gone: no program of this suite is called so", err)


class Habits(LitTest):
    def setUp(self):
        super().setUp()
        for number in range(5):
            self.fake.program(f"path/openat/case-{number}")

    def test_filter(self):
        self.assertEqual(set(self.codes("--filter", "case-[12]")[1]), {"path/openat/case-1", "path/openat/case-2"})
        self.assertEqual(set(self.codes("--filter-out", "case-[0-3]")[1]), {"path/openat/case-4"})

    def test_shards_are_the_whole_and_do_not_overlap(self):
        shards = [self.codes("--num-shards", "2", "--run-shard", str(n))[1] for n in (1, 2)]
        self.assertEqual(sum(map(len, shards)), 5)
        self.assertEqual(set().union(*shards), {f"path/openat/case-{number}" for number in range(5)})

    def test_time_tests(self):
        out = self.lit("--time-tests")[1]
        self.assertIn("Slowest Tests:", out)
        self.assertRegex(out, rf"\d+\.\d+s: {_TITLE}path/openat/case-0\.cpp")

    def test_a_revision_that_was_not_asked_for_is_named(self):
        self.assertIn("note: runs revision libc; --param abi=spec2026 runs the other", self.lit()[2])
        self.assertNotIn("note:", self.lit("--param", "abi=libc")[2])


@unittest.skipUnless(built_tree(), "the project is not built")
class Ctest(unittest.TestCase):
    def test_the_suite_is_registered(self):
        words = ["ctest", "--test-dir", str(built_tree().build_dir), "-N", "-L", "^suite$"]
        listed = subprocess.run(words, capture_output=True, text=True).stdout
        names = re.findall(r"Test +#\d+: (\S+)", listed)
        self.assertEqual(names, ["suite-native", "suite-wasmtime-libc", "suite-wasmtime-spec2026"])

    def test_what_is_missing_is_built_to_run_tests_and_not_to_list_them(self):
        build = str(built_tree().build_dir)
        with tempfile.TemporaryDirectory() as directory:
            # Here nothing is built, and nothing can be.
            script = Path(build, "build-missing.cmake").read_text().replace(build, directory)
            Path(directory, "CTestTestfile.cmake").write_text(f'{script}\nadd_test(one "true")\n')
            for option in ("-N", "--show-only=json-v1", "--print-labels", "-V"):
                words = ["ctest", "--test-dir", directory, option]
                ran = subprocess.run(words, capture_output=True, text=True)
                self.assertEqual(ran.returncode != 0, option == "-V", ran.stdout)
                self.assertEqual("The build failed." in ran.stdout + ran.stderr, option == "-V", ran.stderr)


if __name__ == "__main__":
    unittest.main()
