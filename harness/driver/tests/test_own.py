"""Setting aside what the engine says on standard output."""

import re
import subprocess
import sys
import unittest

from driver.running import own
from driver.suite.adapter_files import find
from driver.tests.test_adapters import TREE


def split(transcript, *patterns):
    return own.split(transcript, [re.compile(pattern, re.MULTILINE) for pattern in patterns])


class OwnLines(unittest.TestCase):
    def test_whole_lines_go_and_the_ending_stays(self):
        self.assertEqual(split("a = 1\nWARN x\nb = 2\nexit 3\n", "^WARN"), ("a = 1\nb = 2\nexit 3\n", ["WARN x"]))
        self.assertEqual(split("WARN x\ntimeout\n", "."), ("timeout\n", ["WARN x"]))
        self.assertEqual(split("a = 1\n", "^WARN"), ("a = 1\n", []))
        self.assertEqual(split("", "^WARN"), ("", []))

    def test_a_pattern_sees_what_was_printed(self):
        transcript = "\\x20\\x20<frame>\n\\t@ host\na = 1\n"
        self.assertEqual(split(transcript, "^ *<", "^\t@"), ("a = 1\n", ["  <frame>", "\t@ host"]))

    def test_a_pattern_may_span_lines_and_reach_an_empty_one(self):
        transcript = "FATAL x\n\\n\na = 1\n\\n\nb = 2\nFATAL y\nc = 3\n"
        left, said = split(transcript, r"^FATAL.*(\n$)?")
        self.assertEqual(left, "a = 1\n\\n\nb = 2\nc = 3\n")
        self.assertEqual(said, ["FATAL x", "", "FATAL y"])

    def test_words_behind_an_unfinished_line_go_with_their_newline(self):
        self.assertEqual(split("ab WARN x\ncd\n", "WARN"), ("ab cd\n", ["WARN x"]))
        self.assertEqual(split("ab WARN x\nWARN y\ncd\n", "WARN"), ("ab cd\n", ["WARN x", "WARN y"]))
        self.assertEqual(split("abWARN x\n\\n\n", "WARN"), ("ab\n", ["WARN x"]))
        self.assertEqual(split("ab WARN x\n", "WARN"), ("ab\\x20\\c\n", ["WARN x"]))
        self.assertEqual(split("ab WARN x\n\\x20c\n", "WARN"), ("ab \\x20c\n", ["WARN x"]))
        self.assertEqual(split("\\x01WARN x\n\\x02\n", "WARN"), ("\\x01\\x02\n", ["WARN x"]))

    def test_words_without_newline_take_the_programs_next_line_along(self):
        self.assertEqual(split("WARNa = 1\nb = 2\n", "^WARN"), ("b = 2\n", ["WARNa = 1"]))

    def test_a_last_line_without_newline(self):
        self.assertEqual(split("a = 1\nWARN\\c\nexit 1\n", "^WARN$"), ("a = 1\nexit 1\n", ["WARN"]))

    def test_a_line_that_reads_like_an_ending_can_be_the_engines(self):
        self.assertEqual(split("\\x65xit 3\nexit 3\n", "^exit"), ("exit 3\n", ["exit 3"]))

    def test_as_a_program_it_runs_a_command_on_the_rest(self):
        words = [
            sys.executable,
            "-IS",
            own.__file__,
            "--own",
            "^WARN",
            "--own",
            "^ERR",
            "--",
            "sh",
            "-c",
            "cat; exit 3",
        ]
        ran = subprocess.run(words, input="a\nWARN\nERR\nb\n", capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (3, "a\nb\n", ""))


class ShippedPatterns(unittest.TestCase):
    """On what the engines were seen to print."""

    def left(self, name, transcript):
        (adapter,) = find(name, TREE)
        return own.split(transcript, adapter.own)[0]

    def test_wizard(self):
        trap = (
            '<wasm func "_start"> +5\n\\x20\\x20<wasm func "test()"> +36\n\\x20\\x20\\x20\\x20!trap[UNREACHABLE]\n'
        )
        self.assertEqual(self.left("wizard", f"a = 1\n{trap}exit 255\n"), "a = 1\nexit 255\n")

    def test_iwasm(self):
        fatal = '[00:25:51:447 - 7FAACFE13740]: wali_syscall_mmap, line 392, [2] WALI: SC "mmap" fatal error! Out of memory!\n'
        stack = "\\n\n#00: 0x0123 - $f12\n#01: 0x0456 - _start\n\\n\nException: unreachable\n"
        for words in (fatal, fatal + "\\n\n", "Exit code Fail: -1\n", stack):
            self.assertEqual(self.left("iwasm", f"a = 1\n{words}b = 2\nexit 1\n"), "a = 1\nb = 2\nexit 1\n")


if __name__ == "__main__":
    unittest.main()
