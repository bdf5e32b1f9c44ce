"""The matcher in Python says what FileCheck says."""

import random
import re
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from driver.suite import tools
from driver.suite.expectation import directives, prefixes
from driver.suite.matching import Matcher, accepts
from driver.suite.patterns import parse
from driver.suite.layout import SOURCE_DIR
from driver.tests.support import has_lit_and_filecheck

# Expectations with what they are tried on: one transcript a line, whatever the verdict.
HAND_MADE = [
    ("CHECK: a", ["a", "b", "a a", "", "a\nb", " a ", "a\n\na"]),
    ("CHECK: a\nCHECK: a", ["a\na", "a", "a\na\na", "a\nb\na"]),
    ("CHECK: a = {{[0-9]+}}", ["a = 12", "a = -12", "a = 0x12", "a = ", "a = 12 "]),
    ("CHECK: a = {{-?[0-9]+}} b", ["a = -1 b", "a = 1  b", "a = --1 b"]),
    ("CHECK: a = {{[0-9]+\\.[0-9]{9}}}", ["a = 1.000000002", "a = 1.[0-9]{9}"]),
    ("CHECK: a = {{[0-9]+\\.[0-9]+}}", ["a = 1.000000002", "a = 1.", "a = 1"]),
    ("CHECK: a = [[TIME:[0-9]+\\.[0-9]+]]\nCHECK: b = [[TIME]]", ["a = 1.02\nb = 1.02", "a = 1.02\nb = 1.03"]),
    ("CHECK: a = [[#A:]]\nCHECK: b = [[#A]]", ["a = 7\nb = 7", "a = 7\nb = 8", "a = 07\nb = 7", "a = -7\nb = -7"]),
    ("CHECK: a = [[#A:]]\nCHECK: b = [[#A]]0", ["a = 7\nb = 70", "a = 7\nb = 7"]),
    ("CHECK: [[#A:]]\nCHECK: [[#A+1]]", ["7\n8", "9\n10", "7\n7", "0\n1"]),
    ("CHECK: [[#A:]]\nCHECK: [[#A-1]]", ["7\n6", "0\n-1", "0\n1"]),
    ("CHECK: [[#%d,A:]]\nCHECK: [[#A-1]]", ["0\n-1", "-5\n-6", "5\n4"]),
    ("CHECK: [[#A:]]\nCHECK: [[#==A]]", ["3\n3", "3\n4"]),
    ("CHECK: [[#A:]] [[#B:]]\nCHECK: [[#add(A,B)]]", ["3 4\n7", "3 4\n34"]),
    ("CHECK: [[#A:]] [[#B:]]\nCHECK: [[#max(A,B)]] [[#min(A,B)]]", ["3 4\n4 3", "4 3\n4 3", "4 3\n3 4"]),
    ("CHECK: [[#A:]]\nCHECK: [[#mul(A,4096)]]", ["2\n8192", "2\n4096", "0\n0"]),
    ("CHECK: [[#A:]]\nCHECK: [[#div(A,2)]]", ["7\n3", "8\n4", "8\n3"]),
    ("CHECK: [[#A:]]\nCHECK: [[#sub(add(A,1),A)]]", ["7\n1", "7\n2"]),
    ("CHECK: [[#A:]]\nCHECK: [[#A+1-2]]", ["7\n6", "7\n10"]),
    ("CHECK: [[#A:]]\nCHECK: [[#B:A+1]]\nCHECK: [[#B]]", ["1\n2\n2", "1\n3\n3", "1\n2\n3"]),
    ("CHECK: [[#%x,A:]]\nCHECK: [[#A]]", ["ff\nff", "ff\nFF", "FF\nFF", "10\n16"]),
    ("CHECK: [[#%x,A:]]\nCHECK: [[#A+1]]", ["ff\n100", "9\na", "9\n10"]),
    ("CHECK: 0x[[#%x,A:]]\nCHECK: [[#%u,A]]", ["0xff\n255", "0xff\nff"]),
    ("CHECK: [[#%#x,A:]]\nCHECK: [[#%#x,A+16]]", ["0x10\n0x20", "10\n20", "0x10\n20"]),
    ("CHECK: [[#%.4x,A:]]\nCHECK: [[#%.4x,A]]", ["00ff\n00ff", "ff\nff", "12345\n12345"]),
    ("CHECK: [[#%.3u,A:]]\nCHECK: [[#A]]", ["007\n007", "7\n7", "1234\n1234"]),
    ("CHECK: [[#A:]]", ["18446744073709551615", "99999999999999999999999", "x"]),
    ("CHECK: [[#A:]]\nCHECK: [[#A]]", ["18446744073709551615\n18446744073709551615"]),
    ("CHECK: [[N:[0-9]+]] [[N]]", ["1 1", "1 2", "12 12"]),
    ("CHECK: [[N:[0-9]+]]\nCHECK: x[[N]]x", ["1\nx1x", "1\nx2x", "1\nxx"]),
    ("CHECK: a.b*c", ["a.b*c", "axb*c", "a.bbc"]),
    ("CHECK: (a) [b] $ ^ \\ | + ?", ["(a) [b] $ ^ \\ | + ?", "a"]),
    ("CHECK: a   b", ["a b", "a  b", "a\tb", "ab"]),
    ("SINCE-6-10: new\nUNTIL-6-10: old\nCHECK: both", ["new\nboth", "old\nboth", "new\nold\nboth", "both"]),
    ("SINCE-6-1: a\nSINCE-6-10: b\nCHECK: c", ["a\nb\nc", "a\nc", "b\nc", "c"]),
]

KERNELS = [(5, 10), (6, 1), (6, 9), (6, 10), (7, 0)]


def filecheck(expectation: str, transcript: str, kernel: tuple[int, int] | None = None) -> bool:
    """FileCheck's own verdict, with the options of a run."""
    with tempfile.TemporaryDirectory() as directory:
        check = Path(directory) / "a.check"
        check.write_text(expectation)
        words = [tools.newest("FileCheck"), *tools.FILECHECK_OPTIONS, "--allow-empty", "--input-file=-", str(check)]
        words += tools.prefix_option(prefixes(expectation, kernel))
        return subprocess.run(words, input=transcript.encode(), capture_output=True).returncode == 0


def accepted_transcript(expectation: str) -> list[str]:
    """Lines that an expectation accepts. Each variable gets a value of its own; where a result would be
    below 0, larger ones, or all the same."""
    for first, step in ((10, 1), (1, 0), (1000, 1)):
        try:
            return _with_values(expectation, first, step)
        except ValueError as error:
            refused = error
    raise refused


def _with_values(expectation: str, first: int, step: int) -> list[str]:
    matcher, lines, value = Matcher(), [], first
    for _, pattern in directives(expectation):
        line = ""
        for part in parse(pattern):
            value += step
            if part.kind == "text":
                line += part.text
            elif part.kind == "regex" or part.defines or (part.kind == "number" and not part.text):
                line += _value(part, value)
            elif part.kind == "string":
                line += matcher.strings[part.name]
            else:
                line += matcher._body(part).replace("\\", "")
        if not matcher.matches(pattern, line):
            raise AssertionError(f"{line!r} should match {pattern!r}")
        lines.append(line)
    return lines


def _value(part, value: int) -> str:
    if part.kind == "number":
        digits = re.search(r"\.(\d+)", part.format)  # at least so many
        return f"{'0x' if '#' in part.format else ''}{value:0{digits[1] if digits else 1}}"
    return {"0x[0-9a-f]+": "0xab", r"[0-9]+\.[0-9]+": "1.000000001"}.get(part.text, str(value))


@unittest.skipUnless(has_lit_and_filecheck(), "FileCheck is not installed")
class AgreesWithFileCheck(unittest.TestCase):
    def assert_agree(self, cases: list[tuple[str, str]], kernel=None) -> None:
        with ThreadPoolExecutor(4) as pool:
            verdicts = list(pool.map(lambda case: filecheck(*case, kernel), cases))
        for (expectation, transcript), verdict in zip(cases, verdicts):
            with self.subTest(expectation=expectation, transcript=transcript, kernel=kernel):
                self.assertEqual(accepts(expectation, transcript, kernel), verdict)

    def test_hand_made(self):
        for kernel in KERNELS:
            chosen = [(e, f"{t}\n") for e, tried in HAND_MADE for t in tried if "-6-" in e or kernel == KERNELS[0]]
            self.assert_agree(chosen, kernel)

    def test_every_expectation_of_the_suite(self):
        """What it accepts, and the same with one line lacking, changed, doubled, or two exchanged."""
        generator, cases = random.Random(1), []
        for path in sorted((SOURCE_DIR / "expected").glob("*/*/*.check")):
            text = path.read_text()
            lines = accepted_transcript(text)
            at = generator.randrange(len(lines))
            broken = [
                lines[:at] + lines[at + 1 :],
                lines[:at] + [_changed(lines[at])] + lines[at + 1 :],
                lines[: at + 1] + lines[at:],
                lines[:at] + lines[at:][::-1],
            ]
            for made in (lines, generator.choice(broken)):
                cases.append((text, "".join(f"{line}\n" for line in made)))
        self.assertGreater(len(cases), 1000)
        self.assert_agree(cases)


def _changed(line: str) -> str:
    """The line with its last character another one."""
    return line[:-1] + ("8" if line[-1] == "7" else "7")
