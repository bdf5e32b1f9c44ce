"""Reading expectations, and saying where a transcript parts from one."""

import unittest

from driver.suite.expectation import directives, on, prefixes, versions
from driver.suite.matching import difference, first_difference
from driver.suite.patterns import Part, numeric_uses, parse


class Parsing(unittest.TestCase):
    def test_directives_have_their_line_numbers(self):
        self.assertEqual(directives("# about\nCHECK: a\n\nCHECK:  b \n"), [(2, "a"), (4, "b")])

    def test_parts_of_a_pattern(self):
        self.assertEqual(
            list(parse("a = {{[0-9]+}} [[#PID:]] [[NAME:[0-9]+]] [[NAME]] [[#PID+1]]")),
            [
                Part("text", "a = "),
                Part("regex", "[0-9]+"),
                Part("text", " "),
                Part("number", "", "PID", True),
                Part("text", " "),
                Part("string", "[0-9]+", "NAME", True),
                Part("text", " "),
                Part("string", "", "NAME", False),
                Part("text", " "),
                Part("number", "PID+1", None, False),
            ],
        )

    def test_the_first_two_braces_close_a_regular_expression(self):
        self.assertEqual(list(parse("{{[0-9]{9}}}")), [Part("regex", "[0-9]{9"), Part("text", "}")])

    def test_lines_that_hold_on_some_kernels(self):
        text = "SINCE-6-10: new\nUNTIL-6-10: old\nCHECK: both\n"
        self.assertEqual(directives(text, (6, 9)), [(2, "old"), (3, "both")])
        self.assertEqual(directives(text, (6, 10)), [(1, "new"), (3, "both")])
        self.assertEqual(prefixes(text, (7, 0)), ["SINCE-6-10", "CHECK"])
        self.assertEqual(versions(text), [(6, 10)])
        self.assertEqual(on(text, (6, 9)), "CHECK: old\nCHECK: both\n")
        self.assertEqual(on(text, None), text)

    def test_an_open_bracket_is_an_error(self):
        for pattern in ("{{[0-9]+", "[[NAME", "[[NAME:[0-9]+]"):
            with self.assertRaises(ValueError):
                list(parse(pattern))

    def test_uses_of_a_numeric_expression(self):
        self.assertEqual(numeric_uses("A + B - 0x10"), ["A", "B"])
        self.assertEqual(numeric_uses("mul(add(A, 1), BLOCKS)"), ["A", "BLOCKS"])


class Differences(unittest.TestCase):
    EXPECTATION = "CHECK: pid = [[#PID:]]\nCHECK: size = {{[0-9]+}}\nCHECK: again = [[#PID]]\n"

    def test_no_difference(self):
        self.assertEqual(first_difference(self.EXPECTATION, "pid = 12\nsize = 3\nagain = 12\n"), "")

    def test_blanks_count_as_in_filecheck(self):
        self.assertEqual(first_difference("CHECK: a b\n", "  a  b \n"), "")

    def test_a_variable_keeps_its_value(self):
        found = first_difference(self.EXPECTATION, "pid = 12\nsize = 3\nagain = 13\n")
        self.assertEqual(found, "line 3: expected: again = [[#PID]] (PID is 12), got: again = 13")

    def test_too_few_and_too_many_lines(self):
        self.assertEqual(first_difference("CHECK: a\nCHECK: b\n", "a\n"), "line 2: expected: b, got no more")
        self.assertEqual(first_difference("CHECK: a\n", "a\nexit 1\n"), "line 2: expected no more, got: exit 1")

    def test_difference_line_by_line(self):
        shown = difference("CHECK: a\nCHECK: b\nCHECK: c\n", "a\nextra\nB\nc\nexit 1\n")
        self.assertEqual(shown, "  a\n- b\n+ extra\n+ B\n  c\n+ exit 1")

    def test_a_long_transcript_is_compared_in_reasonable_time(self):
        expectation = "".join(f"CHECK: line {i}\n" for i in range(2000))
        shown = difference(expectation, "".join(f"other {i}\n" for i in range(2000)))
        self.assertEqual(len(shown.splitlines()), 4000)


if __name__ == "__main__":
    unittest.main()
