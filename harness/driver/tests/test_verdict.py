"""The verdict of a run, for every kind of evidence."""

import re
import unittest

from driver.adapters import Adapter
from driver.verdict import Evidence, decide

ENGINE = Adapter("e", ("e",), missing=(re.compile("^e: missing"),), trap=(re.compile("^e: trap"),))
TALKER = Adapter(
    "t", ("t",), missing=(re.compile("unlinked"),), trap=(re.compile("^Exception"),), messages="stdout"
)


def record(ended="exited", status=0, **more):
    return {
        "ended": ended,
        "status": status,
        "signal": None,
        "stderr": "",
        "stdout_bytes": 0,
        "seconds": 1.0,
    } | more


def verdict(accepted=False, made=None, transcript="", expectation="CHECK: x\n", adapter=ENGINE):
    return decide(Evidence(accepted, made, transcript, expectation), adapter)


class Verdicts(unittest.TestCase):
    def test_pass_is_what_filecheck_accepts(self):
        self.assertEqual(verdict(True, record()), ("pass", ""))
        self.assertEqual(verdict(True, record(status=7))[0], "pass")
        self.assertEqual(verdict(True, record("killed", None, signal="SIGTERM"))[0], "pass")

    def test_what_did_not_end_by_itself_does_not_pass(self):
        self.assertEqual(verdict(True, record("timeout", None))[0], "timeout")
        self.assertEqual(
            verdict(True, record("flood", None, stdout_kept=5)), ("fail", "flood: more than 5 bytes of output")
        )
        self.assertEqual(verdict(True, None)[0], "crash")

    def test_fail_is_what_nothing_else_explains(self):
        self.assertEqual(verdict(made=record())[0], "fail")
        self.assertEqual(verdict(made=record(status=3), transcript="exit 3\n")[0], "fail")

    def test_timeout(self):
        self.assertEqual(verdict(made=record("timeout", None, seconds=30.0)), ("timeout", "no end within 30.0 s"))

    def test_not_started_is_a_crash(self):
        self.assertEqual(
            verdict(made=record("not-started", None, error="no such file")), ("crash", "not started: no such file")
        )

    def test_missing_needs_the_message_and_a_status_and_silence(self):
        message = {"stderr": "e: missing import: wali.SYS_x\n"}
        self.assertEqual(verdict(made=record(status=125, **message)), ("missing", "e: missing import: wali.SYS_x"))
        self.assertEqual(verdict(made=record(status=0, **message))[0], "fail")
        self.assertEqual(verdict(made=record(status=125, **message | {"stdout_bytes": 4}))[0], "fail")
        self.assertEqual(verdict(made=record(status=125))[0], "fail")

    def test_an_import_that_may_be_refused_passes_where_it_is(self):
        def refused(message, **more):
            made = record(status=125, stderr=f"e: missing import: {message}") | more
            return decide(Evidence(False, made, "", "CHECK: x\n", ("SYS_x",)), ENGINE)

        self.assertEqual(refused("wali.SYS_x"), ("pass", ""))
        self.assertEqual(refused('"wali"."SYS_x"')[0], "pass")
        self.assertEqual(refused("wali.SYS_xy")[0], "missing")
        self.assertEqual(refused("wali.SYS_x", stdout_bytes=4)[0], "fail")
        self.assertEqual(refused("wali.SYS_x", status=0)[0], "fail")

    def test_a_trap_is_a_crash_only_where_it_ended_the_engine(self):
        self.assertEqual(verdict(made=record(status=134, stderr="e: trap: x")), ("crash", "e: trap: x"))
        self.assertEqual(verdict(made=record(status=0, stderr="e: trap: x"))[0], "fail")

    def test_a_signal_is_a_crash_unless_the_expectation_names_it(self):
        killed = record("killed", None, signal="SIGSEGV", stderr="first\nlast words\n")
        self.assertEqual(verdict(made=killed), ("crash", "killed by SIGSEGV: last words"))
        self.assertEqual(verdict(made=killed, expectation="CHECK: killed SIGTERM\n")[0], "crash")
        self.assertEqual(verdict(made=killed, expectation="CHECK: x\nCHECK: killed SIGSEGV\n")[0], "fail")

    def test_blocked_is_the_last_line_with_its_status(self):
        transcript = "a = 1\nblocked: mkdir = -EPERM\nexit 75\n"
        self.assertEqual(verdict(made=record(status=75), transcript=transcript), ("blocked", "mkdir = -EPERM"))
        self.assertEqual(verdict(made=record(status=1), transcript=transcript)[0], "fail")
        self.assertEqual(verdict(made=record(status=75), transcript="blocked: x\nmore\nexit 75\n")[0], "fail")

    def test_an_engine_may_speak_on_standard_output(self):
        unlinked = "a = 1\nException: failed to call unlinked import\nexit 1\n"
        made = record(status=1, stdout_bytes=50)
        self.assertEqual(verdict(made=made, transcript=unlinked, adapter=TALKER)[0], "missing")
        self.assertEqual(
            verdict(made=made, transcript="Exception: unreachable\nexit 1\n", adapter=TALKER)[0], "crash"
        )
        self.assertEqual(verdict(made=made, transcript="a\nexit 1\n", adapter=TALKER)[0], "fail")

    def test_a_detail_is_one_short_line(self):
        detail = verdict(made=record(status=1, stderr="e: trap " + "x" * 1000))[1]
        self.assertLessEqual(len(detail), 240)
        self.assertNotIn("\n", detail)


if __name__ == "__main__":
    unittest.main()
