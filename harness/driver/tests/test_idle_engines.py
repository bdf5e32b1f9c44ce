"""Engines that do nothing, or something else, pass none of the suite's own programs.

This needs the project's build tree; native runs once for all of them.
"""

import json
import os
import tempfile
import unittest
from pathlib import Path

from driver.suite.expectation import directives
from driver.suite.layout import NATIVE
from driver.tests.support import built_tree, run_cli, without_progress

TREE = built_tree()

def ready():
    """Whether everything that the suite needs is built."""
    return TREE and all(
        not TREE.stale(p, abi) for p in TREE.programs() for abi in ("libc", NATIVE) if TREE.has_module(p, abi)
    )


@unittest.skipUnless(ready(), "needs a complete build tree")
class IdleEngines(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="wali-cts-idle-")
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.directory.chmod(0o755)

    def engine(self, name, *words, time_scale=1):
        path = self.directory / f"{name}.toml"
        path.write_text(f'name = {json.dumps(name)}\ncommand = {json.dumps([*words])}\nabi = ["libc"]\ntime_scale = {time_scale}\n')
        return path

    def echoing(self, name, program):
        """An engine that prints, for every program, what one of them should print."""
        lines = [line for _, line in directives(TREE.expectation(program.id).read_text())]
        text = self.directory / f"{name}.txt"
        text.write_text("".join(f"{line}\n" for line in lines))
        return self.engine(name, "/bin/sh", "-c", 'cat "$0"', str(text), "{module}")

    def verdicts(self, engines, *options):
        runners = [word for engine in engines for word in ("--runner", str(engine))]
        output = self.directory / "results"
        words = [
            "run",
            "--build-dir",
            str(TREE.build_dir),
            "--no-build",
            "--output",
            str(output),
            *runners,
            *options,
        ]
        status, _, err = run_cli(*words)
        self.assertEqual((status, without_progress(err)), (1, ""))
        content = json.loads((output / "results.json").read_text())
        return {
            run["runner"]["name"]: {test["id"]: test["status"] for test in run["tests"]}
            for run in content["runs"]
            if run["abi"] != NATIVE
        }

    def test_no_program_passes(self):
        programs = [p for p in TREE.programs() if "%launch" not in "".join(p.run_lines)]
        first, last = programs[0], programs[-1]
        found = self.verdicts(
            [
                self.engine("true", "/bin/true", "{module}"),
                self.engine("false", "/bin/false", "{module}"),
                self.engine("line", "/bin/sh", "-c", "echo 'result = 0'", "{module}"),
                self.echoing("first", first),
                self.echoing("last", last),
            ]
        )
        self.assertEqual(set(found), {"true", "false", "line", "first", "last"})
        for engine, verdicts in found.items():
            own = {"first": first.id, "last": last.id}.get(engine)
            passed = [i for i, verdict in verdicts.items() if verdict == "pass" and i != own]
            self.assertEqual(passed, [], f"passed by the engine '{engine}'")
            judged = {v for v in verdicts.values()} - {"skip", "inapplicable", "pass"}
            self.assertEqual(judged, {"fail"}, engine)

    def test_a_sleeper_times_out_and_leaves_no_process(self):
        # Half a second for the engine; native has the 30 seconds that it always has.
        engine = self.engine("sleeper", "/bin/sh", "-c", "exec sleep 86399", "{module}", time_scale=0.5 / 30)
        # A quarter of the programs: each costs that half second.
        found = self.verdicts([engine], "--shard", "1/4", "--workers", str(4 * (os.cpu_count() or 1)))["sleeper"]
        self.assertEqual(set(found.values()) - {"skip", "inapplicable"}, {"timeout"})
        left = [p for p in Path("/proc").glob("[0-9]*") if self.command(p) == b"sleep\x0086399\x00"]
        self.assertEqual(left, [])

    def command(self, process):
        try:
            return (process / "cmdline").read_bytes()
        except OSError:
            return b""


if __name__ == "__main__":
    unittest.main()
