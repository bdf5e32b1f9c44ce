"""Adapters of wasi-testsuite: each form that they have had, and faulty ones."""

import contextlib
import io
import time
import unittest
from pathlib import Path
from unittest import mock

from driver.basics.errors import UserError
from driver.suite import adapter_files, python_adapters
from driver.suite.adapters import expand
from driver.tests.support import FakeTree, built_tree, has_lit_and_filecheck

# What all forms that are modules begin with.
HEAD = """import os, shlex
ENGINE = shlex.split(os.getenv("WALI_TEST_ENGINE", "/bin/sh"))
def get_name(): return "mine"
def get_version(): return "1.2"
"""
BODY = "    return ENGINE + [w for k, v in env.items() for w in ('--env', f'{k}={v}')] + [test_path] + args\n"
COMMAND = ("/bin/sh", "{", "--env", "{env}", "}", "{module}", "{args}")

# The parameters of compute_argv, by the month since which adapters have had them, and how they are read.
MODULES = {
    "2025-09": ("test_path, args, env, dirs", "assert dirs == []"),
    "2025-09 with versions": ("test_path, args, env, dirs, wasi_version", "assert wasi_version == 'wasm32-wasip1'"),
    "2026-01 with a config": ("test_path, config, wasi_version", "(run,) = config.operations; args, env = run.args, run.env"),
    "2026-01": ("test_path, args_env_dirs, proposals, wasi_version", "args, env, dirs = args_env_dirs; assert dirs == []"),
    "2026-02": (
        "test_path, args_env_dirs, proposals, wasi_world, wasi_version",
        "args, env, dirs = args_env_dirs; assert (dirs, wasi_world) == ([], 'wasi:cli/command')",
    ),
    "2026-06": (
        "test_path, args_env_root, proposals, wasi_world, wasi_version",
        "args, env, root = args_env_root; assert root is None and proposals == []",
    ),
}  # fmt: skip

PROGRAM = """import argparse, os, shlex, subprocess, sys
ENGINE = shlex.split(os.getenv("WALI_TEST_ENGINE", "/bin/sh"))
parser = argparse.ArgumentParser()
parser.add_argument("--version", action="store_true")
parser.add_argument("--test-file")
for name in ("--arg", "--env", "--dir"):
    parser.add_argument(name, action="append", default=[])
args = parser.parse_args()
if args.version:
    subprocess.run(["echo", "mine 1.2"])
    sys.exit(0)
"""
RUN = "sys.exit(subprocess.run(ENGINE + [w for e in args.env for w in ('--env', e)] + [args.test_file] + args.arg).returncode)\n"
EXECUTE = "os.execvp(ENGINE[0], ENGINE + [w for e in args.env for w in ('--env', e)] + [args.test_file] + args.arg)\n"


def of_parameters(parameters: str, read: str = "pass", body: str = BODY) -> str:
    return f"{HEAD}def compute_argv({parameters}):\n    {read}\n{body}"


NEWEST = "2026-06"


class Adapters(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def adapter(self, text: str):
        return self.fake.write("my-adapter.py", text)

    def ask(self, text: str) -> python_adapters.Told:
        return python_adapters.ask(self.adapter(text))


class Forms(Adapters):
    def test_each_form_that_is_a_module(self):
        for month, (parameters, read) in MODULES.items():
            with self.subTest(month):
                told = self.ask(of_parameters(parameters, read))
                self.assertEqual((told.name, told.version, told.command), ("mine", "1.2", COMMAND))
                self.assertEqual((told.notes, told.time_scale), ((), 1.0))

    def test_each_form_that_is_a_program(self):
        for body in (RUN, EXECUTE):
            with self.subTest(body):
                told = self.ask(PROGRAM + body)
                self.assertEqual((told.name, told.version, told.command), ("mine", "1.2", COMMAND))

    def test_a_program_that_says_only_its_version(self):
        told = self.ask(PROGRAM.replace('"mine 1.2"', '"1.2"') + RUN)
        self.assertEqual((told.name, told.version), ("my-adapter", "1.2"))

    def test_a_module_that_has_its_function_from_elsewhere(self):
        self.fake.write("another_adapter.py", of_parameters(*MODULES[NEWEST]))
        told = self.ask("from another_adapter import *\n")
        self.assertEqual((told.name, told.version, told.command), ("mine", "1.2", COMMAND))

    def test_the_adapter_sees_the_users_environment(self):
        with mock.patch.dict("os.environ", {"WALI_TEST_ENGINE": "/opt/engine -v"}):
            self.assertEqual(self.ask(of_parameters(*MODULES[NEWEST])).command[:2], ("/opt/engine", "-v"))

    def test_words_after_a_double_dash(self):
        parameters, _ = MODULES[NEWEST]
        told = self.ask(
            "def get_name(): return 'mine'\n"
            "def get_version(): return '1.2'\n"
            f"def compute_argv({parameters}):\n"
            "    args, env, _ = args_env_root\n"
            "    return ['e', *(f'--env={n}={v}' for n, v in env.items()), '--', test_path, *args]\n"
        )
        self.assertEqual(told.notes, ())
        self.assertIn("--env={env}", told.command)
        self.assertIn("{args}", told.command)

    def test_how_long_a_test_may_take(self):
        text = of_parameters(*MODULES[NEWEST]) + "def get_timeout_seconds(): return 30\n"
        self.assertEqual(self.ask(text).time_scale, 6.0)

    def test_what_commands_make_of_arguments_and_variables(self):
        parameters, read = MODULES[NEWEST]
        variables = "[f'--env={k}={v}' for k, v in env.items()]"
        each = "[w for a in args for w in ('--arg', a)]"
        for words, template in (
            (f"['e', *{variables}, test_path, *args]", "e { --env={env} } {module} {args}"),
            ("['e', '--', test_path, *args]", "e {--} {module} {args}"),
            ("['e', test_path] + (['--', *args] if args else [])", "e {module} { {--} {args} }"),
            (f"['e', test_path, *{each}, *{variables}, 'last']", "e {module} { --arg {arg} } { --env={env} } last"),
            (f"['e', test_path, *{variables}, *{each}]", "e {module} { --env={env} } { --arg {arg} }"),
            ("['env', *(f'{k}={v}' for k, v in env.items()), 'e', test_path, *args]", "env { {env} } e {module} {args}"),
            ("['e', '--dir', os.path.dirname(test_path), test_path, *args]", None),
        ):  # fmt: skip
            with self.subTest(words):
                command = self.ask(of_parameters(parameters, read, f"    return {words}\n")).command
                if template:
                    self.assertEqual(" ".join(command), template)
                else:
                    self.assertEqual((command[-2:], command[0]), (("{module}", "{args}"), "e"))

    def test_a_command_that_has_no_place_for_them(self):
        body = "    import json\n    return ['e', '--args', json.dumps(args), '--env', json.dumps(env), test_path]\n"
        told = self.ask(of_parameters(*MODULES[NEWEST], body))
        self.assertEqual(told.command, ("e", "--args", "[]", "--env", "{}", "{module}"))
        self.assertRegex(" ".join(told.notes), "no place for a program's arguments.*no place for a program's variables")

    def test_expansion(self):
        command = ("e", "{", "-E", "{env}", "}", "{", "{--}", "{args}", "}", "{module}", "{", "{arg}!", "}")
        self.assertEqual(
            expand(command, ["a", "{env}"], ["B={arg}"]),
            ["e", "-E", "B={arg}", "--", "a", "{env}", "{module}", "a!", "{env}!"],
        )
        self.assertEqual(expand(command, [], []), ["e", "{module}"])


class Faults(Adapters):
    def refused(self, text: str, *words: str) -> None:
        with self.assertRaises(UserError) as caught:
            self.ask(text)
        message = str(caught.exception)
        self.assertNotIn("\n", message)
        for word in ("my-adapter.py: ", *words):
            self.assertIn(word, message)

    def test_each_is_one_line(self):
        good = of_parameters(*MODULES[NEWEST])
        for text, words in (
            ("get_name(\n", ("not Python: line 1",)),
            ("\0", ("not Python",)),
            ("", ("has no function compute_argv()",)),
            (HEAD, ("has no function compute_argv()",)),
            ("print('junk')\n", ("`my-adapter.py --test-file FILE` starts no command",)),
            (PROGRAM + "subprocess.run(['true'])\n", ("starts no command that names the file",)),
            (PROGRAM + "os.execv('/bin/true', ['true'])\n", ("which does not name the file",)),
            ("import no_such_module_anywhere\n", ("failed", "no_such_module_anywhere")),
            (good + "raise RuntimeError('first\\nsecond')\n", ("it cannot be loaded: RuntimeError: first",)),
            (good + "import sys; sys.exit(3)\n", ("it cannot be loaded: SystemExit: 3",)),
            (good + "import os; print('bye', flush=True); os._exit(0)\n", ("without an answer: bye",)),
            (good.replace("def get_name", "def name"), ("it has no function get_name()",)),
            (good + "get_name = 3\n", ("it has no function get_name()",)),
            (good + "def get_name(): return 3\n", ("get_name() returned 3, and not a text",)),
            (good + "def get_version(): return None\n", ("get_version() returned None",)),
            (
                good + "def get_version(): import subprocess; return subprocess.check_output(['/no/engine'])\n",
                ("get_version() failed: FileNotFoundError", "/no/engine", "put the engine on PATH"),
            ),
            (good + "def compute_argv(a, b, c, d, e): return 'e'\n", ("returned 'e', and not a list of words",)),
            (good + "def compute_argv(a, b, c, d, e): return []\n", ("returned [], and not a list",)),
            (good + "def compute_argv(a, b, c, d, e): return ['e', 3]\n", ("and not a list of words",)),
            (good + "def compute_argv(a, b, c, d, e): return ['e']\n", ("does not name the module: e",)),
            (good + "def compute_argv(a): return ['e']\n", ("compute_argv() failed: TypeError",)),
            (good + "def get_timeout_seconds(): return 'long'\n", ("get_timeout_seconds() returned 'long'",)),
        ):
            with self.subTest(text[-60:]):
                self.refused(text, *words)

    def test_a_program_that_prints_no_version(self):
        program = PROGRAM.replace('"echo", "mine 1.2"', '"sh", "-c", "echo mine 1.2 >&2"')
        guarded = "def main():\n" + "".join(f"    {line}\n" for line in (program + RUN).splitlines())
        for text in (program + RUN, program + "sys.exit(125)\n", guarded + "if __name__ == '__main__': main()\n"):
            with self.subTest(text[-60:]):
                self.refused(
                    text,
                    "`my-adapter.py --version` prints nothing on standard output",
                    "a program has to print the engine's name and version there",
                )

    def test_what_it_prints_does_not_matter(self):
        told = self.ask(of_parameters(*MODULES[NEWEST]) + "import sys; print('junk'); sys.stderr.write('more')\n")
        self.assertEqual(told.command, COMMAND)

    def test_one_that_hangs_is_ended_with_what_it_started(self):
        begun, seconds = self.fake.root / "begun", 1
        text = HEAD + f"""import subprocess
def get_version():
    process = subprocess.Popen(['/bin/sh', '-c', 'sleep 86398.5; :'])
    with open({str(begun)!r}, 'w') as file: file.write(str(process.pid))
    process.wait()
def compute_argv(*a): pass
"""
        while not begun.exists() or not begun.read_text():  # on a busy machine it may take longer to come so far
            with mock.patch.object(python_adapters, "SECONDS", seconds):
                self.refused(text, f"does not answer within {seconds} seconds")
            seconds *= 2
        deadline = time.monotonic() + 60
        while self.is_alive(begun.read_text()):  # it was killed, and is gone when the kernel comes to it
            self.assertLess(time.monotonic(), deadline, "what it started goes on")
            time.sleep(0.01)

    def is_alive(self, pid: str) -> bool:
        """What has ended and was not waited for is not."""
        try:
            return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False

    def test_one_that_is_not_there(self):
        with self.assertRaisesRegex(UserError, "none.py: No such file or directory"):
            python_adapters.ask(self.fake.root / "none.py")

    def test_nothing_is_written_beside_it(self):
        before = set(self.fake.root.iterdir())
        self.ask(of_parameters(*MODULES[NEWEST]))
        self.assertEqual({p.name for p in set(self.fake.root.iterdir()) - before}, {"my-adapter.py"})


class Files(Adapters):
    def found(self, spec: str):
        (adapter,) = adapter_files.find(spec, self.fake.tree)
        return adapter

    def test_as_a_runner(self):
        path = self.adapter(of_parameters(*MODULES[NEWEST]))
        adapter = self.found(str(path))
        self.assertEqual((adapter.name, adapter.known_version, adapter.command), ("mine", "1.2", COMMAND))
        self.assertEqual((adapter.spec, adapter.option), (str(path), str(path)))

    def test_the_rest_stands_in_a_toml_file(self):
        self.adapter(of_parameters(*MODULES[NEWEST]))
        path = self.fake.write(
            "mine.toml", 'adapter = "my-adapter.py"\nname = "other"\nabi = ["libc"]\ntrap = "^trap"\ntime_scale = 3\n'
        )
        adapter = self.found(str(path))
        self.assertEqual((adapter.name, adapter.abi, adapter.command), ("other", ("libc",), COMMAND))
        self.assertEqual((adapter.known_version, adapter.time_scale, len(adapter.trap)), ("1.2", 3.0, 1))

    def test_command_and_adapter_exclude_each_other(self):
        path = self.fake.write("mine.toml", 'adapter = "my-adapter.py"\ncommand = ["e", "{module}"]\n')
        with self.assertRaisesRegex(UserError, "'adapter' takes the place of 'command'"):
            self.found(str(path))

    def test_lists_within_a_command(self):
        path = self.fake.write("mine.toml", 'name = "e"\ncommand = ["e", ["--env", "{env}"], "{module}", "--", "{args}"]\n')
        self.assertEqual(" ".join(self.found(str(path)).command), "e { --env {env} } {module} {--} {args}")
        for command, why in (
            ('["e", "--env={env}", "{module}"]', "{env} must stand within a list"),
            ('["e", ["{env}", ["x"]], "{module}"]', "must be one or more words"),
            ('"e { --env {env} {module}"', "a list has no end"),
            ('"e } {module}"', "a list holds words"),
        ):
            path = self.fake.write("mine.toml", f'name = "e"\ncommand = {command}\n')
            with self.subTest(command), self.assertRaises(UserError) as caught:
                self.found(str(path))
            self.assertIn(why, str(caught.exception))

    def test_what_has_no_place_is_noted_once(self):
        adapter_files._say_once.cache_clear()
        path = self.adapter(of_parameters(*MODULES[NEWEST], "    return ['e', test_path] + args\n"))
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            for _ in range(2):
                self.found(str(path))
        self.assertRegex(err.getvalue(), r"^note: .*my-adapter.py: its command shows no place for a program's variables")
        self.assertEqual(err.getvalue().count("\n"), 1)


@unittest.skipUnless(has_lit_and_filecheck() and built_tree(), "needs lit, FileCheck and the launcher")
class Runs(Adapters):
    """With the launcher, and a shell as the engine that takes --env NAME=VALUE and arguments."""

    def setUp(self):
        self.fake = FakeTree(self, real_launcher=True)
        engine = self.fake.write(
            "engine/engine",
            '#!/bin/sh\nwhile [ "$1" = --env ]; do export "$2"; shift 2; done\nmodule=$1; shift\n. "$module"\n',
            0o755,
        )
        text = of_parameters(*MODULES[NEWEST], BODY.replace("ENGINE", f"[{str(engine)!r}]"))
        self.runner = str(self.adapter(text))
        runs = '// RUN: %launch --env "GREETING=hello  you" %engine one "two words" | %check\n'
        script = 'echo "$GREETING" "$#" "$2"'
        self.fake.program("path/openat/one", script, "CHECK: hello \\x20you 2 two words\n", header=runs)
        self.fake.program("path/openat/two", "kill -9 $$", "CHECK: killed SIGKILL\n")

    def test_arguments_variables_and_signals_arrive(self):
        status, out, err = self.fake.run("run", "--runner", self.runner)
        self.assertEqual((status, err), (0, ""), out)
        self.assertEqual(set(self.fake.verdicts("mine").values()), {"pass"})

    def test_doctor_knows_its_version(self):
        _, out, _ = self.fake.run("doctor", "--runner", self.runner, "--no-build")
        self.assertRegex(out, r"(?m)^ok +version +1\.2$")

    def test_a_broken_one_ends_the_command(self):
        for command in ("run", "doctor"):
            status, out, err = self.fake.run(command, "--runner", str(self.adapter("raise ValueError('no')\n")))
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, r"^wali-cts: error: .*my-adapter\.py: .*ValueError: no\n$")
