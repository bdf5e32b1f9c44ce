"""`mutate`: mutants are tried on the programs that import their call."""

import json
import re
import unittest
from unittest import mock

from .test_gate import contents
from .support import FakeTree, has_lit_and_filecheck
from driver.basics.errors import UserError
from driver.mutation import mutants
from driver.suite import wasm
from driver.suite.layout import SOURCE_DIR


# An engine whose modules carry the script that they do; the mutant's name is $MUTANT there.
ENGINE = """#!/bin/sh
while :; do
  case "$1" in
    --mutant) MUTANT="$2"; shift 2 ;;
    --abi) abi="$2"; shift 2 ;;
    --list-mutants) cat "$(dirname "$0")/mutants.$abi"; exit ;;
    *) break ;;
  esac
done
echo "$MUTANT $1" >> "$(dirname "$0")/log"
export MUTANT
eval "$(LC_ALL=C sed '1,/^SCRIPT$/d' "$1")"
"""
ADAPTER = """name = "wasmtime"
command = ["{build_dir}/bin/engine", "{module}", "{args}"]
trap = ['^engine: trap']
"""


def section(number: int, content: bytes) -> bytes:
    return bytes([number]) + leb(len(content)) + content


def leb(value: int) -> bytes:
    out = b""
    while value >= 0x80:
        out, value = out + bytes([value & 0x7F | 0x80]), value >> 7
    return out + bytes([value])


def named(text: str) -> bytes:
    return leb(len(text)) + text.encode()


def module(names: list[str], script: str = "") -> bytes:
    """A module that imports these functions, and a memory, a table and a global besides."""
    imported = [named("wali") + named(name) + b"\0\x00" for name in names]
    imported += [named("env") + named("memory") + b"\x02\x03\x01\x80\x80\x02"]
    imported += [named("env") + named("table") + b"\x01\x70\x00\x01", named("env") + named("global") + b"\x03\x7f\x01"]
    data = b"\0asm\x01\0\0\0" + section(1, b"\x01\x60\0\0") + section(2, leb(len(imported)) + b"".join(imported))
    return data + section(0, named("script") + f"\nSCRIPT\n{script}\n".encode())


class Imports(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def write(self, data: bytes):
        path = self.fake.write("a.wasm", "")
        path.write_bytes(data)
        return path

    def test_the_names_of_all_kinds_of_imports(self):
        path = self.write(module(["SYS_read", "SYS_" + "x" * 200]))
        self.assertEqual(wasm.imports(path), {"SYS_read", "SYS_" + "x" * 200, "memory", "table", "global"})

    def test_a_module_without_imports(self):
        self.assertEqual(wasm.imports(self.write(b"\0asm\x01\0\0\0")), frozenset())

    def test_what_is_no_module_or_is_cut_short(self):
        with self.assertRaisesRegex(UserError, "is not a WebAssembly module"):
            wasm.imports(self.write(b"#!/bin/sh\n"))
        with self.assertRaisesRegex(UserError, "cut short"):
            wasm.imports(self.write(module(["SYS_read"])[:30]))


class MutantTree(unittest.TestCase):
    """Two programs, and an engine with mutants of three calls."""

    def setUp(self):
        self.fake = FakeTree(self)
        self.call_as(1000)
        self.fake.write("source/runners/wasmtime.toml", ADAPTER)
        self.fake.write("build/bin/engine", ENGINE, 0o755)
        self.fake.write("build/bin/mutants.spec2026", "")
        self.mutants(
            "read:enosys\tread answers -ENOSYS",
            "read:result-plus-one\tread answers one more",
            "read:lives\tread does as it should",
            "read:hangs\tread never ends",
            "read:crashes\tread ends the engine",
            "openat:enosys\topenat answers -ENOSYS",
            "alarm:enosys\talarm answers -ENOSYS",
        )
        self.write_list()
        first = (
            "case $MUTANT in read:crashes) kill -SEGV $$ ;; read:hangs) sleep 60 ;; esac\n"
            "case $MUTANT in *enosys) echo gone ;; *) echo one ;; esac"
        )
        self.program("read/first", ["SYS_read", "SYS_openat"], first)
        self.program("read/second", ["SYS_read"], "case $MUTANT in *plus-one) echo two ;; *) echo one ;; esac")

    def call_as(self, user):
        """These tests have no namespaces, without which root is refused."""
        patched = mock.patch("driver.mutation.campaign.os.geteuid", return_value=user)
        patched.start()
        self.addCleanup(patched.stop)

    def mutants(self, *lines):
        self.fake.write("build/bin/mutants.libc", "".join(f"{line}\n" for line in lines))

    def write_list(self, *more):
        made = mutants.from_engine(str(self.fake.build / "bin" / "engine"))
        lines = [*(mutant.name for mutant in made), *more]
        self.fake.write("source/expected/mutants/list.txt", "".join(f"{line}\n" for line in lines))

    def program(self, name, imports, script):
        self.fake.program(f"file/{name}", expectation="CHECK: one\n")
        for abi in ("libc", "spec2026"):
            (self.fake.build / "suite" / f"file/{name}.{abi}.wasm").write_bytes(module(imports, script))

    def mutate(self, *words):
        return self.fake.run("mutate", "--no-build", "--workers", "2", "--output", str(self.fake.root / "out"), *words)

    def entries(self):
        content = json.loads((self.fake.root / "out" / "mutation.json").read_text())
        self.assertEqual(content["schema"], 1)
        return {f"{m['call']}:{m['operator']}": m for m in content["mutants"]}

    def runs(self):
        """The runs of mutants so far; those of the engine as it is are left out."""
        log = (self.fake.build / "bin" / "log").read_text().splitlines()
        return sum(not line.startswith(" ") for line in log)


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Mutate(MutantTree):
    """What the command finds and says."""

    def test_each_end_that_a_mutant_can_come_to(self):
        status, out, _ = self.mutate()
        entries = self.entries()
        found = {name: (m["status"], m.get("by")) for name, m in entries.items()}
        self.assertEqual(
            found,
            {
                "read:enosys": ("killed", "fail"),
                "read:result-plus-one": ("killed", "fail"),
                "read:lives": ("survived", None),
                "read:hangs": ("killed", "timeout"),
                "read:crashes": ("killed", "crash"),
                "openat:enosys": ("killed", "fail"),
                "alarm:enosys": ("unreached", None),
            },
        )
        self.assertEqual(entries["read:result-plus-one"]["programs"], ["file/read/second"])
        self.assertEqual(entries["read:enosys"]["group"], "file")
        self.assertRegex(out, r"(?m)^file +5 +2 +0 +2 +1 +0 +0 +40\.0% +40\.0%$")
        self.assertIn("read:lives survived: read does as it should", out)
        self.assertEqual(status, 1)

    def test_a_systemic_mutant_is_met_by_every_program(self):
        self.mutants("all:enosys\tevery call answers -ENOSYS", "read:enosys\tread answers -ENOSYS")
        self.program("read/third", [], '[ "$MUTANT" = all:enosys ] && echo zero || echo one')
        status, out, _ = self.mutate("--call", "all", "--matrix")
        [entry] = self.entries().values()
        found = (entry["call"], entry["operator"], entry["group"], sorted(entry["programs"]))
        self.assertEqual(found, ("all", "enosys", "systemic", ["file/read/first", "file/read/third"]))
        self.assertRegex(out, r"(?m)^systemic +1 +1 +0 +0 +0 +0 +0 +100\.0% +100\.0%$")
        self.assertEqual(status, 0)

    def test_a_systemic_mutant_is_tried_until_a_program_fails(self):
        self.mutants("all:crashes\tevery call ends the engine")
        for number in range(25):
            self.program(f"read/crash-{number}", [], '[ "$MUTANT" ] && kill -SEGV $$ || echo one')
        self.program("read/fails", ["SYS_read", "SYS_write"], '[ "$MUTANT" ] && echo zero || echo one')
        self.mutate()
        entry = self.entries()["all:crashes"]
        self.assertEqual(entry["by"], "fail")
        self.assertEqual(len(entry["programs"]), 26)

    def test_interrupted_it_tries_no_further_programs(self):
        self.mutants("read:lives\tread does as it should", "read:also-lives\tread does as it should")
        for number in range(20):
            self.program(f"read/slow-{number}", ["SYS_read"], "sleep 0.2; echo one")
        with mock.patch("driver.mutation.campaign.wait", side_effect=KeyboardInterrupt):
            status, out, _ = self.mutate()
        self.assertEqual(status, 130)
        self.assertIn("interrupted: run it again to go on", out)
        self.assertLessEqual(self.runs(), 4)

    def test_a_survivor_that_is_written_down_is_no_complaint(self):
        self.fake.write("source/expected/mutants/survivors.txt", "read:lives\nalarm:enosys\n")
        self.assertEqual(self.mutate()[0], 0)

    def test_an_equivalent_is_counted_apart_and_must_not_be_noticed(self):
        text = 'version = 1\n[[equivalent]]\nmutant = "{}"\nreason = "so it is"\ntried = "file/read/first"\n'
        self.fake.write("source/expected/mutants/equivalents.toml", text.format("read:lives"))
        status, out, _ = self.mutate("--call", "read")
        self.assertEqual(self.entries()["read:lives"]["status"], "equivalent")
        self.assertRegex(out, r"(?m)^all +5 +2 +0 +2 +0 +0 +1 +40\.0% +50\.0%$")
        self.assertEqual(status, 0)
        self.fake.write("source/expected/mutants/equivalents.toml", text.format("read:enosys"))
        status, out, _ = self.mutate("--mutant", "read:enosys")
        self.assertEqual(status, 1)
        self.assertIn("read:enosys is called equivalent, but file/read/first noticed it", out)

    def test_an_equivalent_that_only_took_too_long_is_one(self):
        text = '[[equivalent]]\nmutant = "read:hangs"\nreason = "it takes longer"\ntried = "file/read/first"\n'
        self.fake.write("source/expected/mutants/equivalents.toml", text)
        status, out, _ = self.mutate("--mutant", "read:hangs")
        self.assertEqual((status, self.entries()["read:hangs"]["status"]), (0, "equivalent"))

    def test_an_equivalent_by_rule_says_so(self):
        self.mutants("read:lives\tread does as it should\tthe kernel cuts it off")
        self.mutate()
        entry = self.entries()["read:lives"]
        found = (entry["status"], entry["known"], entry["reason"])
        self.assertEqual(found, ("equivalent", "by rule", "the kernel cuts it off"))

    def test_faults_of_behaviour_have_a_score_of_their_own(self):
        self.mutants(
            "read:enosys\tread answers -ENOSYS",
            "read:behaviour(forgets)\tread forgets where it was",
            "openat:behaviour(plus-one)\topenat opens the next file",
        )
        status, out, _ = self.mutate()
        entries = self.entries()
        self.assertEqual(
            [entry["class"] for entry in entries.values()], ["interface", "behaviour", "behaviour"]
        )
        self.assertRegex(out, r"(?s)faults of the interface.*\nfile +1 +1 .*faults of behaviour.*\nfile +1 +0 ")
        self.assertEqual(status, 1)
        self.mutate("--class", "behaviour")
        self.assertEqual(list(self.entries()), ["read:behaviour(forgets)", "openat:behaviour(plus-one)"])
        self.mutate("--class", "interface")
        self.assertEqual(list(self.entries()), ["read:enosys"])

    def test_what_only_programs_of_another_group_notice_is_counted_apart(self):
        self.mutants("openat:behaviour(wrong)\topenat opens another file", "read:behaviour(wrong)\tread is wrong")
        self.program("read/third", ["SYS_read", "SYS_openat"], '[ "$MUTANT" ] && echo zero || echo one')
        _, out, _ = self.mutate()
        found = {name: m["in_group"] for name, m in self.entries().items()}
        self.assertEqual(found, {"openat:behaviour(wrong)": False, "read:behaviour(wrong)": True})
        self.assertRegex(out, r"(?m)^all +2 +2 +1 +0 +0 +0 +0 +100\.0% +100\.0%$")

    def test_a_second_command_goes_on_where_the_first_ended(self):
        self.mutate("--mutant", "read:enosys")
        before = self.runs()
        self.mutate("--mutant", "read:enosys")
        self.assertEqual(self.runs(), before)
        self.mutate("--mutant", "read:enosys", "--fresh")
        self.assertGreater(self.runs(), before)

    def test_a_matrix_tries_only_what_changed(self):
        matrix = ("--matrix", "--mutant", "read:enosys")
        self.mutate(*matrix)
        self.mutate(*matrix)
        self.assertEqual(self.runs(), 2)
        self.program("read/third", ["SYS_read"], "case $MUTANT in *enosys) echo gone ;; *) echo one ;; esac")
        self.mutate(*matrix)
        self.assertEqual(self.runs(), 3)
        noticing = self.entries()["read:enosys"]["programs"]
        self.assertEqual(sorted(noticing), ["file/read/first", "file/read/third"])
        self.program("read/third", ["SYS_read"], "echo one")
        self.mutate(*matrix)
        self.assertEqual(self.runs(), 4)
        self.assertEqual(self.entries()["read:enosys"]["programs"], ["file/read/first"])
        (self.fake.source / "suite/file/read/first.cpp").unlink()
        self.mutate(*matrix)
        self.assertEqual((self.runs(), self.entries()["read:enosys"]["status"]), (4, "survived"))

    def test_a_changed_program_or_a_new_one_is_tried_again(self):
        self.mutate("--mutant", "read:lives")
        self.program("read/third", ["SYS_read"], '[ "$MUTANT" = read:lives ] && echo zero || echo one')
        self.mutate("--mutant", "read:lives")
        self.assertEqual(self.entries()["read:lives"]["programs"], ["file/read/third"])
        self.program("read/third", ["SYS_read"], "echo one")
        self.mutate("--mutant", "read:lives")
        self.assertEqual(self.entries()["read:lives"]["status"], "survived")

    def test_a_matrix_of_some_of_the_other_calls_programs(self):
        for case in "abc":
            self.program(f"write/{case}", ["SYS_read"], "case $MUTANT in *enosys) echo gone ;; *) echo one ;; esac")
        self.mutate("--matrix", "--others", "2", "--mutant", "read:enosys")
        some = self.entries()["read:enosys"]["programs"]
        self.assertIn("file/read/first", some)
        self.assertEqual(sum(program.startswith("file/write/") for program in some), 2)
        runs = self.runs()
        self.mutate("--matrix", "--others", "2", "--mutant", "read:enosys")
        self.assertEqual((self.entries()["read:enosys"]["programs"], self.runs()), (some, runs))

    def test_what_some_of_the_others_do_not_notice_is_tried_on_the_rest(self):
        matrix = ("--matrix", "--others", "1", "--mutant", "openat:lives")
        self.mutants("openat:lives\topenat is wrong")
        for case in "abc":
            self.program(f"write/{case}", ["SYS_openat"], "echo one")
        self.mutate(*matrix)
        self.assertEqual(self.entries()["openat:lives"]["status"], "survived")
        runs = self.runs()
        self.mutate(*matrix)
        self.assertEqual(self.runs(), runs)
        for case in "ab":
            self.program(f"write/{case}", ["SYS_openat"], '[ "$MUTANT" ] && echo zero || echo one')
        self.mutate(*matrix)
        self.assertEqual(self.entries()["openat:lives"]["by"], "fail")

    def test_a_matrix_has_all_that_notice(self):
        self.mutate("--matrix", "--mutant", "read:enosys", "--mutant", "openat:enosys")
        self.program("read/third", ["SYS_read"], '[ "$MUTANT" ] && echo zero || echo one')
        self.mutate("--matrix", "--mutant", "read:enosys")
        entry = self.entries()["read:enosys"]
        self.assertEqual(sorted(entry["programs"]), ["file/read/first", "file/read/third"])
        self.assertEqual({way for way, *_ in entry["verdicts"].values()}, {"fail"})

    def test_a_program_that_fails_without_a_mutant_says_nothing(self):
        self.program("read/first", ["SYS_read", "SYS_openat"], "echo two")
        self.mutate("--mutant", "openat:enosys")
        self.assertEqual(self.entries()["openat:enosys"]["status"], "survived")

    def test_a_sample_is_always_the_same(self):
        self.mutate("--sample", "2")
        first = set(self.entries())
        self.mutate("--sample", "2")
        self.assertEqual(set(self.entries()), first)
        self.assertEqual(len(first), 2)

    def test_shards_put_together_are_the_whole(self):
        lines = [f"openat:m{number}\tno. {number}" for number in range(5)]
        self.mutants(*lines)
        self.write_list()
        self.program("read/first", ["SYS_openat"], '[ "$MUTANT" = openat:m3 ] && echo two || echo one')
        whole = self.mutate("--matrix")
        expected = json.loads((self.fake.root / "out/mutation.json").read_text())
        files = []
        for number in (2, 1):
            directory = self.fake.root / f"shard-{number}"
            self.mutate("--matrix", "--shard", f"{number}/2", "--output", str(directory))
            files.append(str(directory / "mutation.json"))
        out = self.fake.root / "merged"
        merged = self.mutate("--output", str(out), "--merge", *files)
        self.assertEqual(json.loads((out / "mutation.json").read_text()), expected)
        self.assertEqual(merged[0], whole[0])
        for words, says in (
            (files[:1], "shard 1/2 missing"),
            ([files[0], files[0]], "shard 2/2 comes twice"),
            ([str(out / "mutation.json")], "is no shard"),
        ):
            status, _, err = self.mutate("--merge", *words)
            self.assertEqual((status, len(err.splitlines())), (2, 1))
            self.assertIn(says, err)
        results = self.fake.write("results.json", json.dumps(contents({"one": ("fail",)})))
        for command in (["report", "--markdown", "-"], ["diagnose"]):
            status, _, err = self.fake.run(*command, "--mutation", files[0], str(results))
            self.assertEqual(status, 2)
            self.assertIn("is shard 2/2 only: put all together", err)

    def test_the_readmes_four_machines(self):
        self.mutants(*(f"openat:m{number}\tno. {number}" for number in range(5)))
        self.write_list()
        self.program("read/first", ["SYS_openat"], '[ "$MUTANT" = openat:m3 ] && echo two || echo one')
        shown = (SOURCE_DIR / "harness/README.md").read_text()
        part, whole = re.search(r"harness/wali-cts mutate (.*--shard 1/4.*?) +#.*\nharness/wali-cts mutate (.*)\n", shown).groups()
        for number in range(1, 5):
            words = part.replace("1/4", f"{number}/4").replace("part-1", f"{self.fake.root}/part-{number}")
            self.assertLess(self.mutate(*words.split())[0], 2)
        words = whole.replace("part-", f"{self.fake.root}/part-").replace("whole", f"{self.fake.root}/whole")
        self.assertLess(self.mutate(*words.split())[0], 2)
        merged = json.loads((self.fake.root / "whole/mutation.json").read_text())
        self.assertEqual(len(merged["mutants"]), 5)

    def test_unknown_names(self):
        for words, says in (
            (("--call", "xyz"), "--list-mutants"),
            (("--call", "opnat"), "did you mean 'openat'?"),
            (("--mutant", "read:enosis"), "did you mean 'read:enosys'?"),
        ):
            status, _, err = self.mutate(*words)
            self.assertEqual(status, 2)
            self.assertIn(says, err)

    def test_a_module_that_is_missing(self):
        (self.fake.build / "suite/file/read/first.libc.wasm").unlink()
        status, _, err = self.mutate()
        self.assertEqual(status, 2)
        self.assertIn("first.libc.wasm is missing: build it", err)

    def test_root_without_namespaces_is_refused(self):
        self.call_as(0)
        status, _, err = self.mutate()
        self.assertEqual(status, 2)
        self.assertIn("run mutants as an ordinary user", err)

    def test_an_engine_without_mutants(self):
        self.fake.write("build/bin/engine", "#!/bin/sh\necho 'unknown option' >&2\nexit 2\n", 0o755)
        status, _, err = self.mutate()
        self.assertEqual(status, 2)
        self.assertIn("unknown option; only the embedded engine has mutants", err)


class List(MutantTree):
    """The committed list shrinks only with a reason."""

    def test_a_mutant_that_went_away(self):
        listed = mutants.read_list(self.fake.tree)
        made = mutants.from_engine(str(self.fake.build / "bin" / "engine"))
        self.assertEqual(mutants.compare_list(listed, made), [])
        [line] = mutants.compare_list(listed, made[1:])
        self.assertIn("read:enosys is gone", line)
        with self.assertRaisesRegex(UserError, "read:enosys is gone"):
            mutants.update_list(self.fake.tree, made[1:])

    def test_a_mutant_taken_away_with_its_reason(self):
        path = self.fake.tree.expected_dir / "mutants" / "list.txt"
        path.write_text(path.read_text().replace("read:enosys\n", "# read:enosys: said twice\n"))
        made = mutants.from_engine(str(self.fake.build / "bin" / "engine"))[1:]
        self.assertEqual(mutants.compare_list(mutants.read_list(self.fake.tree), made), [])
        mutants.update_list(self.fake.tree, made)
        self.assertIn("# read:enosys: said twice\n", path.read_text())

    def test_a_new_mutant(self):
        self.mutants("write:enosys\twrite answers -ENOSYS")
        made = mutants.from_engine(str(self.fake.build / "bin" / "engine"))
        self.assertIn("write:enosys is new", mutants.compare_list(mutants.read_list(self.fake.tree), made)[-1])

    def test_a_line_of_another_form(self):
        self.write_list("# without a reason")
        with self.assertRaisesRegex(UserError, "neither"):
            mutants.read_list(self.fake.tree)
