"""The commands that the documents show: each can be typed, and the short ones are run."""

import re
import shlex
import unittest
from pathlib import Path

from driver import cli
from driver.tests.support import FakeTree, has_lit_and_filecheck, run_cli
from driver.suite.layout import SOURCE_DIR

DOCUMENTS = (
    "README.md",
    "suite/README.md",
    "suite/ABI.md",
    "expected/README.md",
    "runners/README.md",
    "harness/README.md",
    ".github/CONTRIBUTING.md",
)

# A command, in a block or between backquotes, up to a comment or what a shell adds.
_COMMAND = re.compile(r"harness/wali-cts ([a-z][^`#|>\n]*)")
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_PLACE = re.compile(r"`((?:suite|expected|harness|runners)/[a-z0-9_/.-]*)`")


def commands() -> list[tuple[str, list[str]]]:
    """Document and words of each command that is shown."""
    found = []
    for document in DOCUMENTS:
        for match in _COMMAND.finditer((SOURCE_DIR / document).read_text()):
            line = re.sub(r"\$\{\{.*?\}\}", "1", match[1])  # a CI's own variable
            found.append((document, shlex.split(line.replace("…", ""))))
    return found


class Commands(unittest.TestCase):
    def test_each_can_be_typed(self):
        self.assertGreater(len(commands()), 25)
        for document, words in commands():
            with self.subTest(document=document, command=" ".join(words)):
                cli.parser().parse_args(words)

    def test_links_and_places_exist(self):
        for document in DOCUMENTS:
            text = (SOURCE_DIR / document).read_text()
            for link in _LINK.findall(text):
                with self.subTest(document=document, link=link):
                    self.assertTrue((SOURCE_DIR / Path(document).parent / link).exists())
            for place in _PLACE.findall(text):
                with self.subTest(document=document, place=place):
                    self.assertTrue((SOURCE_DIR / place).exists())

    def test_the_table_of_helpers_is_complete(self):
        page = (SOURCE_DIR / "suite/README.md").read_text()
        section = page.partition("\n## The helpers\n")[2].partition("\n## ")[0]
        named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", section))))
        declared = set()
        for header in ("report.h", "message.h", "setup.h", "process.h"):
            text = (SOURCE_DIR / "harness/guest/wali" / header).read_text()
            declared |= set(re.findall(r"(?m)^(?:\[\[noreturn\]\] )?[\w:].*?[ *&](\w+)\(", text))  # functions
            declared |= set(re.findall(r"(?m)^inline constexpr .*?(\w+)(?:\[\])? =", text))
            declared |= set(re.findall(r"(?m)^(?:template <.*> )?class (\w+)", text))
        missing = declared - named - {"report", "signal_bit", "blocked_status", "operator"}
        self.assertGreater(len(declared), 90)
        self.assertEqual(missing, set())

    def test_the_readme_is_short(self):
        self.assertLessEqual(len((SOURCE_DIR / "README.md").read_text().splitlines()), 150)


@unittest.skipUnless(has_lit_and_filecheck(), "lit and FileCheck are not installed")
class Journey(unittest.TestCase):
    """The README from its first line, on a suite of two programs and an engine that fails one."""

    def setUp(self):
        self.fake = FakeTree(self)
        self.fake.program("path/openat/excl-refuses-existing", "echo three", native="echo one")
        self.fake.program("path/openat/plain")
        self.mine = self.fake.write(
            "mine.toml", 'name = "mine"\ncommand = ["/bin/sh", "{module}", "{args}"]\nabi = ["libc"]\n'
        )

    def type(self, line: str) -> tuple[int, str]:
        """Types a command of the README with this test's files: exit status and output."""
        words = line.replace("mine.toml", str(self.mine)).replace("out/", f"{self.fake.root}/out/")
        words = words.replace("--output out", f"--output {self.fake.root}/out")
        words = words.replace("mine.libc.toml", f"{self.fake.root}/mine.libc.toml")
        command, *rest = shlex.split(words)
        extra = ["--build-dir", str(self.fake.build), "--no-build"] if command == "run" else []
        status, out, err = run_cli(command, *extra, *rest)
        return status, out + err

    def test_from_the_first_run_to_the_gate(self):
        shown = [" ".join(words) for document, words in commands() if document == "README.md"]
        one = "run --runner mine.toml -v path/openat/excl-refuses-existing"
        run = "run --runner mine.toml --abi libc --output out"
        gate = "gate --baseline mine.libc.toml out/results.json"
        for line in (one, run, f"{gate} --update", gate):
            self.assertTrue(any(line in command for command in shown), line)
        status, said = self.type(one)
        self.assertEqual(status, 1, said)
        self.assertIn("expected: one, got: three", said)
        self.assertEqual(self.type(run)[0], 1)
        status, said = self.type(f"{gate} --update")
        self.assertEqual(status, 0, said)
        self.assertEqual(self.type(gate)[0], 0)
        self.fake.program("path/openat/plain", "echo two", native="echo one")
        self.assertEqual(self.type(run)[0], 1)
        status, said = self.type(gate)
        self.assertEqual(status, 1)
        self.assertIn("path/openat/plain", said)
