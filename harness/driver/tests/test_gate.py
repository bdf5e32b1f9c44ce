"""Baselines, the gate, shards, and putting results together."""

import json
import tempfile
import unittest
from pathlib import Path

from driver.basics.errors import UserError
from driver.results import completeness, merging
from driver.running import baseline
from driver.tests.support import FakeTree, has_lit_and_filecheck, run_cli
from driver.tests.test_results import result

BASELINE = """# The engine of the tests.
version = 1
suite = "0.1"

# Both wait for issue 12.
[[test]]
id = "path/openat/known"
expected = "fail" # since 1.0
reason = "O_EXCL is lost"
link = "https://example.org/12"

# This one varies.
[[test]]
id = "path/openat/varies"
reason = ""
expected = ["pass", "timeout"]
"""


def contents(tests, name="engine", abi="libc", version="1.0", **more):
    tests = [result(f"path/openat/{case}", *given) for case, given in tests.items()]
    run = {"abi": abi, "runner": {"name": name, "version": version, "command": name}}
    run |= {"host": {"kernel": "6.1"}, "tests": tests, "totals": merging.totals(tests)}
    return {"schema": 1, "suite": "0.1", "runs": [run | more]}


def part(suite, chosen=None, patterns=(), shards=()):
    """What a run says of its extent; a whole one if nothing but the suite is given."""
    chosen = suite if chosen is None else chosen
    return {"suite": suite, "chosen": chosen, "patterns": list(patterns), "shards": list(shards)}


class GateTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.baseline = self.directory / "engine.libc.toml"
        self.baseline.write_text(BASELINE)
        self.tests = {"good": ("pass",), "known": ("fail",), "varies": ("pass",)}

    def write(self, content, name="results.json"):
        (self.directory / name).write_text(json.dumps(content))
        return str(self.directory / name)

    def gate(self, *arguments, repeated=None, **more):
        content = contents(self.tests, **{"part": part(len(self.tests))} | more)
        for test in content["runs"][0]["tests"]:
            if verdicts := (repeated or {}).get(test["id"].split("/")[2]):
                test["verdicts"] = verdicts
        return run_cli("gate", "--baseline", str(self.baseline), self.write(content), *arguments)

    def says(self, status, *lines, arguments=(), **more):
        ended, out, err = self.gate(*arguments, **more)
        self.assertEqual((ended, err), (status, ""), out)
        self.assertEqual(tuple(out.splitlines()[:-1]), lines)


class Judging(GateTest):
    def test_what_is_known_is_no_news(self):
        self.says(0)
        self.assertIn("3 programs, 2 known to fail: nothing new", self.gate()[1])
        self.tests["varies"] = ("timeout",)
        self.says(0)
        self.says(0, repeated={"varies": ["pass", "timeout"]})

    def test_a_new_failure(self):
        self.tests["good"] = ("crash",)
        self.says(1, "error: new failure: path/openat/good: crash: a <detail>")

    def test_another_verdict_than_the_known_one(self):
        self.tests["known"] = ("missing",)
        self.says(1, "error: new failure: path/openat/known: missing: a <detail>; known: fail")

    def test_a_vanished_program(self):
        del self.tests["known"]
        self.says(1, "error: vanished: path/openat/known: known to fail, but not among the results")

    def test_an_unexpected_pass(self):
        self.tests["known"] = ("pass",)
        words = ": unexpected pass: path/openat/known: known: fail (O_EXCL is lost)"
        self.says(0, "warning" + words)
        self.says(1, "error" + words, arguments=["--strict"])

    def test_flaky(self):
        self.tests["good"] = ("fail",)
        self.says(
            1,
            "error: flaky: path/openat/good: pass, fail, pass: a <detail>",
            repeated={"good": ["pass", "fail", "pass"]},
        )
        self.tests["good"] = ("pass",)
        words = "warning: flaky: path/openat/known: fail, pass; known: fail"
        self.says(0, words, repeated={"known": ["fail", "pass"]})

    def test_what_this_machine_does_not_judge(self):
        self.tests["known"] = ("skip",)
        self.says(0, "note: not judged: path/openat/known: skip: a <detail>; known: fail")

    def test_the_run_is_chosen_by_name(self):
        self.assertIn("no run of engine libc in the results; they hold other libc", self.gate(name="other")[2])
        self.assertEqual(self.gate("--runner", "other", name="other")[0], 0)
        self.baseline = self.baseline.rename(self.directory / "known.toml")
        self.assertIn("give --runner and --abi", self.gate()[2])

    def test_an_unfinished_run_is_not_judged(self):
        status, _, err = self.gate(planned=5)
        self.assertEqual(status, 2)
        self.assertIn("was not finished: 2 of 5 programs have no verdict", err)

    def test_exit_codes_are_documented(self):
        self.assertIn("exit status:\n  0 ", run_cli("gate", "--help")[1])


class Baselines(GateTest):
    def test_what_is_no_baseline(self):
        for text, says in (
            ("version = 2\n", "version = 1"),
            ("version = 1\nx = 1\n", "unknown key 'x'"),
            ("version = 1\n[[test]]\n", "has no 'id'"),
            ('version = 1\n[[test]]\nid = "a"\n', "'expected' is a verdict"),
            ('version = 1\n[[test]]\nid = "a"\nexpected = "bad"\n', "'expected' is a verdict"),
            ('version = 1\n[[test]]\nid = "a"\nexpected = "fail"\nwhy = ""\n', "unknown key 'why'"),
            ("version = 1\n" + '[[test]]\nid = "a"\nexpected = "fail"\n' * 2, "is listed twice; remove one entry"),
            ("[", "not a TOML file"),
        ):
            self.baseline.write_text(text)
            for arguments in ([], ["--update"]):
                status, _, err = self.gate(*arguments)
                self.assertEqual(status, 2, text)
                self.assertIn(says, err)
                self.assertEqual(self.baseline.read_text(), text)
        self.baseline.unlink()
        self.assertIn("does not exist: add --update to write it", self.gate()[2])

    def test_update_without_news_changes_no_byte(self):
        self.assertEqual(self.gate("--update", repeated={"varies": ["pass", "timeout"]})[0], 0)
        self.assertEqual(self.baseline.read_text(), BASELINE)

    def test_update_keeps_reasons_and_comments(self):
        self.tests = {"known": ("crash",), "varies": ("timeout",), "new": ("fail",), "also": ("missing",)}
        status, out, _ = self.gate("--update")
        self.assertEqual(status, 0)
        self.assertIn("added: path/openat/also: missing\nchanged: path/openat/known: fail, now crash\n", out)
        entry = '[[test]]\nid = "path/openat/{}"\nexpected = "{}"\n'
        entry += 'detail = "a <detail>"\nreason = "not looked at yet: a <detail>"\nlink = ""\n'
        also, new = entry.format("also", "missing"), entry.format("new", "fail")
        expected = BASELINE.replace('"fail" #', '"crash" #').replace("# Both", f"{also}\n# Both")
        self.assertEqual(self.baseline.read_text(), expected.replace("# This", f"{new}\n# This"))
        self.says(0)

    def test_update_takes_out_what_passes_or_vanished(self):
        self.tests = {"known": ("pass",)}
        self.gate("--update")
        self.assertEqual(self.baseline.read_text(), '# The engine of the tests.\nversion = 1\nsuite = "0.1"\n')
        self.says(0)

    def test_update_keeps_what_is_not_judged(self):
        self.tests["known"] = ("inapplicable",)
        self.gate("--update", repeated={"varies": ["pass", "timeout"]})
        self.assertEqual(self.baseline.read_text(), BASELINE)

    def test_update_makes_a_baseline(self):
        self.baseline.unlink()
        self.tests = {"good": ("pass",), "known": ("fail",)}
        self.gate("--update", repeated={"known": ["pass", "fail"]})
        self.assertEqual(baseline.load(self.baseline)["path/openat/known"].expected, ("pass", "fail"))
        self.says(0, repeated={"known": ["pass", "fail"]})

    def test_what_cannot_be_edited_is_left_alone(self):
        text = 'version = 1\ntest = [{ id = "path/openat/known", expected = "crash" }]\n'
        self.baseline.write_text(text)
        self.assertIn("cannot be edited: write each entry as [[test]]", self.gate("--update")[2])
        self.assertEqual(self.baseline.read_text(), text)

    def test_where_nothing_can_be_written(self):
        self.baseline = self.directory / "results.json" / "engine.libc.toml"
        status, _, err = self.gate("--update")
        self.assertEqual((status, len(err.splitlines())), (2, 1))

    def test_strings_are_tomls(self):
        known = baseline.Known("a/b/c", ("fail",), 'a "quote", \x7f, \x01, \\ and ÷')
        text = baseline.update(baseline.new("e"), {known.id: known}, Path("x"))
        self.assertEqual(baseline.parse(text, Path("x")), {known.id: known})


class Parts(GateTest):
    """Results of a part of the suite are never taken for all of it."""

    def refused(self, says, *arguments, **more):
        status, out, err = self.gate(*arguments, **more)
        self.assertEqual((status, out, len(err.splitlines())), (2, "", 1), err)
        self.assertIn(says, err)

    def test_a_shard_is_refused_or_named(self):
        self.tests = {"good": ("pass",)}
        one = part(9, shards=["1/3"])
        words = "shard 1/3 of 9 programs; shards 2/3 and 3/3 missing"
        self.refused(f"are a part of the suite ({words}): name the results.json of every shard, or add --partial", part=one)
        self.says(0, f"note: partial: {words}; 2 known failures not looked at", arguments=["--partial"], part=one)
        self.assertIn("gate: engine libc: 1 of 9 programs, ", self.gate("--partial", part=one)[1])

    def test_all_shards_together_are_whole(self):
        shards = []
        for number, case in enumerate(self.tests, 1):
            content = contents({case: self.tests[case]}, planned=1, part=part(3, shards=[f"{number}/3"]))
            shards.append(self.write(content, f"{number}.json"))
        for given, status in ((shards, 0), (shards[:2], 2)):
            ended, _, err = run_cli("gate", "--baseline", str(self.baseline), *given)
            self.assertEqual(ended, status, err)
        self.assertIn("shards 1/3 and 2/3 of 3 programs; shard 3/3 missing", err)

    def test_a_run_by_pattern(self):
        patterns = part(9, 1, ["openat/known"])
        self.tests = {"known": ("fail",)}
        words = "1 of 9 programs, only those that match 'openat/known'"
        self.refused(f"({words}): add --partial to gate what was run", part=patterns)
        self.says(
            0, f"note: partial: {words}; 1 known failure not looked at", arguments=["--partial"], part=patterns
        )
        self.tests = {"other": ("pass",)}
        self.says(
            1,
            f"note: partial: {words}; 1 known failure not looked at",
            "error: vanished: path/openat/known: known to fail, but not among the results",
            arguments=["--partial"],
            part=patterns,
        )

    def test_an_interrupted_run_is_refused_whatever_is_asked(self):
        for arguments in ([], ["--partial"], ["--update"]):
            self.refused("was not finished: some repetitions are lacking", *arguments, finished=False)
            self.refused("2 of 5 programs have no verdict: x.cpp: REQUIRES 'rot'", *arguments, planned=5,
                         refused={"path/openat/x": "x.cpp: REQUIRES 'rot'"})  # fmt: skip
        self.assertEqual(self.baseline.read_text(), BASELINE)

    def test_results_that_do_not_say_what_they_are(self):
        status, out, _ = self.gate(part=None)
        self.assertEqual(status, 0)
        self.assertIn("note: extent unknown: the results, of an older wali-cts, do not say", out)

    def test_update_touches_only_what_ran(self):
        self.tests = {"known": ("pass",)}
        for extent in (part(9, 1, ["openat/known"]), part(9, shards=["1/3"]), None):
            self.baseline.write_text(BASELINE)
            status, out, _ = self.gate("--update", part=extent)
            self.assertEqual(status, 0)
            self.assertIn("removed: path/openat/known: fail\nkept: 1 entry of programs that did not run: ", out)
            kept = BASELINE[BASELINE.index("# This one varies") :]
            self.assertEqual(
                self.baseline.read_text(), f'# The engine of the tests.\nversion = 1\nsuite = "0.1"\n\n{kept}'
            )


class Details(GateTest):
    """A known failure that fails in another way is told."""

    DETAIL = "line 9: expected: wait4 = [[#PID]] (PID is 17), got: wait4 = 23"

    def setUp(self):
        super().setUp()
        self.tests = {"known": ("fail",)}
        self.baseline.unlink()
        self.show(self.DETAIL)
        self.assertEqual(self.gate("--update")[0], 0)

    def show(self, detail):
        self.detail = detail

    def gate(self, *arguments, repeated=None, **more):
        content = contents(self.tests, part=part(1), **more)
        content["runs"][0]["tests"][0]["detail"] = self.detail
        return run_cli("gate", "--baseline", str(self.baseline), self.write(content), *arguments)

    def test_update_writes_what_does_not_vary(self):
        self.assertIn('detail = "line 9: expected: wait4 = [[#PID]], got: wait4 = #"\n', self.baseline.read_text())
        self.show(self.DETAIL.replace("17", "4").replace("23", "5678"))
        self.says(0)

    def test_another_line_another_result(self):
        known = "line 9: expected: wait4 = [[#PID]], got: wait4 = #"
        for other in (self.DETAIL.replace("line 9", "line 12"), self.DETAIL.replace("= 23", "= -ECHILD")):
            self.show(other)
            self.says(1, f"error: another failure: path/openat/known: fail: {other}; known: {known}")
            self.assertIn("1 another failure (error)", self.gate()[1])
        status, out, _ = self.gate("--update")
        self.assertIn(f"changed: path/openat/known: {known}, now line 9: expected: wait4 = [[#PID]], got:", out)
        self.says(0)

    def test_numbers(self):
        for status, one, other, same in (
            ("fail", "line 1: expected: a = 1, got: a = 2", "line 1: expected: a = 1, got: a = 3", False),
            ("fail", "line 1: expected: a = 1, got: a = 81234", "line 1: expected: a = 1, got: a = 0x7f12", True),
            ("fail", "line 1: expected: a = 1, got: a = -ENOSYS", "line 1: expected: a = 1, got: a = -EIO", False),
            ("fail", "line 1: expected no more, got: a = 1", "line 2: expected no more, got: a = 1", False),
            ("crash", "trap at 0x12: i32 overflow", "trap at 0xff2: i32 overflow", True),
            ("crash", "trap: i32 overflow", "trap: i64 overflow", False),
            ("timeout", "no end within 30.1 s", "no end within 31.0 s", True),
        ):
            first, second = ({"status": status, "detail": text} for text in (one, other))
            self.assertEqual(baseline.fingerprint(first) == baseline.fingerprint(second), same, (one, other))
            self.assertTrue(baseline.Known("a/b/c", (status,), detail=(one,)).covers(first))

    def test_it_may_be_left_out_or_be_a_list(self):
        text = self.baseline.read_text()
        without = "".join(line for line in text.splitlines(True) if not line.startswith("detail"))
        self.show("line 1: expected: other, got: another")
        self.baseline.write_text(without)
        self.says(0)
        self.gate("--update")
        self.assertEqual(self.baseline.read_text(), without)
        listed = text.replace('detail = "', 'detail = ["line 1: expected: other, got: another", "').replace(
            '#"\n', '#"]\n'
        )
        self.baseline.write_text(listed)
        self.says(0)
        self.show("line 2: expected: no, got: more")
        self.assertEqual(self.gate("--update")[0], 0)
        self.assertIn('detail = "line 2: expected: no, got: more"\n', self.baseline.read_text())

    def test_another_version_of_the_suite_is_named(self):
        text = self.baseline.read_text()
        self.assertIn('suite = "0.1"\n', text)
        self.baseline.write_text(text.replace('suite = "0.1"', "suite = '0.0.9' # then"))
        self.assertIn(
            "warning: another suite: the baseline is of suite 0.0.9, the results of 0.1: programs may have changed",
            self.gate()[1],
        )
        self.gate("--update")
        self.assertIn('suite = "0.1" # then\n', self.baseline.read_text())


class Causes(GateTest):
    """One broken call is one line."""

    def test_new_failures_of_one_call_share_a_line(self):
        self.baseline.write_text('version = 1\nsuite = "0.1"\n')
        self.tests = {f"case-{n}": ("fail",) for n in range(3)}
        content = contents(self.tests, part=part(6))["runs"][0]
        for test in content["tests"]:
            test["detail"] = "line 1: expected: openat = -EEXIST, got: openat = 3"
        for name, detail in (("file/read/a", "openat = -ENOSYS"), ("time/utime/b", "openat = -ENOSYS")):
            content["tests"].append(result(name, "blocked", detail=detail))
        content["tests"].append(result("file/read/c", "fail", detail="line 2: expected: read = 1, got: read = 0"))
        path = self.write({"schema": 1, "suite": "0.1", "runs": [content]})
        status, out, _ = run_cli("gate", "--baseline", str(self.baseline), path)
        self.assertEqual(status, 1)
        self.assertEqual(
            out.splitlines(),
            [
                "error: new failure: openat: 5 programs (3 fail, 2 blocked), such as path/openat/case-0: "
                "fail: line 1: expected: openat = -EEXIST, got: openat = 3",
                "error: new failure: file/read/c: fail: line 2: expected: read = 1, got: read = 0",
                "gate: engine libc: 6 programs, 0 known to fail: 6 new failures (error)",
            ],
        )
        out = run_cli("gate", "--baseline", str(self.baseline), path, "--verbose")[1]
        self.assertEqual(out.count("error: new failure: "), 6)


class Merging(GateTest):
    def test_shards_become_one_run(self):
        one = self.write(contents({"a": ("pass",), "c": ("fail",)}, planned=2), "1.json")
        two = self.write(contents({"b": ("pass",)}, planned=1), "2.json")
        (run,) = merging.load([one, two])["runs"]
        self.assertEqual([t["id"][-1] for t in run["tests"]], ["a", "b", "c"])
        self.assertEqual((run["planned"], run["totals"]["pass"], run["totals"]["fail"]), (3, 2, 1))
        self.assertAlmostEqual(run["totals"]["share"], 2 / 3)

    def test_other_versions_and_the_same_programs_stay_apart(self):
        one = self.write(contents({"a": ("pass",)}), "1.json")
        two = self.write(contents({"b": ("pass",)}, version="2.0"), "2.json")
        self.assertEqual(len(merging.load([one, two])["runs"]), 2)
        self.assertEqual(len(merging.load([one, one])["runs"]), 2)
        with self.assertRaisesRegex(UserError, "2 runs of engine libc"):
            merging.choose(merging.load([one, one]), "engine", "libc")

    def test_what_the_results_hold_is_named_once(self):
        native = self.write(contents({"a": ("pass",)}, name="native", abi="native"), "1.json")
        mine = self.write(contents({"a": ("pass",)}, name="mine"), "2.json")
        with self.assertRaisesRegex(UserError, "no run of other libc in the results; they hold native, mine libc:"):
            merging.choose(merging.load([native, mine, mine]), "other", "libc")

    def test_linux_on_one_machine_is_one_run(self):
        one = contents({"a": ("pass",), "b": ("pass",)}, name="native", abi="native", part=part(2), planned=2)
        two = contents({"a": ("pass",), "b": ("fail",)}, name="native", abi="native", part=part(2), planned=2)
        paths = [self.write(one, "1.json"), self.write(two, "2.json")]
        (run,) = merging.load(paths)["runs"]
        self.assertEqual([t.get("verdicts") for t in run["tests"]], [None, ["pass", "fail"]])
        self.assertEqual((run["planned"], run["part"], run["totals"]["fail"]), (2, part(2), 1))
        two["runs"][0]["host"]["kernel"] = "6.12"
        self.write(two, "2.json")
        self.assertEqual(len(merging.load(paths)["runs"]), 2)

    def test_parts_of_different_things_stay_apart(self):
        for one, two in (
            ({"part": part(9, shards=["1/2"])}, {"part": part(9, shards=["2/3"])}),
            ({"part": part(9, shards=["1/2"])}, {"part": part(9, 4, ["x"], ["2/2"])}),
            ({"part": part(9, shards=["1/2"])}, {"part": part(9, shards=["1/2"])}),
            ({"build": {"commit": "a"}}, {"build": {"commit": "b"}}),
        ):
            paths = [self.write(contents({"a": ("pass",)}, **one), "1.json")]
            paths.append(self.write(contents({"b": ("pass",)}, **two), "2.json"))
            self.assertEqual(len(merging.load(paths)["runs"]), 2, (one, two))
        with self.assertRaisesRegex(UserError, "their commits of the suite are a and b"):
            merging.choose(merging.load(paths), "engine", "libc")

    def test_patterns_add_up(self):
        paths = [self.write(contents({"a": ("pass",)}, part=part(9, 1, ["a"])), "1.json")]
        paths.append(self.write(contents({"b": ("pass",)}, part=part(9, 1, ["b"])), "2.json"))
        (run,) = merging.load(paths)["runs"]
        self.assertEqual(run["part"], part(9, 2, ["a", "b"]))

    def test_a_program_that_several_patterns_choose_counts_once(self):
        paths = []
        for cases in ("ab", "bc", "cd"):
            tests = {case: ("pass",) for case in cases}
            native = contents(tests, name="native", abi="native", part=part(9, 2, [cases]), planned=2)
            paths.append(self.write(native, f"{cases}.json"))
        (run,) = merging.load(paths)["runs"]
        self.assertEqual((run["planned"], run["part"]), (4, part(9, 4, ["ab", "bc", "cd"])))
        self.assertEqual(completeness.words(run), "4 of 9 programs, only those that match 'ab', 'bc', 'cd'")

    def test_many_patterns_are_not_all_said(self):
        for count, end in ((6, "'p4', 'p5'"), (7, "'p4', 2 more patterns")):
            extent = part(9, 1, [f"p{n}" for n in range(count)])
            (run,) = contents({"a": ("pass",)}, part=extent)["runs"]
            self.assertTrue(completeness.words(run).endswith(f"that match 'p0', 'p1', 'p2', 'p3', {end}"))

    def test_damaged_results(self):
        with self.assertRaisesRegex(UserError, "'shards' must look like 1/4"):
            merging.load([self.write(contents({"a": ("pass",)}, part=part(9, shards=["x"])))])
        content = contents({"a": ("pass",)})
        del content["runs"][0]["runner"]
        with self.assertRaisesRegex(UserError, "damaged: KeyError: 'runner'"):
            merging.load([self.write(content)])
        with self.assertRaisesRegex(UserError, "'odd' is not a verdict"):
            merging.load([self.write(contents({"a": ("odd",)}))])

    def test_values_of_another_type(self):
        for change in ({"options": []}, {"options": {"seed": "x"}}, {"date": 5}, {"refused": None}, {"abi": True}):
            with self.assertRaisesRegex(UserError, "damaged: '(options|seed|date|refused|abi)' may not be "):
                merging.load([self.write(contents({"a": ("pass",)}, **change))])
        for key in ("id", "seconds", "detail", "module_sha256", "own", "verdicts"):
            content = contents({"a": ("pass",)})
            content["runs"][0]["tests"][0][key] = {}
            with self.assertRaisesRegex(UserError, f"damaged: '{key}' may not be {{}}"):
                merging.load([self.write(content)])


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Shards(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def test_they_are_disjoint_and_together_all(self):
        names = {f"path/openat/case-{n}" for n in range(5)}
        for name in names:
            self.fake.program(name)
        found = []
        for number in (1, 2):
            self.assertEqual(self.fake.run("run", "--shard", f"{number}/2")[0], 0)
            found += self.fake.verdicts()
            self.assertEqual(set(self.fake.verdicts()), set(self.fake.verdicts("native", "native")))
        self.assertEqual((len(found), set(found)), (5, names))

    def test_wrong_shards(self):
        self.fake.program("path/openat/case")
        for shard in ("0/2", "3/2", "1", "x/y"):
            self.assertIn("must be a part such as 1/4, not '", self.fake.run("run", "--shard", shard)[2])
        self.assertIn("shard 2/2 is empty, since 2 shards are more than", self.fake.run("run", "--shard", "2/2")[2])

    def test_repeated_runs_feed_the_gate(self):
        counter = self.fake.root / "counter"
        script = f"echo x >> {counter}; [ $(wc -l < {counter}) = 2 ] && echo two || echo one"
        self.fake.program("path/openat/varies", script, native="echo one")
        self.fake.program("path/openat/steady")
        self.assertEqual(self.fake.run("run", "--repeat", "3")[0], 1)
        tests = self.fake.results()["engine", "libc"]
        self.assertEqual(tests["path/openat/varies"]["verdicts"], ["pass", "fail", "pass"])
        self.assertEqual(tests["path/openat/steady"]["verdicts"], ["pass"] * 3)
        known = self.fake.write("engine.libc.toml", 'version = 1\nsuite = "0.0.1"\n')
        status, out, _ = run_cli("gate", "--baseline", str(known), str(self.fake.root / "results/results.json"))
        self.assertEqual(status, 1)
        self.assertIn("error: flaky: path/openat/varies: pass, fail, pass: line 1: expected: one, got: two", out)


if __name__ == "__main__":
    unittest.main()
