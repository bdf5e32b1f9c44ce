"""How the driver's own tests are run: a process for each class, several at a time."""

import json
import os
import signal
import sys
import tempfile
import threading
import unittest
from pathlib import Path

from driver.examining.unit_tests import Tests

HEAD = "import os, pathlib, time, unittest\nHERE = pathlib.Path(__file__).parent\n"
# Waits until another class has come as far.
MEETS = """
class {0}(unittest.TestCase):
    def test_meets(self):
        (HERE / "{0}").touch()
        while not (HERE / "{1}").exists():
            time.sleep(0.01)
"""
ENDS = """
class Counted(unittest.TestCase):
    def test_passes(self): pass
    def test_fails(self): self.assertEqual(1, 2, "so it is")
    def test_raises(self): raise OSError
    @unittest.skip("not here")
    def test_skipped(self): pass
    @unittest.expectedFailure
    def test_passes_unexpectedly(self): pass

class Unprepared(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise OSError("no room")
    def test_never(self): pass
"""
DIES = """
class Dies(unittest.TestCase):
    def test_a(self): pass
    def test_b(self): os._exit(3)
    def test_c(self): pass

class Lives(unittest.TestCase):
    def test_a(self): pass
"""
SHARED = """
made = []

class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls): made.append("once")
    def test_a(self): self.assertEqual(made, ["once"])
    def test_b(self): self.assertEqual(made, ["once"])

class B(unittest.TestCase):
    def test_nothing_of_another_class(self): self.assertEqual(made, [])
"""
LASTS = """
class Lasts(unittest.TestCase):
    def test(self):
        (HERE / "pid").write_text(str(os.getpid()))
        time.sleep(3600)
"""


class UnitTests(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="wali-tests-")
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.times = self.directory / "times.json"
        self.addCleanup(setattr, sys, "path", sys.path[:])
        self.name = f"test_made_{os.path.basename(directory.name).replace('-', '_')}"
        self.addCleanup(sys.modules.pop, self.name, None)

    def load(self, text):
        (self.directory / f"{self.name}.py").write_text(HEAD + text)
        return Tests(self.directory, self.directory, self.times)

    def test_each_end_is_counted_and_what_fails_is_said(self):
        made = self.load(ENDS).run(1)
        self.assertEqual((made.passed, made.failed, made.skipped), (1, 4, 1))
        said = "".join(made.said)
        for words in ("so it is", "test_raises", "no room", "test_passes_unexpectedly"):
            self.assertIn(words, said)
        self.assertNotIn("test_skipped", said)

    def test_a_process_that_dies_fails_its_class_alone(self):
        made = self.load(DIES).run(2)
        self.assertEqual((made.passed, made.failed, made.skipped), (1, 3, 0))
        [said] = made.said
        self.assertRegex(said, r"\.Dies: its process ended with status 3 during .*\.test_b\n$")

    def test_a_module_that_cannot_be_loaded_is_a_failure(self):
        made = self.load("import nosuchmodule\n").run(1)
        self.assertEqual((made.passed, made.failed), (0, 1))
        self.assertIn("nosuchmodule", made.said[0])

    def test_a_class_shares_what_it_prepares_with_no_other(self):
        made = self.load(SHARED).run(1)
        self.assertEqual((made.passed, made.said), (3, []))

    def test_several_run_at_a_time(self):
        made = self.load(MEETS.format("A", "B") + MEETS.format("B", "A")).run(2)
        self.assertEqual(made.passed, 2)

    def test_the_longest_begin_and_unknown_ones_before_them(self):
        one = "class {}(unittest.TestCase):\n    def test_1(self): pass\n"
        tests = "".join(one.format(name) for name in "ABCD") + "    def test_2(self): pass\n"
        self.assertEqual(self.order(tests), "DABC")
        self.times.write_text(json.dumps({f"{self.name}.A": 5, f"{self.name}.B": 9, f"{self.name}.D": 7}))
        self.assertEqual(self.order(tests), "CBDA")
        for damaged in ('{"a', '["A"]', '{"A": "long"}'):
            self.times.write_text(damaged)
            self.assertEqual(self.order(tests), "DABC")
        self.load(tests).run(1)
        self.assertEqual(set(json.loads(self.times.read_text())), {f"{self.name}.{name}" for name in "ABCD"})

    def test_times_that_cannot_be_written_take_no_outcome_along(self):
        self.times = self.directory / "gone" / "times.json"
        made = self.load("class A(unittest.TestCase):\n    def test_1(self): pass\n").run(1)
        self.assertEqual((made.passed, made.failed), (1, 0))

    def order(self, text):
        return "".join(name.rpartition(".")[2] for name in self.load(text).order())

    def test_an_interrupt_leaves_no_process(self):
        tests = self.load(LASTS)
        handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started this may ignore it
        self.addCleanup(signal.signal, signal.SIGINT, handler)
        pid, ended = self.directory / "pid", threading.Event()

        def interrupt():
            while not ended.wait(0.01):
                if pid.exists() and pid.read_text():
                    return os.kill(os.getpid(), signal.SIGINT)

        interrupter = threading.Thread(target=interrupt)
        interrupter.start()
        try:
            with self.assertRaises(KeyboardInterrupt):
                self.fail(f"it ended: {tests.run(1)}")
        finally:
            ended.set()
            interrupter.join()
        self.assertFalse(os.path.exists(f"/proc/{pid.read_text()}"))



if __name__ == "__main__":
    unittest.main()
