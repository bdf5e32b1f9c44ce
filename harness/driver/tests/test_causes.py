"""The causes of failures: what a failure says itself, what the matrix says, and how they are told."""

import json
import unittest

from driver.diagnosis import kinds, printing, symptoms
from driver.diagnosis.causes import explain, of_content
from driver.diagnosis.matrix import Matrix, signature
from driver.diagnosis.differences import read_difference
from driver.report import causes_section, markdown
from driver.suite.matching import difference
from driver.tests.support import FakeTree
from driver.tests.test_gate import contents, part

WANTED = {"x": "x = 1", "y": "y = 1", "z": "z = 1"}


def failure(program, expected, got, status="fail", **more):
    """A failed test as results.json has it: what its expectation wants, and what it printed."""
    group, call, _ = program.split("/")
    check = "".join(f"CHECK: {line}\n" for line in expected.split("; "))
    transcript = "".join(f"{line}\n" for line in got.split("; "))
    made = {"id": program, "group": group, "call": call, "title": "It does.", "status": status, "seconds": 0.1}
    made |= {"detail": "", "transcript": transcript, "difference": difference(check, transcript), "stderr": ""}
    return made | more


def run(*tests, passes=(), abi="libc"):
    """A run with these failures, and programs that pass: of the calls that the tests name, at least."""
    fine = [{"id": f"file/{p}", "status": "pass"} for p in passes]
    fine = [t | dict(zip(("group", "call"), t["id"].split("/"))) for t in fine]
    return {"runner": {"name": "engine"}, "abi": abi, "tests": [*tests, *fine]}


def mutant(name, sentence="It is broken.", **outcomes):
    """A mutant that programs of file/read notice, each with this line for its only one, though "x = 1" and
    so on is wanted."""
    call, _, operator = name.partition(":")
    verdicts = {}
    for program, line in outcomes.items():
        parts = read_difference(difference(f"CHECK: {WANTED.get(program, program + ' = 1')}\n", line + "\n"))
        verdicts[f"file/read/{program}"] = ["fail", signature(line + "\n"), signature(parts.opening)]
    return {
        "call": call,
        "operator": operator,
        "sentence": sentence,
        "programs": list(verdicts),
        "verdicts": verdicts,
    }


def failures(**lines):
    """Programs of file/read that should print "x = 1" and so on, and printed this."""
    return [failure(f"file/read/{p}", f"{p} = 1", line) for p, line in lines.items()]


def kinds_of(diagnosis):
    return [cause.kind for cause in diagnosis.causes]


CALLS = ("read/a", "write/a", "openat/a", "mkdirat/a", "fcntl/a", "kill/a", "fstat/a", "lseek/a")


class CallsOfLines(unittest.TestCase):
    """Which call a line is of, where its name does not say it."""

    def cause(self, text):
        fake = FakeTree(self)
        for name in ("one", "two"):
            fake.write(f"source/suite/path/rename/{name}.cpp", text)
        tests = [
            failure(f"path/rename/{name}", "the directory is empty = 0", "the directory is empty = -ENOSYS")
            for name in ("one", "two")
        ]
        [cause] = explain(run(*tests), tree=fake.tree).causes
        return cause.says

    def test_the_call_whose_result_the_source_prints(self):
        told = self.cause('  report("the directory is empty", sys::unlinkat(AT_FDCWD, "a", AT_REMOVEDIR));\n')
        self.assertIn("unlinkat is not implemented", told)

    def test_else_the_call_that_the_program_tests(self):
        self.assertIn("rename is not implemented", self.cause("  report(name, result);\n"))
        twice = 'report("the directory is empty", sys::{}("a"));\n'
        self.assertIn("rename is not implemented", self.cause(twice.format("rmdir") + twice.format("unlink")))


class Symptoms(unittest.TestCase):
    """Each kind, from one failure made by hand."""

    def shown(self, *tests):
        """The first symptom of the first test, beside the others and programs that pass."""
        reader = symptoms.Reader(run(*tests, passes=CALLS)["tests"])
        found = reader.symptoms(tests[0])
        return (found[0].kind, found[0].subject) if found else None

    def one(self, expected, got, program="file/read/p", **more):
        return self.shown(failure(program, expected, got, **more))

    def test_values_that_tell_what_is_wrong(self):
        cases = {
            ("read = -EBADF", "read = 9"): ("errno-sign-flipped", "read"),
            ("read = -EBADF", "read = -1"): ("any-error-minus-one", "read"),
            ("read = -EBADF", "read = -EIO"): ("any-error-eio", "read"),
            ("read = 3", "read = -ENOSYS"): ("enosys", "read"),
            ("read = 3", "read = 38"): ("enosys-38", "read"),
            ("read = -EBADF", "read = 4294967287"): ("result-zero-extended", "read"),
            ("lseek = 4294967300", "lseek = 4"): ("result-zero-extended", "lseek"),
            ("read, bad buffer = -EFAULT", "read, bad buffer = 0"): ("bounds-check-missing", "read"),
            ("read, bad buffer = -EFAULT", "read, bad buffer = -1"): ("any-error-minus-one", "read"),
            ("read, NULL = 0", "read, NULL = -EFAULT"): ("null-refused", "read"),
            ("read, last bytes = 4", "read, last bytes = -EFAULT"): ("last-byte-refused", "read"),
            ("fstat, size = 3", "fstat, size = 0xa5a5a5a5a5a5a5a5"): ("not-written", "fstat"),
            ("fstat, buffer = untouched", "fstat, buffer = 3"): ("written-on-failure", "fstat"),
            ("openat = 3", "openat = -EBADF"): ("at-fdcwd-as-number", ""),
            ("read = 3", "read = -EPERM"): ("refused", "read = -EPERM"),
            ("read = -EBADF", "read = 0"): ("failure-as-zero", "read"),
            ("handler runs = 1", "handler runs = 0"): ("handlers-never", ""),
        }  # fmt: skip
        for (expected, got), symptom in cases.items():
            self.assertEqual(self.one(expected, got), symptom, (expected, got))

    def test_modes_are_octal_numbers(self):
        self.assertIsNone(self.one("mode of the directory = 040755", "mode of the directory = 040700"))
        self.assertEqual(self.one("mode = 040755", "mode = 0"), self.one("mode = 16877", "mode = 0"))

    def test_what_says_nothing(self):
        self.assertIsNone(self.one("read = 3", "read = 4"))

    def test_only_what_differs_first_counts(self):
        self.assertIsNone(self.one("read = 3; write = 1", "read = 4; write = -ENOSYS"))

    def test_the_call_is_the_labels_or_the_programs(self):
        self.assertEqual(self.one("kill = 0", "kill = -ENOSYS"), ("enosys", "kill"))
        self.assertEqual(self.one("F_GETFD = 0", "F_GETFD = -ENOSYS"), ("enosys", "fcntl"))
        self.assertEqual(self.one("bytes = 0", "bytes = -ENOSYS"), ("enosys", "read"))
        self.assertEqual(self.one("bytes = 0", "bytes = -ENOSYS", "abi/pointers/lseek"), ("enosys", "lseek"))
        self.assertEqual(self.one("bytes = 0", "bytes = -ENOSYS", "abi/memory/x"), ("enosys", "abi/memory"))

    def test_what_set_up_died_of(self):
        wanted = "read = 3"
        self.assertEqual(self.one(wanted, 'blocked: openat "f" = -EBADF; exit 75'), ("at-fdcwd-as-number", ""))
        self.assertEqual(self.one(wanted, "blocked: openat = -EACCES; exit 75"), ("refused", "openat = -EACCES"))
        self.assertEqual(self.one(wanted, "blocked: fstat = 38; exit 75"), ("enosys-38", "fstat"))
        self.assertEqual(self.one(wanted, "blocked: fstat = -ENOSYS; exit 75"), ("enosys", "fstat"))
        self.assertEqual(self.one(wanted, "blocked: fstat = 14; exit 75"), ("errno-sign-flipped", "fstat"))

    def test_blocked_though_the_engine_went_on(self):
        got = "blocked: fstat = -ENOSYS; <wasm func> +14; !trap[UNREACHABLE]; exit 255"
        self.assertEqual(self.one("read = 3", got, status="crash"), ("enosys", "fstat"))

    def test_endings(self):
        self.assertEqual(self.one("read = 3", "timeout", status="timeout"), ("hangs", "read"))
        self.assertEqual(self.one("read = 3", "killed SIGSEGV", status="crash"), ("dies", "SIGSEGV"))
        self.assertEqual(self.one("handler runs = 1", "killed SIGUSR1", status="crash"), ("handlers-never", ""))
        self.assertEqual(
            self.one("bad = -EFAULT", "killed SIGSEGV", status="crash"), ("bounds-check-missing", "read")
        )
        said = "!NullCheckException\n in main() [x.v3 @ 12:3]"
        self.assertEqual(self.one("read = 3", "exit 255", stderr=said), ("message", "!NullCheckException"))

    def test_a_timeout_is_evidence_for_signals_only_beside_as_many_failures_that_say_more(self):
        hung = [failure(f"file/kill/{n}", "kill = -EINTR", "timeout", status="timeout") for n in range(2)]
        told = [failure(f"file/kill/t{n}", "handler runs = 1", "handler runs = 0") for n in range(2)]
        self.assertEqual(self.shown(hung[0]), ("hangs", "kill"))
        self.assertEqual(self.shown(*hung, told[0]), ("hangs", "kill"))
        self.assertEqual(self.shown(*hung, *told), ("handlers-never", ""))

    def test_the_engines_own_words_are_set_aside(self):
        tests = [
            failure(f"file/read/{n}", "read = 3; write = 1", f"Exit code: {n}; read = 3; write = -ENOSYS")
            for n in range(3)
        ]
        self.assertEqual(self.shown(*tests), ("enosys", "write"))

    def test_an_engine_that_prints_nothing(self):
        tests = [failure(f"file/read/{n}", "read = 3", "", transcript="") for n in range(3)]
        self.assertEqual(self.shown(*tests), ("prints-nothing", ""))
        told = printing.summary(explain(run(*tests)))
        self.assertIn("3 programs: programs print nothing and end with status 0", told)

    def test_where_they_alone_differ_they_are_the_cause(self):
        tests = [failure(f"file/read/{n}", "read = 3", f"Exit code: {n}; read = 3") for n in range(3)]
        self.assertEqual(self.shown(*tests), ("own-words", ""))
        self.assertIsNone(self.shown(*tests[:2]))  # too few to know them by

    def test_a_call_that_must_not_return(self):
        ran = [f"file/read/{n}" for n in range(3)]
        tests = [failure(i, "child = exited 4", "!trap[UNREACHABLE]; child = exited 255") for i in ran]
        self.assertEqual(self.shown(*tests), ("no-return", ""))

    def test_a_lacking_import(self):
        test = {
            "id": "file/read/x",
            "group": "file",
            "call": "read",
            "status": "missing",
            "detail": "no SYS_statx",
        }
        self.assertEqual(self.shown(test), ("missing", "no SYS_statx"))
        self.assertEqual(self.shown(test | {"detail": ""})[0], "missing")


class Mutants(unittest.TestCase):
    """What the matrix says."""

    def told(self, made):
        return [(cause.mutants, [i.rpartition("/")[2] for i in cause.programs]) for cause in made.causes]

    def test_the_mutant_with_the_same_transcripts(self):
        matrix = Matrix([mutant("read:a", x="x = 2", y="y = 2"), mutant("write:b", x="x = 3", y="y = 3")])
        made = explain(run(*failures(x="x = 3", y="y = 3")), matrix)
        self.assertEqual(self.told(made), [(["write:b"], ["x", "y"])])
        self.assertEqual(made.causes[0].same, ["file/read/x", "file/read/y"])
        self.assertEqual((made.failures, made.unexplained), (2, []))

    def test_one_that_parts_at_the_same_place_counts_before_one_that_does_not(self):
        matrix = Matrix([mutant("read:a", x="x = 2", y="y = 2"), mutant("write:b", x="x = 3", y="y = 3")])
        tests = [failure(f"file/read/{p}", f"{p} = 1; more = 0", f"{p} = 2; more = 7") for p in "xy"]
        self.assertEqual(self.told(explain(run(*tests), matrix)), [(["read:a"], ["x", "y"])])

    def test_programs_that_pass_speak_against_a_mutant(self):
        wide = mutant("read:wide", x="x = 2", y="y = 2", p="p = 2", q="q = 2", r="r = 2")
        matrix = Matrix([wide, mutant("write:narrow", x="x = 3", y="y = 3")])
        made = explain(run(*failures(x="x = 2", y="y = 4"), passes=("read/p", "read/q", "read/r")), matrix)
        self.assertEqual(self.told(made), [(["write:narrow"], ["x", "y"])])

    def test_the_same_timeout_counts_less_than_another_transcript_that_agrees(self):
        matrix = Matrix([mutant("read:a", x="timeout"), mutant("write:b", y="y = 3")])
        matrix.mutants[0]["verdicts"]["file/read/x"][0] = "timeout"
        hung = failure("file/read/x", "x = 1", "timeout", status="timeout")
        made = explain(run(hung, *failures(y="y = 3")), matrix)
        self.assertEqual([(c.mutants, c.weight) for c in made.causes], [(["write:b"], 1.0), (["read:a"], 0.75)])

    def test_one_failure_with_another_transcript_is_no_evidence(self):
        made = explain(run(*failures(x="x = 3")), Matrix([mutant("read:a", x="x = 2")]))
        self.assertEqual((made.causes, made.unexplained), ([], ["file/read/x"]))

    def test_mutants_that_explain_the_same_are_all_named(self):
        matrix = Matrix([mutant("read:a", x="x = 2"), mutant("write:b", x="x = 2")])
        [cause] = explain(run(*failures(x="x = 2")), matrix).causes
        self.assertEqual((cause.mutants, cause.others), (["read:a"], ["write:b"]))

    def test_a_program_counts_for_one_cause_only(self):
        matrix = Matrix([mutant("read:a", x="x = 2", y="y = 2"), mutant("write:b", y="y = 2", z="z = 2")])
        made = explain(run(*failures(x="x = 2", y="y = 2", z="z = 2")), matrix)
        self.assertEqual(self.told(made), [(["read:a"], ["x", "y"]), (["write:b"], ["z"])])

    def test_faults_of_one_call_are_one_cause(self):
        matrix = Matrix([mutant("read:a", "It is odd.", x="x = 2"), mutant("read:b", "It is even.", y="y = 2")])
        [cause] = explain(run(*failures(x="x = 2", y="y = 2")), matrix).causes
        self.assertEqual((cause.mutants, cause.says), (["read:a", "read:b"], "It is odd.; It is even."))

    def test_faults_of_behaviour_are_told_by_their_sentences_apart_from_those_of_the_interface(self):
        mutants = [
            mutant("read:behaviour(forgets)", "read forgets where it was", x="x = 8"),
            mutant("read:zero(count)", "read takes 0 for count", y="y = 9"),
        ]
        diagnosis = explain(run(*failures(x="x = 8", y="y = 9")), Matrix(mutants))
        self.assertEqual(kinds_of(diagnosis), ["behaviour", "call"])
        self.assertEqual(diagnosis.causes[0].says, "read forgets where it was")
        self.assertIn("--mutant 'read:behaviour(forgets)'", diagnosis.causes[0].do)

    def test_mutants_and_symptoms_of_one_kind_are_one_cause(self):
        matrix = Matrix([mutant("read:enosys", x="x = -ENOSYS")])
        tests = [*failures(x="x = -ENOSYS"), failure("file/write/w", "write = 1", "write = -ENOSYS")]
        [cause] = explain(run(*tests, passes=CALLS), matrix).causes
        self.assertEqual((cause.kind, cause.calls), ("enosys", ["read", "write"]))
        self.assertTrue(cause.says.startswith("read and write are not implemented"))

    def test_a_systemic_mutant_is_of_its_kind(self):
        matrix = Matrix([mutant("all:errno-positive", "every call is wrong", x="x = 9", y="y = 9")])
        [cause] = explain(run(*failures(x="x = 9", y="y = 9")), matrix).causes
        self.assertEqual((cause.kind, cause.mutants), ("errno-sign-flipped", ["all:errno-positive"]))
        self.assertEqual(cause.says, "every call is wrong")

    def test_calls_that_show_it_are_named_beside_a_systemic_mutant(self):
        matrix = Matrix([mutant("all:enosys-38", "twelve calls answer 38", x="x = 38")])
        [cause] = explain(
            run(*failures(x="x = 38"), failure("file/write/w", "w = 1", "w = 38"), passes=CALLS), matrix
        ).causes
        self.assertTrue(cause.says.startswith("write returns 38"), cause.says)
        self.assertIn("all:enosys-38", cause.mutants)

    def test_every_systemic_mutant_of_a_kind_is_found_by_it(self):
        for name, kind in kinds.KINDS.items():
            if kind.systemic:
                [cause] = explain(run(*failures(x="x = 9")), Matrix([mutant(kind.systemic, x="x = 9")])).causes
                self.assertEqual(cause.kind, name)


class Ranking(unittest.TestCase):
    def failing(self):
        waiting = [
            failure(f"path/mkdir/{n}", "mkdir = 0", 'blocked: openat "f" = -ENOSYS; exit 75') for n in range(6)
        ]
        tests = [failure("path/openat/x", "openat = 3", "openat = -ENOSYS")]
        return [*waiting, *tests, *[failure(f"file/read/{n}", "read = -EBADF", "read = 9") for n in range(3)]]

    def test_most_first_and_what_waits_is_said(self):
        made = explain(run(*self.failing()))
        self.assertEqual(kinds_of(made), ["enosys", "errno-sign-flipped"])
        first = made.causes[0]
        self.assertEqual((len(first.programs), len(first.waiting)), (7, 6))
        self.assertIn("6 fail in set-up because of it", first.notes())
        self.assertEqual(first.examples[0], "path/openat/x")  # what tests it, before what waits

    def test_what_stands_beside_another_cause_is_counted(self):
        blocked = [
            failure(f"path/mkdir/{n}", "mkdir = 0", "blocked: openat = -ENOSYS; !trap[UNREACHABLE]")
            for n in range(5)
        ]
        ends = [
            failure(f"file/read/{n}", "child = exited 4", "!trap[UNREACHABLE]; child = exited 255")
            for n in range(2)
        ]
        made = explain(run(*blocked, *ends))
        [cause] = [c for c in made.causes if c.kind == "no-return"]
        self.assertEqual((len(cause.programs), cause.seen), (2, 7))
        self.assertIn("5 more show it but have another cause", cause.notes())

    def test_a_topic_whose_programs_fail_each_in_its_own_way(self):
        tests = [failure(f"containment/proc-mem/{n}", "reached = 0", f"reached = {n + 5}") for n in range(3)]
        made = explain(run(*tests))
        self.assertEqual([(c.kind, c.calls) for c in made.causes], [("topic", ["containment/proc-mem"])])

    def test_topics_are_one_cause_and_come_last(self):
        tests = [
            failure(f"containment/{topic}/{n}", "reached = 0", f"reached = {n + 5}")
            for topic in ("proc-mem", "numbers", "endings", "airlock", "sockets")
            for n in range(2)
        ]
        made = explain(run(*tests, failure("file/read/x", "read = -EBADF", "read = 9")))
        self.assertEqual(kinds_of(made), ["errno-sign-flipped", "topic"])
        self.assertEqual(len(made.causes[1].programs), 10)
        self.assertTrue(made.causes[1].says.startswith("programs of 5 topics (containment/"), made.causes[1].says)

    def test_a_cause_of_more_programs_comes_first_though_it_is_less_sure(self):
        sure = [failure("path/openat/x", "openat = 3", "openat = -ENOSYS")]
        unsure = [failure(f"file/read/{n}", "read = 3", "timeout", status="timeout") for n in range(2)]
        made = explain(run(*sure, *unsure))
        self.assertEqual([(c.kind, c.weight) for c in made.causes], [("hangs", 0.8), ("enosys", 0.9)])

    def test_what_nothing_explains_is_left(self):
        made = explain(run(failure("file/read/x", "read = 3", "read = 4")))
        self.assertEqual((made.causes, made.unexplained), ([], ["file/read/x"]))
        self.assertEqual(made.rest, "1 unexplained failure")

    def test_a_thousand_failures_are_quick_enough_to_be_told_always(self):
        tests = [failure(f"path/openat/{n}", "openat = 3", f"openat = {n + 200}") for n in range(1000)]
        verdicts = {t["id"]: ["fail", "00000000", "0000"] for t in tests}
        matrix = Matrix(
            [{"call": "openat", "operator": f"m{n}", "sentence": "", "verdicts": verdicts} for n in range(300)]
        )
        made = explain(run(*tests), matrix)
        self.assertEqual(len(made.causes[0].programs), 1000)


class Told(unittest.TestCase):
    """What is printed, and the pages."""

    def diagnosis(self, causes_wanted=12):
        tests = [
            failure(f"file/read/{n}-{k}", f"c{n} = 1", f"c{n} = {2 + n}")
            for n in range(causes_wanted)
            for k in range(2)
        ]
        matrix = Matrix()
        for n in range(causes_wanted):
            ids = [f"{n}-{k}" for k in range(2)]
            entry = mutant(f"call{n}:odd", f"call{n} <is> odd")
            text = f"c{n} = {2 + n}\n"
            entry["verdicts"] = {f"file/read/{i}": ["fail", signature(text), ""] for i in ids}
            matrix.mutants.append(entry)
        return explain(run(*tests), matrix)

    def test_the_summary_has_ten_and_says_what_is_left(self):
        text = printing.summary(self.diagnosis())
        self.assertIn("engine libc: 24 failures, 12 likely causes", text)
        self.assertEqual(text.count("    such as "), 10)
        self.assertEqual(text.count("    do: "), 10)
        self.assertIn(
            "also: 4 failures by 2 minor causes; `harness/wali-cts diagnose RESULTS.json` prints all causes", text
        )

    def test_commands_name_what_the_user_named(self):
        content = run(*[failure("file/read/x", "read = -EBADF", "read = 9")])
        content["runner"]["option"] = "my engines/mine.toml"
        made = explain(content)
        self.assertIn("--runner 'my engines/mine.toml' --abi libc -v PROGRAM", made.rerun)
        self.assertIn("`harness/wali-cts diagnose out/results.json`", printing.summary(self.diagnosis(), "out/results.json"))

    def test_diagnose_tells_all_of_the_same(self):
        made = self.diagnosis()
        whole, first = printing.describe(made), printing.summary(made)
        self.assertEqual(whole.count("    such as "), 12)
        self.assertEqual(whole.splitlines()[:20], first.splitlines()[:20])

    def test_nothing_is_said_of_a_run_without_failures(self):
        self.assertEqual(printing.summary(explain(run(passes=CALLS))), "")

    def test_without_a_cause_none_comes_first(self):
        told = printing.summary(explain(run(failure("file/read/x", "read = 3", "read = 4"))))
        self.assertIn("1 failure, no likely cause; `", told)

    def test_nothing_is_said_on_the_page_either(self):
        self.assertEqual(causes_section.section([explain(run(passes=CALLS))]), "")

    def test_the_page_has_ten_and_the_others_folded(self):
        text = causes_section.section([self.diagnosis()])
        self.assertEqual(text.count('<span class="count"'), 12)
        self.assertIn("<details><summary>2 minor causes of 4 failures</summary>", text)
        self.assertIn("&lt;is&gt; odd", text)
        self.assertIn('<a href="#file/read/0-0">', text)

    def test_the_job_page(self):
        text = markdown.page(contents({"one": ("fail",)}), [self.diagnosis()])
        self.assertIn("### engine libc: what explains its 24 failures", text)
        self.assertEqual(text.count("\n1. **2 programs**"), 10)
        self.assertIn("Besides: 4 failures by 2 minor causes.", text)

    def test_own_words_come_with_the_patterns_for_the_adapter(self):
        tests = [failure(f"file/read/{n}", "read = 3", f"Exit code Fail: {n}; read = 3") for n in range(3)]
        [cause] = explain(run(*tests)).causes
        self.assertIn("own = ['^Exit code Fail:']", cause.do)

    def test_sentences_agree_in_number(self):
        for kind in kinds.KINDS:
            for subjects in (["read"], ["read", "write"], [f"c{n}" for n in range(30)]):
                self.assertNotRegex(kinds.sentence(kind, subjects), r"[{|}]")
        self.assertEqual(kinds.sentence("enosys", ["read"]), "read is not implemented: the result is -ENOSYS")
        self.assertEqual(
            kinds.sentence("enosys", ["a", "b", "c"]), "a, b and c are not implemented: the result is -ENOSYS"
        )


class Command(unittest.TestCase):
    def diagnose(self, content, *words):
        fake = FakeTree(self)
        path = fake.write("results.json", json.dumps(content))
        return fake.run("diagnose", str(path), *words)

    def test_it_needs_no_engine_and_no_matrix(self):
        content = contents({"one": ("fail",)})
        content["runs"][0]["tests"] = [failure("path/openat/one", "openat = 3", "openat = -ENOSYS")]
        status, out, _ = self.diagnose(content)
        self.assertEqual(status, 0)
        self.assertIn("1. 1 program: openat is not implemented: the result is -ENOSYS", out)
        self.assertIn("no matrix of mutants was used", out)

    def test_a_part_of_the_suite_is_called_so(self):
        content = contents({"one": ("fail",)}, part=part(9, 1, ["openat/one"]))
        where = FakeTree(self).root / "causes.json"
        _, out, _ = self.diagnose(content, "--json", str(where))
        words = "only those that match 'openat/one'"
        self.assertEqual(out.splitlines()[-1], f"part (1 of 9 programs): engine libc: {words}")
        self.assertEqual(json.loads(where.read_text())["runs"][0]["part"], f"1 of 9 programs, {words}")
        _, out, _ = self.diagnose(contents({"one": ("fail",)}, part=part(1)), "--json", str(where))
        self.assertNotIn("part (", out)
        self.assertEqual(json.loads(where.read_text())["runs"][0]["part"], "")

    def test_a_run_without_failures(self):
        status, out, _ = self.diagnose(contents({"one": ("pass",)}))
        self.assertEqual((status, out.splitlines()[0]), (0, "engine libc: no failure"))

    def test_several_runs_of_one_engine_are_told_apart(self):
        content = contents({"one": ("fail",)})
        content["runs"][0]["tests"] = [failure("path/openat/one", "openat = 3", "openat = -ENOSYS")]
        content["runs"] *= 2
        _, out, _ = self.diagnose(content)
        told = of_content(content, Matrix())
        text, page = markdown.page(content, told), causes_section.section(told)
        for number in (1, 2):
            self.assertIn(f"engine libc 1.0 #{number}: 1 failure, ", out)
            self.assertIn(f"\n### engine libc 1.0 \\#{number}: what explains its 1 failure\n", text)
            self.assertIn(f"](#engine-libc-10-{number}-what-explains-its-1-failure)", text)
            self.assertIn(f"<h3>engine libc 1.0 #{number}: 1 failure</h3>", page)

    def test_a_run_of_native_alone_is_refused(self):
        status, _, err = self.diagnose(contents({"one": ("pass",)}, name="native", abi="native"))
        self.assertEqual((status, err.count("\n")), (2, 1))
        self.assertIn("these results hold no run of an engine", err)


if __name__ == "__main__":
    unittest.main()
