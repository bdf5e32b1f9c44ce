"""bench: what is measured of stand-in engines, and the module that is enlarged."""

import errno
import json
import os
import subprocess
import sys
import unittest
from unittest import mock

from driver.basics import files
from driver.examining import cost, large_module
from driver.suite import tools, wasm
from driver.tests.support import SOURCE_DIR, FakeTree, has_lit_and_filecheck, run_cli

# A trivial module: () -> () exported as _start.
TRIVIAL = (
    b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x07\x0a\x01\x06_start\0\0\x0a\x04\x01\x02\0\x0b"
)


class Judged(unittest.TestCase):
    def test_ratio_of_pairs(self):
        measure = cost.Measure("getpid", "getpid", ratio=1.3)
        made = cost.judged(measure, [100.0, 200.0, 100.0], [120.0, 240.0, 300.0])
        self.assertAlmostEqual(made["ratio"]["median"], 1.2)
        self.assertTrue(made["met"])
        self.assertEqual(made["native"]["median"], 100)
        self.assertFalse(cost.judged(measure, [100.0] * 3, [131.0] * 3)["met"])

    def test_aims_in_time(self):
        measure = cost.Measure("start-up", "start-up", nanoseconds=2000)
        self.assertTrue(cost.judged(measure, [1.0] * 3, [2000.0] * 3)["met"])
        self.assertFalse(cost.judged(measure, [1.0] * 3, [2001.0] * 3)["met"])

    def test_aims_above_the_twin(self):
        measure = cost.Measure("open", "open", more=1500)
        self.assertTrue(cost.judged(measure, [100.0, 900.0, 100.0], [1600.0, 2400.0, 9000.0])["met"])
        self.assertFalse(cost.judged(measure, [100.0] * 3, [1601.0] * 3)["met"])

    def test_durations(self):
        self.assertEqual(cost.duration(123.4), "123 ns")
        self.assertEqual(cost.duration(1234), "1.23 us")
        self.assertEqual(cost.duration(2_500_000_000), "2500 ms")


class Enlarged(unittest.TestCase):
    def test_size_and_sections(self):
        large = large_module.enlarged(TRIVIAL, 100_000)
        self.assertLess(abs(len(large) - 100_000), 3000)
        self.assertEqual(large, large_module.enlarged(TRIVIAL, 100_000))
        before, after = (dict(wasm.sections(module)) for module in (TRIVIAL, large))
        self.assertEqual(list(before), list(after))
        self.assertEqual(before[7], after[7])
        functions = wasm.Reader(after[3]).number()
        bodies = wasm.Reader(after[10]).number()
        self.assertEqual(functions, bodies)
        self.assertGreater(functions, 50)

    def test_constants(self):
        self.assertEqual(large_module._constant(63), b"\x41\x3f")
        self.assertEqual(large_module._constant(64), b"\x41\xc0\x00")
        self.assertEqual(large_module._constant(128), b"\x41\x80\x01")


class Command(unittest.TestCase):
    """The programs are shell scripts that say what they counted."""

    def setUp(self):
        self.fake = FakeTree(self)
        for measure in cost.MEASURES:
            self.program(measure.name, 100, 110)

    def program(self, name, native, engine):
        for suffix, time in (("native", native), ("libc.wasm", engine), ("spec2026.wasm", engine)):
            text = f"#!/bin/sh\necho operations = 10\necho nanoseconds = {10 * time}\n"
            self.fake.write(f"build/harness/bench/{name}.{suffix}", text, 0o755)

    def bench(self, *arguments):
        common = ("--build-dir", str(self.fake.build), "--no-build", "--runner", "engine", "--alternations", "10")
        return run_cli("bench", *common, *arguments)

    def content(self):
        return json.loads((self.fake.build / "bench" / "bench.json").read_text())

    def test_table_and_json(self):
        status, out, err = self.bench("getpid", "pread64")
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"getpid +100 ns +110 ns +1.10 +1.10-1.10 +1.3 x +met")
        content = self.content()
        self.assertEqual([m["name"] for m in content["measures"]], ["getpid", "pread64"])
        self.assertEqual(len(content["measures"][0]["engine"]["samples"]), 10)
        self.assertEqual(content["runner"]["abi"], "libc")

    def test_start_up_is_timed_from_outside(self):
        self.assertEqual(self.bench("start-up", "--abi", "spec2026")[0], 0)
        measure = self.content()["measures"][0]
        self.assertGreater(measure["engine"]["median"], 100_000)

    def test_what_cannot_run_is_said_and_the_rest_measured(self):
        self.fake.write("build/harness/bench/getpid.libc.wasm", "#!/bin/sh\necho no fork here >&2\nexit 3\n", 0o755)
        status, out, _ = self.bench("getpid", "pread64")
        self.assertEqual(status, 1)
        self.assertRegex(out, r"getpid .*status 3: no fork here")
        self.assertIn("error", self.content()["measures"][0])
        self.assertTrue(self.content()["measures"][1]["met"])

    def test_a_place_that_cannot_be_written_is_refused_before_anything_is_measured(self):
        with mock.patch.object(cost.Bench, "execute", lambda *_: self.fail("it was measured")):
            status, _, err = self.bench("getpid", "--output", "/proc/self")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("/proc/self: No such file or directory: name another directory with --output DIR", err)

    def test_what_was_measured_is_shown_where_it_cannot_be_written(self):
        with mock.patch.object(files, "replace", side_effect=OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))):
            status, out, err = self.bench("getpid")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("bench.json cannot be written: No space left on device", err)
        self.assertRegex(out, r"getpid +100 ns +110 ns")

    def test_wrong_words(self):
        self.assertEqual(self.bench("nosuch")[0], 2)
        self.assertEqual(self.bench("getpid", "--alternations", "3")[0], 2)


# Takes so many seconds of processor time.
_COMPUTE = f"{sys.executable} -I -S -c 'import time\nwhile time.process_time() < {{}}: pass'; echo one"


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Suite(unittest.TestCase):
    """Whole runs; times are what processes took, not what a clock showed."""

    def setUp(self):
        self.fake = FakeTree(self)
        self.fake.program("path/openat/one", _COMPUTE.format(0.4), native=_COMPUTE.format(0.2))
        self.fake.program("path/openat/two")
        self.fake.program("file/read/one")

    def bench(self, *arguments):
        """Exit status, what is printed, and the processor time that the command's parent sees."""
        words = [sys.executable, SOURCE_DIR / "harness/wali-cts", "bench", "--suite", "--runner", "engine", "--no-build"]
        words += ["--build-dir", str(self.fake.build), *arguments]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        out = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        return process.returncode, out, usage.ru_utime + usage.ru_stime

    def content(self):
        return json.loads((self.fake.build / "bench" / "suite.json").read_text())

    def test_kinds_add_up_to_what_the_parent_sees(self):
        status, out, seen = self.bench()
        self.assertEqual(status, 0, out)
        content = self.content()
        spent = {run["name"]: run["spent"] for run in content["runs"]}
        self.assertEqual(list(spent), ["native", "engine libc", "engine spec2026"])
        kinds = sum(sum(run.values()) for run in spent.values())
        self.assertAlmostEqual(kinds + content["driver"] + content["probes"], content["total"], places=4)
        self.assertLessEqual(content["total"], seen)
        self.assertLess(seen - content["total"], 0.2 * seen, "only the command's own end is lacking")
        programs_own = sum(run.get("native", 0) + run.get("engine", 0) for run in spent.values())
        self.assertAlmostEqual(content["beyond"], (content["total"] - programs_own) / 9, places=4)
        self.assertRegex(out, r"(?m)^beyond engine and native: .* ms for each program of a run; .*: (met|missed)$")

    def test_each_process_is_of_one_kind(self):
        self.bench()
        native, libc, _ = (run["spent"] for run in self.content()["runs"])
        self.assertGreaterEqual(native["native"], 0.2)
        self.assertGreaterEqual(libc["engine"], 0.4)
        self.assertNotIn("engine", native)
        self.assertNotIn("native", libc)
        self.assertGreater(native["FileCheck"], 0)
        for run in (native, libc):
            self.assertGreater(run["launcher"], 0)
            self.assertGreater(run["lit"], 0)

    def test_a_part(self):
        status, out, _ = self.bench("file/")
        self.assertEqual(status, 0, out)
        self.assertRegex(out, r"(?m)^part \(1 of 3 programs\): .*'file/'$")
        self.assertEqual([run["programs"] for run in self.content()["runs"]], [1, 1, 1])
        self.assertEqual(self.bench("nosuch")[0], 2)
        self.assertEqual(self.bench("--alternations", "10")[0], 2)

    def test_filecheck_is_asked_once_of_what_is_the_same(self):
        """A process for each program natively, and another only where the engine prints something else."""
        log = self.fake.root / "asked"
        filecheck = f"#!/bin/sh\necho $* >> {log}\nexec {tools.newest('FileCheck')} \"$@\"\n"
        info = self.fake.tree.build_info() | {"filecheck": str(self.fake.write("filecheck", filecheck, 0o755))}
        self.fake.write("build/build-info.json", json.dumps(info))
        self.fake.program("file/read/one", "echo same", expectation="CHECK: same\n")
        self.fake.program("path/openat/two", "echo three", native="echo two", expectation="CHECK: two\n")
        self.assertEqual(self.bench("--abi", "libc")[0], 0)
        asked = log.read_text().splitlines()
        self.assertEqual(sum("file/read/one" in line for line in asked), 1)
        self.assertEqual(sum("path/openat/two" in line for line in asked), 2)

    def test_verdicts_do_not_matter_but_lacking_ones_do(self):
        self.fake.program("path/openat/two", "echo two", native="echo one")
        self.assertEqual(self.bench()[0], 0)
        self.fake.write("source/expected/file/read/one.check", "CHECKS: one\n")
        status, out, _ = self.bench()
        self.assertEqual(status, 2)
        self.assertIn("file/read/one: not judged", out)
        self.assertRegex(out, r"(?m)^all ")


if __name__ == "__main__":
    unittest.main()
