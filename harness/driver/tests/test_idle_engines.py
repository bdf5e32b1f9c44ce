"""Engines that do nothing, or something else, pass none of the suite's own programs.

This needs the project's build tree. None of these engines looks at the program. So each is seen once, and what it did
is judged by every expectation; only programs with RUN lines, which start it in other ways, see it each. A part of the
programs, with all of those, goes the whole way through lit and FileCheck.
"""

import json
import os
import tempfile
import unittest
from pathlib import Path

from driver.running.direct_run import observe
from driver.running.judging import accepted_by_matcher, judge
from driver.running.session import Session, default_identity
from driver.suite.expectation import directives
from driver.suite.layout import NATIVE
from driver.tests.support import FOREVER, built_tree, run_cli, running

TREE = built_tree()

def ready():
    """Whether everything that the suite needs is built."""
    return TREE and all(
        not TREE.stale(p, abi) for p in TREE.programs() for abi in ("libc", NATIVE) if TREE.has_module(p, abi)
    )


def is_literal(program):
    """Whether a program must print just the lines of its expectation, and so many that no other has the same."""
    lines = directives(TREE.expectation(program.id).read_text())
    return len(lines) > 4 and not any("[[" in line or "{{" in line for _, line in lines)


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

    def judged(self, engine):
        """The verdict on every program, by the matcher, which test_matcher.py compares with FileCheck on every
        expectation."""
        session = Session.create(TREE, {"runner": str(engine)})

        def see(program):
            identity = session.identity_for(program)[0] or default_identity()
            return observe(session, session.adapter, program, "libc", identity)

        programs = [p for p in TREE.programs() if TREE.has_module(p, "libc")]
        plain = [p for p in programs if not p.run_lines]
        seen = see(plain[0])
        self.assertEqual(see(plain[-1]).transcripts, seen.transcripts)
        return {
            p.id: judge(session, session.adapter, p, see(p) if p.run_lines else seen, accepted_by_matcher)[0]
            for p in programs
        }

    def test_no_program_passes(self):
        programs = [p for p in TREE.programs() if not p.run_lines and is_literal(p)]
        first, last = programs[0], programs[-1]
        for own, engine in (
            (None, self.engine("true", "/bin/true", "{module}")),
            (None, self.engine("false", "/bin/false", "{module}")),
            (None, self.engine("line", "/bin/sh", "-c", "echo 'result = 0'", "{module}")),
            (first.id, self.echoing("first", first)),
            (last.id, self.echoing("last", last)),
        ):
            verdicts = self.judged(engine)
            passed = [i for i, verdict in verdicts.items() if verdict == "pass"]
            self.assertEqual(passed, [own] if own else [], engine.name)
            self.assertEqual(set(verdicts.values()) - {"pass"}, {"fail"}, engine.name)

    def test_the_whole_way_none_passes_and_a_sleeper_times_out_and_leaves_no_process(self):
        line = self.engine("line", "/bin/sh", "-c", "echo 'result = 0'", "{module}")
        # Half a second for the engine; native has the 30 seconds that it always has.
        sleeper = self.engine("sleeper", "/bin/sh", "-c", f"exec sleep {FOREVER}", "{module}", time_scale=0.5 / 30)
        programs = TREE.programs()
        chosen = sorted({p.id for p in programs if p.run_lines} | {p.id for p in programs[::16]})
        found = self.run_all([line, sleeper], *chosen, "--workers", str(4 * (os.cpu_count() or 1)))
        for engine, verdict in (("line", "fail"), ("sleeper", "timeout")):
            self.assertLessEqual(set(chosen), found[engine].keys())
            self.assertEqual(set(found[engine].values()) - {"skip", "inapplicable"}, {verdict})
        self.assertEqual(running("sleep", FOREVER), [])

    def run_all(self, engines, *options):
        """The verdicts of a whole run, by engine and program."""
        runners = [word for engine in engines for word in ("--runner", str(engine))]
        output = self.directory / "results"
        words = ["run", "--build-dir", str(TREE.build_dir), "--no-build", "--output", str(output), *runners]
        status, _, err = run_cli(*words, *options)
        self.assertEqual((status, err), (1, ""))
        content = json.loads((output / "results.json").read_text())
        return {
            run["runner"]["name"]: {test["id"]: test["status"] for test in run["tests"]}
            for run in content["runs"]
            if run["abi"] != NATIVE
        }


if __name__ == "__main__":
    unittest.main()
