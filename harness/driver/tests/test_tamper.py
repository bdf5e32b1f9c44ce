"""An expectation or a transcript that was tampered with, one change at a time, fails."""

import unittest

from driver.tests.support import FakeTree, has_lit_and_filecheck

LINES = ["first = 1", 'second = "two words"', "third = -EEXIST"]
EXPECTATION = "".join(f"CHECK: {line}\n" for line in LINES)


def script(text, status=0):
    """A program that prints these bytes (octal escapes for printf)."""
    return "printf '" + text.replace("%", "%%") + f"'; exit {status}"


def lines(*texts):
    return "".join(f"{text}\\n" for text in texts)


# What the engine prints instead, by the name of the change.
TRANSCRIPTS = {
    "nothing-at-all": script(""),
    "first-line-left-out": script(lines(*LINES[1:])),
    "middle-line-left-out": script(lines(LINES[0], LINES[2])),
    "last-line-left-out": script(lines(*LINES[:2])),
    "line-added-before": script(lines("zeroth = 0", *LINES)),
    "line-added-between": script(lines(LINES[0], "extra = 1", *LINES[1:])),
    "line-added-after": script(lines(*LINES, "fourth = 4")),
    "line-printed-twice": script(lines(LINES[0], *LINES)),
    "lines-exchanged": script(lines(LINES[1], LINES[0], LINES[2])),
    "empty-line-before": script("\\n" + lines(*LINES)),
    "empty-line-between": script(lines(LINES[0], "", *LINES[1:])),
    "empty-line-after": script(lines(*LINES) + "\\n"),
    "prefix-cut": script(lines(LINES[0][1:], *LINES[1:])),
    "suffix-cut": script(lines(LINES[0], LINES[1][:-1], LINES[2])),
    "text-added-to-a-line": script(lines(LINES[0] + "0", *LINES[1:])),
    "blanks-doubled": script(lines("first  = 1", *LINES[1:])),
    "blanks-doubled-in-a-string": script(lines(LINES[0], 'second = "two  words"', LINES[2])),
    "blank-in-front": script(lines(" " + LINES[0], *LINES[1:])),
    "blank-at-the-end": script(lines(LINES[0] + " ", *LINES[1:])),
    "tab-for-a-blank": script(lines("first\\t= 1", *LINES[1:])),
    "last-newline-missing": script(lines(*LINES)[:-2]),
    "carriage-return": script(lines(LINES[0] + "\\r", *LINES[1:])),
    "carriage-returns-everywhere": script("".join(f"{line}\\r\\n" for line in LINES)),
    "nul-byte": script(lines(LINES[0] + "\\000", *LINES[1:])),
    "invalid-utf-8": script(lines(*LINES, "\\377")),
    "escape-sequence": script(lines("\\033[0m" + LINES[0], *LINES[1:])),
    "other-letter-case": script(lines(LINES[0].upper(), *LINES[1:])),
    "wrong-exit-status": script(lines(*LINES), 1),
    "status-that-only-looks-expected": script(lines(*LINES, "exit 0")),
}

# What the expectation says instead, while the program prints what it should.
EXPECTATIONS = {
    "check-left-out-first": EXPECTATION.split("\n", 1)[1],
    "check-left-out-between": EXPECTATION.replace(f"CHECK: {LINES[1]}\n", ""),
    "check-left-out-last": EXPECTATION.replace(f"CHECK: {LINES[2]}\n", ""),
    "check-added-before": "CHECK: zeroth = 0\n" + EXPECTATION,
    "check-added-between": EXPECTATION.replace("CHECK: second", "CHECK: extra = 1\nCHECK: second"),
    "check-added-after": EXPECTATION + "CHECK: fourth = 4\n",
    "check-prefix-cut": EXPECTATION.replace("first", "irst"),
    "check-suffix-cut": EXPECTATION.replace("first = 1", "first ="),
    "check-of-another-status": EXPECTATION + "CHECK: exit 1\n",
    "check-of-a-signal": EXPECTATION + "CHECK: killed SIGTERM\n",
    "checks-exchanged": EXPECTATION.replace("first", "x").replace("third", "first").replace("x", "third"),
    "check-of-another-value": EXPECTATION.replace("-EEXIST", "-ENOENT"),
}


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Tamper(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self, real_launcher=True)

    def test_every_change_fails(self):
        right = script(lines(*LINES))
        self.fake.program("path/openat/untouched", right, EXPECTATION)
        for name, tampered in TRANSCRIPTS.items():
            self.fake.program(f"path/openat/{name}", tampered, EXPECTATION, native=right)
        for name, expectation in EXPECTATIONS.items():
            self.fake.program(f"file/read/{name}", right, expectation)
        self.fake.run("run")
        verdicts = self.fake.verdicts()
        self.assertEqual(verdicts.pop("path/openat/untouched"), "pass")
        transcripts = {name: verdicts[f"path/openat/{name}"] for name in TRANSCRIPTS}
        self.assertEqual(transcripts, dict.fromkeys(TRANSCRIPTS, "fail"))
        # The same output on Linux: there the expectation is what is wrong.
        natively = self.fake.verdicts("native", "native")
        expectations = {name: natively[f"file/read/{name}"] for name in EXPECTATIONS}
        self.assertEqual(expectations, dict.fromkeys(EXPECTATIONS, "fail"))


if __name__ == "__main__":
    unittest.main()
