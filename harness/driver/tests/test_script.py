"""What the words of a RUN line stand for."""

import re
import subprocess
import unittest
from pathlib import Path

from driver.running.script import Script
from driver.suite.program import Program


def script(*run_lines, launch="launch -x", engine="-- engine m --", check="| FileCheck"):
    program = Program("path/openat/case", Path("case.cpp"), "It runs.", (), (), run_lines, None)
    return Script(program, launch, engine, check)


class Scripts(unittest.TestCase):
    def test_without_run_lines_the_program_is_run_and_checked(self):
        self.assertEqual(script().commands, ["launch -x -- engine m -- | FileCheck"])

    def test_each_line_is_a_command(self):
        lines = ("echo hi | %launch --stdin %engine one 'two words' | %check", "%run|%check")
        self.assertEqual(
            script(*lines).commands,
            ["echo hi | launch -x --stdin -- engine m -- one 'two words' | FileCheck", "launch -x -- engine m --| FileCheck"],
        )

    def test_nothing_may_take_the_place_of_check(self):
        self.assertEqual(script("%run two | %check ", check="").commands, ["launch -x -- engine m -- two"])

    def test_words_of_the_engine_are_not_replaced(self):
        self.assertEqual(
            script(engine=r"-- e '%launch \1 | %check' --").commands, [r"launch -x -- e '%launch \1 | %check' -- | FileCheck"]
        )

    def test_a_shell_expands_nothing(self):
        line = r"""%launch --env "A='$HOME' \$B `c`" '$D' \$E $F %engine | %check"""
        [command] = script(line, launch="printf '%s|'", engine="x", check="").commands
        printed = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True).stdout
        self.assertEqual(printed, "--env|A='$HOME' $B `c`|$D|$E|$F|x|")

    def test_longer_words_stay(self):
        self.assertEqual(script("%runs %launcher | %checks").commands, ["%runs %launcher | %checks"])

    def test_lit_is_told_the_same(self):
        made = script("%launch %engine | %check")
        [line] = made.program.run_lines
        for pattern, text in made.substitutions:
            line = re.sub(pattern, text, line)
        self.assertEqual([line], made.commands)


if __name__ == "__main__":
    unittest.main()
