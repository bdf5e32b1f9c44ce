"""Each refusal of lint, shown once; and what it must not refuse."""

import unittest

from driver.linting.cpp import chosen_reports, compared_results, conditional_reports, packed_digits
from driver.linting.lint import lint
from driver.tests.support import FakeTree, run_cli

PROGRAM = "path/openat/refuses-an-existing"


class LintTest(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)
        self.fake.program(PROGRAM)

    def refusals(self):
        return [f"{r.path.name}:{r.line}: {r.message}" for r in lint(self.fake.tree)]

    def refused(self, *expected):
        """One refusal for each expected piece of text, and no other."""
        found = self.refusals()
        self.assertEqual(len(found), len(expected), found)
        for refusal, text in zip(found, expected):
            self.assertIn(text, refusal)

    def expectation(self, text):
        self.fake.write(f"source/expected/{PROGRAM}.check", text)

    def source(self, text):
        self.fake.write(f"source/suite/{PROGRAM}.cpp", text)

    def body(self, text):
        self.source(f"// It does something.\n// Covers: openat something\n{text}\n")


class Command(LintTest):
    def test_a_clean_tree(self):
        status, out, _ = run_cli("lint", "--build-dir", str(self.fake.build))
        self.assertEqual((status, out), (0, "lint: 1 programs, 0 refusals\n"))

    def test_a_refusal_is_printed_with_its_place(self):
        self.expectation("CHECK: x\nCHEK: y\n")
        status, out, _ = run_cli("lint", "--build-dir", str(self.fake.build))
        self.assertEqual(status, 1)
        self.assertRegex(out, rf"^expected/{PROGRAM}\.check:2: neither `CHECK: …`, `SINCE-6-10: …` nor a comment")
        self.assertTrue(out.endswith("lint: 1 programs, 1 refusal\n"))


class Expectations(LintTest):
    def test_comments_empty_lines_and_the_named_shapes_are_fine(self):
        self.expectation(
            "# What Linux prints.\n\nCHECK: a = {{[0-9]+}} {{-?[0-9]+}} {{0x[0-9a-f]+}} {{[0-9]+\\.[0-9]+}}\n"
            "CHECK: count = {{[1-9][0-9]*}}\nSINCE-6-10: new = 1\nUNTIL-6-10: old = 2\n"
            "CHECK: x = [[#N:]] [[S:[0-9]+]]\nCHECK: y = [[#N+1]] [[S]]\nCHECK: pid = [[#PID:]]\nCHECK: exit 3\n"
        )
        self.refused()

    def test_a_misspelt_directive(self):
        for line in ("CHEK: a", "CHECK : a", "CHCEK: a", "CHECK a", "check: a", " CHECK: a", "NOTE: a"):
            self.expectation(f"CHECK: x\n{line}\n")
            self.refused("neither `CHECK: …`, `SINCE-6-10: …` nor a comment")

    def test_other_directives_of_filecheck(self):
        for suffix in ("-NOT", "-DAG", "-NEXT", "-SAME", "-EMPTY", "-LABEL", "-COUNT-2", "{LITERAL}"):
            self.expectation(f"CHECK: x\nCHECK{suffix}: a\n")
            self.refused("neither `CHECK: …`, `SINCE-6-10: …` nor a comment")

    def test_a_directive_that_hides_in_a_comment(self):
        self.expectation("CHECK: x\n# see CHECK: y\n")
        self.refused("a directive inside a comment")
        self.expectation("CHECK: x\n# CHEK: y\n")
        self.refused("looks like a directive")

    def test_one_fault_is_refused_once(self):
        self.expectation("CHEK: a\n")
        self.refused("neither `CHECK: …`")
        self.expectation("CHECK: a = [[#X]]\nCHECK: b = [[#X]]\n")
        self.refused("check:1: X is used before it is defined")

    def test_no_line(self):
        self.expectation("# nothing\n")
        self.refused("no CHECK line")

    def test_an_empty_check(self):
        self.expectation("CHECK:\n")
        self.refused("empty CHECK")

    def test_regular_expressions_other_than_the_shapes(self):
        for regex in (".*", ".+", "[a-z]+", "a|b", "[0-9]*"):
            self.expectation(f"CHECK: x = {{{{{regex}}}}}\n")
            self.refused(f"'{regex}' is not one of the shapes")
        self.expectation("CHECK: x = [[PID:.*]]\n")
        self.refused("'.*' is not one of the shapes")

    def test_an_open_bracket(self):
        self.expectation("CHECK: x = {{[0-9]+\n")
        self.refused("'{{' is not closed")

    def test_a_variable_defined_twice(self):
        self.expectation("CHECK: a = [[#N:]]\nCHECK: b = [[#N:]]\nCHECK: c = [[#N]]\n")
        self.refused("N is defined a second time")

    def test_a_variable_never_used(self):
        self.expectation("CHECK: a = [[#N:]]\n")
        self.refused("N is never used")
        self.expectation("CHECK: a = [[S:[0-9]+]]\n")
        self.refused("S is never used")

    def test_a_variable_used_before_it_is_defined(self):
        self.expectation("CHECK: a = [[#N]]\nCHECK: b = [[#N:]]\n")
        self.refused("N is used before it is defined")

    def test_a_global_variable(self):
        self.expectation("CHECK: a = [[$S:[0-9]+]]\nCHECK: b = [[$S]]\n")
        self.refused("need no $", "need no $")

    def test_a_variable_of_one_kernel_is_judged_on_each(self):
        self.expectation("SINCE-6-10: a = [[#N:]]\nUNTIL-6-10: a = [[#N:]]\nCHECK: b = [[#N]]\n")
        self.refused()
        self.expectation("SINCE-6-10: a = [[#N:]]\nCHECK: b = [[#N]]\n")
        self.refused("N is used before it is defined")

    def test_only_lines_of_some_kernels(self):
        self.expectation("SINCE-6-10: a\n")
        self.refused("no CHECK line")

    def test_a_kernel_that_the_suite_is_not_for(self):
        self.expectation("CHECK: x\nSINCE-5-10: a\nUNTIL-5-6: b\nSINCE-5-11: c\n")
        self.refused("the oldest is Linux 5.10", "the oldest is Linux 5.10")

    def test_a_misspelt_kernel(self):
        for line in ("SINCE-6.10: a", "SINCE-6: a", "AFTER-6-10: a", "SINCE-6-10-NEXT: a"):
            self.expectation(f"CHECK: x\n{line}\n")
            self.refused("neither `CHECK: …`")

    def test_a_number_used_in_the_line_that_defines_it(self):
        self.expectation("CHECK: a = [[#N:]] [[#N]]\n")
        self.refused("N is used before it is defined")

    def test_a_comparison_that_the_expectation_could_make(self):
        self.expectation("CHECK: inode against the first = equal\n")
        self.refused("'equal' does not show the values: print both")

    def test_a_verdict_is_no_expectation(self):
        for line in ("blocked: mkdir = -EPERM", "timeout", "flood"):
            self.expectation(f"CHECK: x\nCHECK: {line}\n")
            self.refused("is a verdict")

    def test_only_the_last_line_says_how_it_ended(self):
        self.expectation("CHECK: exit 3\nCHECK: x\n")
        self.refused("but more lines follow")

    def test_blanks_in_a_row(self):
        self.expectation("CHECK: a  b\n")
        self.refused("blanks in a row")

    def test_an_orphan(self):
        self.fake.write("source/expected/path/openat/gone.check", "CHECK: x\n")
        self.refused("no program has this expectation")

    def test_known_failures_are_no_orphans(self):
        self.fake.write("source/expected/known-failures/engine.libc.toml", "version = 1\n")
        self.refused()


class Programs(LintTest):
    def test_a_sentence_may_take_two_lines(self):
        self.source(
            "// It does something, and when it\n// is done: more.\n// Covers: openat EEXIST, O_EXCL\nvoid test();\n"
        )
        self.refused()

    def test_no_sentence(self):
        for source in (
            "// Covers: openat x\n",
            "void test();\n// It.\n",
            "// It does something\n// Covers: openat x\n",
        ):
            self.source(source)
            self.assertTrue(any("no sentence" in r for r in self.refusals()), source)

    def test_no_covers(self):
        self.source("// It does something.\n")
        self.refused("no Covers")
        self.source("// It does something.\n// Covers: openat\n")
        self.refused("Covers nothing of openat")

    def test_no_expectation(self):
        (self.fake.source / "expected" / f"{PROGRAM}.check").unlink()
        self.refused("no expectation: expected/path/openat/refuses-an-existing.check")

    def test_covers_names_a_call_and_known_errors(self):
        self.source("// It does something.\n// Covers: opnat EEXIST\n")
        self.refused("'opnat', which is not a call")
        self.source("// It does something.\n// Covers: openat EEXISTS\n")
        self.refused("EEXISTS, which is not an error")

    def test_topics_cover_themselves_or_calls(self):
        self.fake.program("scenario/shell/runs-a-pipeline", header="// Covers: openat O_RDONLY\n")
        self.refused()

    def test_a_name_that_is_not_kebab_case(self):
        self.fake.program("path/openat/Some_Case")
        self.refused("not kebab-case")

    def test_a_directory_that_is_no_call_of_its_group(self):
        self.fake.program("path/opennat/case")
        self.refused("'opennat' is not a call of group path: did you mean 'openat'?")
        self.fake.program("file/openat/case")
        self.assertTrue(any("openat is of group path, not file" in r for r in self.refusals()))

    def test_a_program_in_the_wrong_place(self):
        self.fake.write("source/suite/path/stray.cpp", "// It.\n")
        self.refused("a program lies at")

    def test_headers_of_the_kit_and_of_folders_above(self):
        for name in ("suite/path/every.h", "suite/path/openat/own.h"):
            self.fake.write(f"source/{name}", "// Helps.\n")
        both = '#include "suite/path/every.h"\n#include "suite/path/openat/own.h"\n'
        self.body(both + '#include "wali/test.h"')
        self.refused()
        self.body(both + "#include <stdio.h>")
        self.refused("refuses-an-existing.cpp:5: includes stdio.h")
        self.body(both + '#include "own.h"')
        self.refused("includes own.h")
        self.body('#include "suite/path/openat/own.h"')
        self.refused("every.h:1: no program includes this header")
        self.body(both + '#include "suite/path/openat/missing.h"')
        self.refused("includes suite/path/openat/missing.h")

    def test_a_header_of_another_folder(self):
        self.fake.write("source/suite/file/locks.h", "// Helps.\n")
        self.body('#include "suite/file/locks.h"')
        self.refused("includes suite/file/locks.h")

    def test_requires_of_the_list_only(self):
        self.body("// REQUIRES: root || ns-root, ipv6")
        self.refused()
        self.body("// REQUIRES: rooot")
        self.refused("REQUIRES 'rooot'")

    def test_run_lines_are_checked_to_the_end(self):
        self.body("// RUN: %run | %check\n// RUN: echo hi | %launch --stdin %engine a | %check")
        self.refused()
        for line in ("%run", "%run | %check | cat", "%launch | %check", "echo x | %check"):
            self.body(f"// RUN: {line}")
            self.refused("RUN has no %run or %engine")

    def test_directives_that_would_decide_a_verdict(self):
        for field in ("XFAIL", "UNSUPPORTED", "ALLOW_RETRIES", "DEFINE"):
            self.body(f"// {field}: *")
            self.refused(f"{field} is not allowed")

    def test_a_misspelt_directive(self):
        for field in ("Cover", "REQUIRE", "Orcale"):
            self.body(f"// {field}: root")
            self.refused(f"'{field}' is not a directive: did you mean '")

    def test_one_fault_is_refused_once(self):
        for line in ("Cover: openat something", "covers: openat something", "Covers openat something"):
            self.source(f"// It does something.\n// {line}\nvoid test() {{}}\n")
            self.refused("is not a directive: did you mean 'Covers:'?")
        for line, words in (
            ("", "Covers names nothing"),
            ("opennat EEXIST", "'opennat', which is not a call of the table: did you mean 'openat'?"),
            ("openat EEXISTS", "EEXISTS, which is not an error: did you mean 'EEXIST'?"),
        ):
            self.source(f"// It does something.\n// Covers: {line}\nvoid test() {{}}\n")
            self.refused(words)

    def test_a_misspelt_feature(self):
        self.body("// REQUIRES: !namespace && root")
        self.refused("REQUIRES 'namespace', which is not a feature: did you mean 'namespaces'?")
        self.body("// REQUIRES: xyzzy")
        self.refused("REQUIRES 'xyzzy', which is not a feature; there are root, ns-root, user")

    def test_oracle_stands_where_linux_has_no_equivalent(self):
        self.fake.write("source/suite/ABI.md", "# What conformance means\n\n## Pointers\n")
        self.body("// Oracle: ABI.md, Pointers")
        self.refused("Oracle is allowed in abi and containment only")
        self.fake.program(PROGRAM)
        self.fake.program("abi/start/imports", header="// Oracle: the specification\n")
        self.refused("Oracle names a heading")
        self.fake.program("abi/start/imports", header="// Oracle: ABI.md, Signals\n")
        self.refused("suite/ABI.md has no heading 'Signals'")

    def test_imports_are_declared_with_their_type_in_abi(self):
        self.fake.program(
            "abi/linking/some", header="// Imports: SYS_exit (i32) -> ()\n// Imports: x_y () -> i64\n"
        )
        self.refused()
        for imports in ("SYS_exit", "SYS_exit (i32)", "SYS_exit (i32, f32) -> i64", "a () -> i32, b () -> i32"):
            self.fake.program("abi/linking/some", header=f"// Imports: {imports}\n")
            self.refused("Imports needs one import and its type")
        self.fake.program("abi/linking/some", header="// Import: SYS_exit (i32) -> ()\n")
        self.refused("'Import' is not a directive: did you mean 'Imports:'?")
        self.fake.program("abi/linking/some")
        self.body("// Imports: SYS_exit (i32) -> ()")
        self.refused("Imports is allowed in abi only")

    def test_output_is_raw_for_what_shows_the_engines_words_only(self):
        self.body("// Output: raw")
        self.refused("Output: raw is allowed in abi/start only")
        self.body("// Output: cooked")
        self.refused("Output is raw, not 'cooked'")

    def test_report_under_a_condition(self):
        self.body('void test() {\n  if (x)\n    report("a", 1);\n}')
        self.refused("cpp:5: a report depends on a condition")


class Conditions(unittest.TestCase):
    def lines(self, text):
        return conditional_reports(text)

    def test_every_condition(self):
        self.assertEqual(self.lines("if (a) report(1);"), [1])
        self.assertEqual(self.lines("if (a) {\n b();\n report(1); }"), [3])
        self.assertEqual(self.lines("if (a)\n b();\nelse\n report(1);"), [4])
        self.assertEqual(self.lines("if (a) for (;;) report_walls(1);"), [1])
        self.assertEqual(self.lines("switch (a) {\ncase 1:\n report(1); }"), [3])
        self.assertEqual(self.lines("while (a)\n report(1);"), [2])
        self.assertEqual(self.lines("do {\n report(1);\n} while (a);"), [2])
        self.assertEqual(self.lines("a && report(1);\nb || report(2);"), [1, 2])
        self.assertEqual(self.lines("if constexpr (a) { report(1); }"), [1])

    def test_what_is_no_condition(self):
        self.assertEqual(self.lines("for (auto &c : cases)\n report(c);"), [])
        self.assertEqual(self.lines("if (a) b();\nreport(1);"), [])
        self.assertEqual(self.lines("if (a) { b({1}); }\nreport(1);"), [])
        self.assertEqual(self.lines("while (!done) wait();\nreport(1);"), [])
        self.assertEqual(self.lines('// if (a)\nreport("if (x) else");\n/* while (1) */ report(2);'), [])
        self.assertEqual(self.lines("#if X\nreport(1);\n#endif\nreport(a ? b : c);"), [])
        self.assertEqual(self.lines("if (a) { int reporter = 1; }\nreport(1);"), [])


class Judging(unittest.TestCase):
    """A program prints; it does not decide."""

    def test_an_operator_chooses_what_is_reported(self):
        for value in ("a ? b : c", "a == b", "int{a != b}", "a && b", "a || b", "!a", 'label(a == b ? "x" : "y")'):
            self.assertEqual(chosen_reports(f'report("x",\n {value});'), [1], value)

    def test_what_chooses_nothing(self):
        for value in ("a", "a < b > c", "f<int>(a)", "a & b", "~a", "a | b", '"a ? b"', "Text(a, b)"):
            self.assertEqual(chosen_reports(f'report("x", {value});'), [], value)
        self.assertEqual(chosen_reports("if (a == b) return;\nreport(1);"), [])

    def test_compared_takes_no_result(self):
        self.assertEqual(compared_results('report("a", compared(sys::lseek(1).value, 2));'), [1])
        self.assertEqual(compared_results("auto x = sys::lseek(1).value;\nreport(1, compared(x, 2));"), [2])
        self.assertEqual(compared_results("Result r = f();\nreport(1, compared(2, r.value));"), [2])
        self.assertEqual(compared_results("seen[1] = sys::f();\nreport(1, compared(seen[0], 2));"), [2])
        self.assertEqual(compared_results("s->id = sys::f();\nreport(1, compared(s->id, 2));"), [2])

    def test_compared_takes_times_and_sizes(self):
        self.assertEqual(compared_results("sys::clock_gettime(1, &time);\nreport(1, compared(time, before));"), [])
        self.assertEqual(compared_results("size_t size = st.size;\nreport(1, compared(size, 4096));"), [])

    def test_digits_that_hold_several_values(self):
        self.assertEqual(packed_digits("return set * 100 + back * 10 + saved;"), [1])
        self.assertEqual(packed_digits("handled = handled * 100 + signo;"), [1])
        self.assertEqual(packed_digits('report("a", a * 10 + b);'), [1])

    def test_digits_of_one_number(self):
        self.assertEqual(packed_digits("return (name[0] - '0') * 10 + (name[1] - '0');"), [])
        self.assertEqual(packed_digits("return time.tv_sec * 1000000000 + time.tv_nsec;"), [])


class Runners(LintTest):
    def runner(self, text):
        self.fake.write("source/runners/host/calls/path.cpp", text)

    def test_a_tests_name(self):
        for text in (PROGRAM, f"suite/{PROGRAM}.cpp", "openat/refuses-an-existing", "// refuses-an-existing"):
            self.runner(text + "\n")
            self.refused("path.cpp:1: names the test")

    def test_plain_words_are_no_names(self):
        self.fake.program("file/read/short")
        self.fake.program("file/read/end-of-file")
        self.fake.program("file/read/two-words")
        self.runner('// short: read/write, two-words, a read-only file, end of file\n#include "path/openat.h"\n')
        self.refused()


class ErrorsTables(LintTest):
    def table(self, text):
        self.fake.write("source/suite/path/errors.toml", text)

    def test_a_good_table(self):
        self.source("// It does something.\n// Covers: openat EEXIST, O_EXCL\n")
        self.table(f'[openat]\nEEXIST = "{PROGRAM}"\nENOENT = {{ none = "for some reason" }}\n')
        self.refused()

    def test_what_it_names_must_be_there(self):
        self.table(
            f'[openat]\nEEXIST = "{PROGRAM}"\nENOENT = "path/openat/gone"\nEPERM = {{}}\nEFOO = {{ none = "x" }}\n'
        )
        self.refused(
            f"errors.toml:2: EEXIST: {PROGRAM} does not say `Covers: openat EEXIST`",
            "errors.toml:3: ENOENT: there is no program 'path/openat/gone'",
            "errors.toml:4: EPERM: write { none",
            "errors.toml:5: EFOO is not an error",
        )

    def test_calls_of_the_group_only(self):
        self.table('[read]\nEPERM = { none = "x" }\n')
        self.refused("'read' is not a call of group path")
        self.table("[openat\n")
        self.refused("not TOML")


class BehaviourTables(LintTest):
    CLAUSE = '[[openat]]\npage = "openat(2), NOTES"\nsays = "It does."\n'

    def table(self, text):
        self.fake.write("source/suite/path/behaviour.toml", text)

    def test_a_good_table(self):
        self.table(f'{self.CLAUSE}shown = ["{PROGRAM}"]\n{self.CLAUSE}shown = []\n{self.CLAUSE}none = "a reason"\n')
        self.refused()

    def test_what_it_names_must_be_there(self):
        self.source("// It does something.\n// Covers: read EEXIST\n")
        self.table(f'{self.CLAUSE}shown = ["{PROGRAM}", "path/openat/gone"]\n')
        self.refused(
            f"behaviour.toml:1: {PROGRAM} does not say `Covers: openat …`",
            "behaviour.toml:1: there is no program 'path/openat/gone'",
        )

    def test_each_program_shows_something(self):
        self.table(f"{self.CLAUSE}shown = []\n")
        self.refused(f"behaviour.toml:1: {PROGRAM} is under no clause of openat")
        self.source("// It does something.\n// Covers: openat EEXIST\n")
        self.fake.write("source/suite/path/errors.toml", f'[openat]\nEEXIST = "{PROGRAM}"\n')
        self.refused()

    def test_clauses_are_whole(self):
        for text, message in (
            (self.CLAUSE, "write either shown"),
            (f'{self.CLAUSE}shown = ["{PROGRAM}"]\nnone = "x"\n', "write either shown"),
            (f'{self.CLAUSE}none = ""\n', "none: say why"),
            (f'{self.CLAUSE}shown = "{PROGRAM}"\n', "shown: a list"),
            (self.CLAUSE.replace("does.", "does") + "shown = []\n", "says: write the behaviour"),
            (self.CLAUSE.replace("(2), NOTES", "") + "shown = []\n", "page: name the man page"),
            (f"{self.CLAUSE}shown = []\nmore = 1\n", "unknown key 'more'"),
            ("[openat]\nshown = []\n", "write each clause under a line [[openat]]"),
            ("[[openat\n", "not TOML"),
        ):
            with self.subTest(text):
                self.table(text)
                self.refused(message)

    def test_calls_of_the_group_only(self):
        self.table(self.CLAUSE.replace("[[openat", "[[read") + "shown = []\n")
        self.refused("'read' is not a call of group path")


class Baselines(LintTest):
    def baseline(self, text, name="engine.libc.toml"):
        self.fake.write(f"source/expected/known-failures/{name}", text)

    def test_a_good_one(self):
        entry = f'version = 1\n[[test]]\nid = "{PROGRAM}"\nexpected = "fail"\n'
        self.baseline(entry + 'reason = " "\n')
        self.refused(f"engine.libc.toml:3: '{PROGRAM}' has no reason: say why it fails")
        self.baseline(entry + 'reason = "O_EXCL is lost"\n')
        self.refused()

    def test_what_it_names_must_be_there(self):
        self.baseline('version = 1\n\n[[test]]\nid = "path/openat/gone"\nexpected = "fail"\n')
        self.refused("engine.libc.toml:4: there is no program 'path/openat/gone'")

    def test_what_is_none(self):
        self.baseline("version = 2\n")
        self.refused("engine.libc.toml:1: not a baseline of version 1")

    def test_its_name(self):
        self.baseline("version = 1\n", "engine.toml")
        self.refused("a baseline is called RUNNER.ABI.toml")


if __name__ == "__main__":
    unittest.main()
