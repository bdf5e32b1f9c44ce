"""Adapter files, the shipped ones and faulty ones."""

import contextlib
import io
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from driver.basics.errors import UserError
from driver.suite import adapter_files, adapters
from driver.suite.layout import SOURCE_DIR, Tree

TREE = Tree(SOURCE_DIR, Path("/nonexistent/build"))


class AdapterFiles(unittest.TestCase):
    def load(self, text):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "x.toml"
            path.write_text(text)
            return adapter_files.load(path)

    def refused(self, text, *words):
        with self.assertRaises(UserError) as caught:
            self.load(text)
        message = str(caught.exception)
        self.assertNotIn("\n", message)
        for word in words:
            self.assertIn(word, message)

    def test_shipped_adapters_can_be_read(self):
        for name in ("native", "wasmtime", "iwasm", "wizard"):
            (adapter,) = adapter_files.find(name, TREE)
            self.assertEqual(adapter.name, name)
            self.assertTrue(any("{module}" in word for word in adapter.command))
            self.assertIn("{args}", adapter.command)

    def test_all_keys(self):
        (adapter,) = self.load(
            'name = "e"\ncommand = "engine --env={envfile} {module} {args}"\nabi = ["spec2026"]\n'
            'version = "{engine} -V"\nprepare = ["{engine}", "-c", "{module}", "{prepared}"]\n'
            'missing = "no import"\ntrap = ["^trap", "^oops"]\nown = "^WARN"\ntime_scale = 3\n'
            '[environment]\nCACHE = "{cache_dir}"\n'
        )
        self.assertEqual(adapter.command, ("engine", "--env={envfile}", "{module}", "{args}"))
        self.assertEqual((adapter.abi, adapter.time_scale, len(adapter.trap)), (("spec2026",), 3.0, 2))
        self.assertEqual([pattern.pattern for pattern in adapter.own], ["^WARN"])

    def test_defaults(self):
        (adapter,) = self.load('name = "e"\ncommand = ["e", "{module}"]\n')
        self.assertEqual((adapter.abi, adapter.own, adapter.time_scale), (("libc", "spec2026"), (), 1.0))

    def test_an_old_adapter_that_names_the_stream_of_its_messages_is_read_with_a_note(self):
        adapter_files._say_once.cache_clear()
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            for _ in range(2):
                (adapter,) = self.load('name = "e"\ncommand = ["e", "{module}"]\nmessages = "stdout"\ntrap = "^trap"\n')
        self.assertEqual(len(adapter.trap), 1)
        self.assertRegex(err.getvalue(), r"^note: .*'messages' has no effect any more: .*remove the line\n")

    def test_refusals_say_what_to_do(self):
        good = 'name = "e"\ncommand = ["e", "{module}"]\n'
        self.refused("name = ", "not a TOML file")
        self.refused('name = "e"\n', "'command' is missing")
        self.refused('command = ["e", "{module}"]\n', "'name' is missing")
        self.refused('name = "e"\ncommand = ["e"]\n', "'command' has no {module}")
        self.refused(good + 'comand = "x"\n', "unknown key 'comand'", "did you mean 'command'")
        self.refused(good + 'sort = "x"\n', "unknown key 'sort'", "known keys")
        self.refused(good + 'abi = ["musl"]\n', "'abi'")
        self.refused(good + 'missing = ["("]\n', "'missing' is not a regular expression")
        self.refused(good + 'own = "("\n', "'own' is not a regular expression")
        self.refused(
            good + 'own = ["^WARN", "x*"]\n', "'own': 'x*' matches every line: use a more specific pattern"
        )
        self.refused('name = "e"\ncomand = ["e"]\n', "unknown key 'comand'", "did you mean 'command'")
        self.refused(good + "time_scale = 0\n", "'time_scale'")
        self.refused(good + "time_scale = true\n", "'time_scale' must be an integer or a number")
        self.refused(good + "environment = { A = 1 }\n", "the values of 'environment' must be strings")
        self.refused('name = "e"\ncommand = ["e", "{module}", "{modul}"]\n', "unknown placeholder {modul}")
        self.refused('name = "e"\ncommand = ["e", "{module}", "--args={args}"]\n', "{args} must be a word")
        self.refused('name = "a b"\ncommand = ["e", "{module}"]\n', "'name'")
        self.refused('name = "e"\ncommand = "e \'x"\n', "'command'")

    def test_the_revisions(self):
        good = 'name = "e"\ncommand = ["e"]\n'
        self.refused(good + 'abi = ["libc", "wasi"]\n', """such as ["libc"] or ["libc", "spec2026"], not "wasi\"""")
        self.refused(good + "abi = []\n", "'abi' must list the revisions")
        self.refused(good + "abi = 3\n", "'abi' must be a string or a list")

    def test_a_missing_file_and_an_unknown_runner(self):
        for spec, words in (("/no/such.toml", "no such file"), ("nosuch", "name one of iwasm, native")):
            with self.assertRaisesRegex(UserError, words):
                adapter_files.find(spec, TREE)

    def test_a_file_that_cannot_be_read(self):
        with tempfile.TemporaryDirectory(suffix=".toml") as directory:
            with self.assertRaisesRegex(UserError, "cannot be read: "):
                adapter_files.find(directory, TREE)


class UpstreamForm(unittest.TestCase):
    TEXT = (
        '[[engines]]\nname = "iwasm"\ncommand = "../iwasm"\n'
        'args = ["{verbose_arg}", "--env-file={env_file}", "{wasm_file}"]\nverbose_arg = "-v=5"\n'
        '[[engines]]\nname = "other"\ncommand = ["other", "run"]\nargs = ["{wasm_file}", "{args}"]\n'
    )

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.path = Path(directory.name) / "tests" / "engines.toml"
        self.path.parent.mkdir()
        self.path.write_text(self.TEXT)

    def test_placeholders_are_translated(self):
        first, second = adapter_files.load(self.path)
        engine = str(self.path.parent.parent.resolve() / "iwasm")
        self.assertEqual(first.command, (engine, "--env-file={envfile}", "{module}", "{args}"))
        self.assertEqual(second.command, ("other", "run", "{module}", "{args}"))

    def test_one_engine_of_several_is_named_after_the_file(self):
        (chosen,) = adapter_files.find(f"{self.path}:other", TREE)
        self.assertEqual(chosen.name, "other")
        self.assertEqual(adapter_files.find(chosen.spec, TREE), [chosen])
        both = adapter_files.find(str(self.path), TREE)
        self.assertEqual([a.option for a in both], [f"{self.path}:iwasm", f"{self.path}:other"])
        with self.assertRaisesRegex(UserError, "it has iwasm, other"):
            adapter_files.find(f"{self.path}:third", TREE)


class EnginePath(unittest.TestCase):
    def setUp(self):
        self.adapter = adapters.Adapter(
            "my-engine", ("no-such-engine", "{module}"), environment={"C": "{cache_dir}"}
        )

    def test_option_then_variable_then_file(self):
        with mock.patch.dict(os.environ, {"WALI_MY_ENGINE": "/bin/false"}):
            self.assertEqual(self.adapter.resolve(TREE, "/bin/true").command[0], "/bin/true")
            self.assertEqual(self.adapter.resolve(TREE).command[0], "/bin/false")
        with self.assertRaisesRegex(UserError, "--engine my-engine=PATH or WALI_MY_ENGINE=PATH"):
            self.adapter.resolve(TREE)

    def test_a_path_that_is_no_program(self):
        with self.assertRaisesRegex(UserError, "/etc/passwd does not exist or is not executable"):
            self.adapter.resolve(TREE, "/etc/passwd")

    def test_the_cache_directory_is_the_engines_own(self):
        resolved = self.adapter.resolve(TREE, "/bin/true")
        self.assertEqual(resolved.environment["C"], "{cache_dir}")  # a directory for each module


if __name__ == "__main__":
    unittest.main()
