"""The verdict of a run, for every kind of evidence."""

import re
import unittest

from driver.running.verdict import Evidence, decide
from driver.suite.adapters import Adapter

ENGINE = Adapter("e", ("e",), missing=(re.compile("^e: missing"),), trap=(re.compile("^e: trap"),))
TALKER = Adapter("t", ("t",), missing=(re.compile("unlinked"),), trap=(re.compile("^ *!trap"),))


def record(ended="exited", status=0, **more):
    return {
        "ended": ended,
        "status": status,
        "signal": None,
        "stderr": "",
        "stdout_bytes": 0,
        "seconds": 1.0,
    } | more


def verdict(accepted=False, made=None, transcript="", expectation="CHECK: x\n", adapter=ENGINE, own=()):
    return decide(Evidence(accepted, made, transcript, expectation, own=own), adapter)


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
        self.assertEqual(
            verdict(True, record("flood", None, stdout_kept=5, disk_bytes=9)), ("fail", "flood: 9 bytes of files")
        )

    def test_fail_is_what_nothing_else_explains(self):
        self.assertEqual(verdict(made=record())[0], "fail")
        self.assertEqual(verdict(made=record(status=3), transcript="exit 3\n")[0], "fail")

    def test_timeout(self):
        self.assertEqual(verdict(made=record("timeout", None, seconds=30.0)), ("timeout", "no end within 30.0 s"))

    def test_not_started_is_a_crash(self):
        self.assertEqual(
            verdict(made=record("not-started", None, error="no such file")), ("crash", "not started: no such file")
        )

    def test_missing_needs_the_message_and_an_ending_that_is_not_expected(self):
        message = {"stderr": "e: missing import: wali.SYS_x\n"}
        self.assertEqual(verdict(made=record(status=125, **message)), ("missing", "e: missing import: wali.SYS_x"))
        self.assertEqual(verdict(made=record(status=0, **message))[0], "fail")
        self.assertEqual(verdict(made=record(status=7, **message), expectation="CHECK: x\nCHECK: exit 7\n")[0], "fail")
        self.assertEqual(verdict(made=record("killed", None, signal="SIGABRT", **message))[0], "missing")
        self.assertEqual(verdict(made=record(status=125))[0], "fail")

    def test_an_import_that_may_be_refused_passes_where_it_is(self):
        def refused(message, transcript="exit 125\n", **more):
            made = record(status=125, stderr=f"e: missing import: {message}") | more
            return decide(Evidence(False, made, transcript, "CHECK: x\n", may_be_refused=("SYS_x",)), ENGINE)

        self.assertEqual(refused("wali.SYS_x"), ("pass", ""))
        self.assertEqual(refused('"wali"."SYS_x"')[0], "pass")
        self.assertEqual(refused("wali.SYS_xy")[0], "missing")
        self.assertEqual(refused("wali.SYS_x", "a = 1\nexit 125\n")[0], "missing")
        self.assertEqual(refused("wali.SYS_x", status=0)[0], "fail")

    def test_an_import_may_be_found_lacking_after_the_program_has_printed(self):
        made = record(status=125, stdout_bytes=6, stderr="e: missing import: wali.SYS_x\ne: trap: it\n")
        self.assertEqual(verdict(made=made, transcript="a = 1\nexit 125\n")[0], "missing")

    def test_a_trap_is_a_crash_only_where_it_ended_the_engine(self):
        self.assertEqual(verdict(made=record(status=134, stderr="e: trap: x")), ("crash", "e: trap: x"))
        self.assertEqual(verdict(made=record(status=0, stderr="e: trap: x"))[0], "fail")

    def test_a_signal_is_a_crash_unless_the_expectation_names_it(self):
        killed = record("killed", None, signal="SIGSEGV", stderr="first\nlast words\n")
        self.assertEqual(verdict(made=killed), ("crash", "killed by SIGSEGV: last words"))
        self.assertEqual(verdict(made=killed, expectation="CHECK: killed SIGTERM\n")[0], "crash")
        self.assertEqual(verdict(made=killed, expectation="CHECK: x\nCHECK: killed SIGSEGV\n")[0], "fail")

    def test_blocked_is_the_programs_last_line_however_it_ended(self):
        transcript = "a = 1\nblocked: mkdir = -EPERM\n"
        for made, ending in (
            (record(status=75), "exit 75\n"),
            (record(status=1, stderr="e: trap: unreachable\n"), "exit 1\n"),
            (record(status=0), ""),
            (record("killed", None, signal="SIGSEGV"), "killed SIGSEGV\n"),
            (record("timeout", None), "timeout\n"),
            (record("flood", None), "flood\n"),
        ):
            with self.subTest(ending):
                self.assertEqual(verdict(made=made, transcript=transcript + ending), ("blocked", "mkdir = -EPERM"))

    def test_lines_that_are_not_the_programs_may_follow_a_block(self):
        for words in ("Exit code Fail: 75", "\\x20\\x20register = 0", "#00: f", "\\n", "unfinished\\c"):
            transcript = f"blocked: mkdir = -EPERM\n{words}\nexit 75\n"
            self.assertEqual(verdict(made=record(status=75), transcript=transcript), ("blocked", "mkdir = -EPERM"))

    def test_who_goes_on_after_a_block_is_not_blocked(self):
        for words in ("child = exited 75", "stat.st_mode = S_IFREG|0644"):
            transcript = f"blocked: mkdir = -EPERM\n{words}\n"
            self.assertEqual(verdict(made=record(), transcript=transcript)[0], "fail")
        hangs = record("timeout", None)
        self.assertEqual(verdict(made=hangs, transcript="blocked: x = 1\na = 1\ntimeout\n")[0], "timeout")
        self.assertEqual(verdict(made=record(), transcript="blocked: x = 1\nblocked: y = 2\n"), ("blocked", "y = 2"))

    def test_a_block_that_is_expected_passes(self):
        self.assertEqual(verdict(True, record(status=75), "blocked: mkdir = -EPERM\nexit 75\n"), ("pass", ""))

    def test_messages_are_found_on_both_streams(self):
        for own in ((), ("  !trap[UNREACHABLE]",)):
            transcript = "a = 1\n" + ("" if own else "\\x20\\x20!trap[UNREACHABLE]\n") + "exit 255\n"
            found = verdict(made=record(status=255), transcript=transcript, adapter=TALKER, own=own)
            self.assertEqual(found, ("crash", "!trap[UNREACHABLE]"))
        made = record(status=1, stderr="failed to call unlinked import\n!trap\n")
        self.assertEqual(verdict(made=made, transcript="a\nexit 1\n", adapter=TALKER)[0], "missing")
        self.assertEqual(verdict(made=record(status=1), transcript="a\nexit 1\n", adapter=TALKER)[0], "fail")

    def test_a_message_is_not_looked_for_in_what_the_program_reports(self):
        made = record(status=1)
        self.assertEqual(verdict(made=made, transcript='text = "unlinked"\nexit 1\n', adapter=TALKER)[0], "fail")

    def test_the_engines_own_words_explain_a_signal(self):
        killed = record("killed", None, signal="SIGABRT")
        self.assertEqual(verdict(made=killed, own=("FATAL: lost",)), ("crash", "killed by SIGABRT: FATAL: lost"))

    def test_a_detail_is_one_short_line(self):
        detail = verdict(made=record(status=1, stderr="e: trap " + "x" * 1000))[1]
        self.assertLessEqual(len(detail), 240)
        self.assertNotIn("\n", detail)


if __name__ == "__main__":
    unittest.main()
