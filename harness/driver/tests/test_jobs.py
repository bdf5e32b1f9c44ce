"""The jobs of expected/README.md and the container file: their commands, typed as a CI types them."""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from driver import cli
from driver.tests.support import SOURCE_DIR, has_lit_and_filecheck, without_progress
from driver.tests.test_bundle import bundled_tree

CONTAINER = SOURCE_DIR / ".github/Containerfile"


def jobs() -> dict[str, list[str]]:
    """The shell lines of each job that the page shows, by the job's name."""
    found = {}
    for block in re.findall(r"```yaml\n(.*?)```", (SOURCE_DIR / "expected/README.md").read_text(), re.DOTALL):
        for name, body in re.findall(r"^  ([\w-]+):\n((?:    .*\n)+)", block, re.MULTILINE):
            lines = [re.sub(r" +#.*", "", line) for line in re.findall(r"- run: (.*)", body)]
            found.setdefault(name, []).append([line for line in lines if line.strip() != "make"])
    return found


@unittest.skipUnless(
    has_lit_and_filecheck() and shutil.which("dpkg"), "needs lit and FileCheck from Debian's packages"
)
class Jobs(unittest.TestCase):
    """An engine's repository: the bundle, an adapter, and a baseline."""

    def setUp(self):
        self.fake = bundled_tree(self)
        self.fake.program("path/openat/four")
        self.repository = self.fake.root / "repository"
        (self.repository / "ci").mkdir(parents=True)
        words = ("bundle", str(self.repository / "ci/wali-cts.tar.gz"), "--no-build", "--without-engine")
        self.assertEqual(self.fake.run(*words)[0], 0)
        adapter = 'name = "mine"\ncommand = ["/bin/sh", "{module}", "{args}"]\nabi = ["libc"]\n'
        (self.repository / "ci/mine.toml").write_text(adapter)
        self.baseline("path/openat/two")
        shutil.rmtree(self.fake.source)

    def baseline(self, known):
        text = f'version = 1\n[[test]]\nid = "{known}"\nexpected = "fail"\n'
        (self.repository / "ci/mine.libc.toml").write_text(text)

    def type(self, machine: str, line: str) -> subprocess.CompletedProcess:
        """A step of a job, on a machine that has checked the repository out."""
        directory = self.fake.root / machine
        if not directory.exists():
            shutil.copytree(self.repository, directory)
        environment = os.environ | {
            "GITHUB_STEP_SUMMARY": str(directory / "summary.md"),
            "TMPDIR": str(self.fake.root),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        words = ["bash", "--noprofile", "--norc", "-e", "-c", line]
        return subprocess.run(words, capture_output=True, text=True, cwd=directory, env=environment)

    def steps(self, machine: str, lines: list[str]) -> list[int]:
        return [self.type(machine, line).returncode for line in lines]

    def test_on_one_machine(self):
        lines = jobs()["wali"][0]
        self.assertEqual(self.steps("one", lines), [0, 0, 0, 0])
        self.assertIn("| mine libc | **75.0%** |", (self.fake.root / "one/summary.md").read_text())
        self.baseline("path/openat/one")
        shutil.rmtree(self.fake.root / "one")
        self.assertEqual(self.steps("one", lines), [0, 0, 0, 1], "a failure that the baseline does not know")

    def test_on_four_machines_and_one_that_puts_the_parts_together(self):
        [part], whole = jobs()["wali-part"], jobs()["wali"][1]
        matrix = "${{ matrix.part }}"
        for number in range(1, 5):
            self.assertEqual(self.steps(f"m{number}", [line.replace(matrix, str(number)) for line in part]), [0, 0])
        unpack, *rest = whole
        self.assertEqual(self.type("whole", unpack).returncode, 0)
        for number in range(1, 4):
            shutil.copytree(self.fake.root / f"m{number}/part", self.fake.root / f"whole/part-{number}")
        self.assertEqual(self.steps("whole", rest)[-1], 2, "a part is missing")
        shutil.copytree(self.fake.root / "m4/part", self.fake.root / "whole/part-4")
        for line in rest:
            ran = self.type("whole", line)
            self.assertEqual(ran.returncode, 0, line + ran.stdout + ran.stderr)
        self.assertIn("| mine libc | **75.0%** |", (self.fake.root / "whole/summary.md").read_text())
        self.assertTrue((self.fake.root / "whole/report.html").exists())


class Container(unittest.TestCase):
    """There is no container engine here: what it reads and runs is looked at, and run, without one."""

    def setUp(self):
        if not CONTAINER.exists():
            self.skipTest("a bundle has no container file")
        text = re.sub(r"\\\n", "", CONTAINER.read_text())
        lines = [line.split(None, 1) for line in text.splitlines() if line.strip() and not line.startswith("#")]
        self.stages = {}
        for instruction, rest in lines:
            if instruction == "FROM":
                image, _, name = rest.partition(" AS ")
                self.stages[name] = []
            self.stages[name].append((instruction, rest if instruction != "FROM" else image))

    def of(self, stage, instruction):
        return [rest for name, rest in self.stages[stage] if name == instruction]

    def test_it_has_instructions_that_exist_and_stages_that_come_before(self):
        known = {"FROM", "COPY", "WORKDIR", "RUN", "ENTRYPOINT", "CMD"}
        seen = set()
        for stage, lines in self.stages.items():
            self.assertLessEqual({instruction for instruction, _ in lines}, known)
            for rest in self.of(stage, "COPY"):
                if source := re.match(r"--from=(\w+) ", rest):
                    self.assertIn(source[1], seen)
            seen.add(stage)
        self.assertEqual(list(self.stages), ["sources", "wheel", "suite"])

    def test_the_first_stage_makes_what_the_second_takes(self):
        [line] = self.of("sources", "RUN")
        program, *words = shlex.split(line)
        self.assertEqual(program, "harness/wali-cts")
        options = cli.parser().parse_args(words)
        self.assertEqual((options.directory, options.wheel), ("/release", True))
        self.assertEqual(self.of("wheel", "COPY"), ["--from=sources /release/ /"])

    def test_what_its_head_shows_can_be_typed(self):
        head = "\n".join(re.findall(r"^#(?: (.*))?$", CONTAINER.read_text(), re.MULTILINE))
        *builds, run = [shlex.split(line) for line in re.findall(r"^ +(docker .*)$", head, re.MULTILINE)]
        for words in builds:
            self.assertEqual(words[words.index("--file") + 1], ".github/Containerfile")
            self.assertEqual(words[-1], ".")
        self.assertIn("wheel=dist", builds[1])
        cli.parser().parse_args(run[run.index("wali-cts") + 1 :])
        cli.parser().parse_args(json.loads(self.of("suite", "CMD")[0]))

    @unittest.skipUnless(
        has_lit_and_filecheck() and shutil.which("dpkg") and importlib.util.find_spec("ensurepip"),
        "needs lit and FileCheck from Debian's packages, and virtual environments",
    )
    def test_the_last_stage_runs_the_suite(self):
        fake = bundled_tree(self)
        made, work = fake.root / "wheel", fake.root / "work"
        work.mkdir()
        self.assertEqual(fake.run("release", str(made), "--wheel", "--no-build", "--without-engine")[0], 0)
        subprocess.run([sys.executable, "-m", "venv", str(fake.root / "image")], check=True, capture_output=True)
        environment = {"PATH": f"{fake.root}/image/bin:/usr/bin:/bin", "HOME": str(work), "TMPDIR": str(fake.root)}

        def type(line):
            words = ["sh", "-c", line.replace("/wheel/", f"{made}/")]
            return subprocess.run(words, capture_output=True, text=True, cwd=work, env=environment)

        for line in self.of("suite", "RUN"):
            ran = type(line)
            self.assertEqual(ran.returncode, 0, ran.stderr)
        [entry] = self.of("suite", "ENTRYPOINT")
        ran = type(shlex.join([*json.loads(entry), "run", "--runner", "engine", "--abi", "libc", "--output", "out"]))
        self.assertEqual((ran.returncode, without_progress(ran.stderr)), (1, ""), ran.stdout)
        self.assertTrue((work / "out/report.html").exists())


if __name__ == "__main__":
    unittest.main()
