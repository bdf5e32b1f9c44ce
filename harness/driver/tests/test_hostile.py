"""Engines that cheat, look around or write: they pass nothing by it, and nothing is changed."""

import contextlib
import hashlib
import json
import os
import subprocess
import unittest
from pathlib import Path
from xml.etree import ElementTree

from driver.results import results
from driver.suite import features
from driver.tests.support import FOREVER, FakeTree, built_tree, has_lit_and_filecheck, running

# Each is started with the module's path.
COPIES = """#!/bin/sh
exec "${1%.*.wasm}.native"
"""
LOOKS = """#!/bin/sh
name=$(basename "$1" .libc.wasm)
for file in "$SOURCE/expected/path/openat/$name.check" $(find / -name proc -prune -o -name '*.check' -print 2>/dev/null); do
  sed -n 's/^CHECK: //p' "$file" && exit
done
"""
WRITES = """#!/bin/sh
for directory in "$SOURCE/expected/path/openat" "$SOURCE/suite/path/openat" "$BUILD/suite/path/openat" "$BUILD" /usr /etc; do
  for file in "$directory"/* "$directory/new"; do
    { echo CHECK: changed >"$file"; } 2>/dev/null
  done
done
exec /bin/sh "$1"
"""
# A process that outlives it, in a session of its own and deaf to signals; files that are
# hard to remove; a mount.
STAYS = f"""#!/bin/sh
setsid sh -c 'trap "" HUP INT TERM; sleep {FOREVER} & exec sleep {FOREVER}' >/dev/null 2>&1 </dev/null &
mkdir -p locked/in && touch locked/in/file && chmod 0 locked/in locked
mount -t tmpfs none locked 2>/dev/null || mount --bind / /tmp 2>/dev/null
touch "$TMPDIR/stays" "$PWD/stays"
exec /bin/sh "$1"
"""
# Engines that harm what the first program runs in, or should, and then run it as they should: what
# each does, and its verdict on that program. The others get what is theirs.
HARMS = {
    "closes": ("exec sh -c 'exec <&- >&- 2>&-; sh \"$0\"' \"$1\"", "fail"),
    "deletes": ('rm -rf "$PWD" "$TMPDIR"/* "$TMPDIR"/.wali; cd /', "pass"),
    "hoards": (f"head -c 99m /dev/zero >fill; exec sleep {FOREVER}", "fail"),
    "ends-its-group": ("kill -9 0", "crash"),
    "stops": (f"sleep {FOREVER} & kill -STOP $!", "pass"),
    "is-late": (f'sleep 300; sh "$1"; exec sleep {FOREVER}', "timeout"),
    "hangs-at-last": (f'sh "$1"; exec sleep {FOREVER}', "timeout"),
    "speaks-late": ('(sleep 2; sh "$1") & sleep 0.1; exit', "fail"),
}
# Where it has namespaces, all that it may end is its own.
CONTAINED = HARMS | {"ends-all": ("kill -9 -1", "pass")}
SHOUTS = """#!/bin/sh
printf '\\033]0;title\\007\\033[31mred\\342\\200\\256\\302\\205\\342\\200\\250\\n' >&2
echo two
"""


def hashes(directory):
    """Of every file beneath a directory but lit's own and the cache."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file() and "Output" not in path.parts and not path.name.startswith(".lit")
    }


def isolates():
    tree = built_tree()
    return bool(tree) and "namespaces" in features.probe(tree.launcher, "auto", "/tmp")


@unittest.skipUnless(has_lit_and_filecheck() and isolates(), "needs lit, FileCheck, and namespaces")
class Hostile(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self, real_launcher=True)
        for name in ("one", "two", "three"):
            self.fake.program(f"path/openat/{name}", f"echo {name}", f"CHECK: {name}\n")

    def engine(self, script, more=""):
        """Makes `script` the engine; it lies outside of the trees."""
        self.fake.write("engine/engine", script, 0o755)
        environment = f'[environment]\nSOURCE = "{self.fake.source}"\nBUILD = "{self.fake.build}"\n'
        command = f'name = "engine"\ncommand = ["{self.fake.root}/engine/engine", "{{module}}", "{{args}}"]\n'
        self.fake.write("source/runners/engine.toml", command + more + environment)

    def identities(self):
        return ("root", "ns-root", "user") if os.geteuid() == 0 else ("ns-root", "user")

    def run_as(self, identity, *more):
        status, out, err = self.fake.run("run", "--isolation", "namespaces", "--as", identity, *more)
        self.assertLess(status, 2, out + err)
        return set(self.fake.verdicts().values())

    def test_the_engine_that_copies_passes_nothing(self):
        self.engine(COPIES)
        for identity in self.identities():
            self.assertNotIn("pass", self.run_as(identity))

    def test_the_engine_that_looks_for_the_answer_finds_none(self):
        self.engine(LOOKS, "time_scale = 20\n")  # it looks through a whole machine
        for identity in self.identities():
            self.assertEqual(self.run_as(identity), {"fail"})

    def test_the_engine_that_writes_changes_nothing(self):
        self.engine(WRITES)
        before = hashes(self.fake.source) | hashes(self.fake.build / "suite")
        for identity in self.identities():
            self.assertEqual(self.run_as(identity), {"pass"})
            self.assertEqual(hashes(self.fake.source) | hashes(self.fake.build / "suite"), before)
        for path in ("/usr/new", "/etc/new"):
            self.assertFalse(os.path.exists(path))

    def test_a_prepare_step_writes_to_the_cache_and_nowhere_else(self):
        prepare = 'prepare = ["/bin/sh", "-c", "cp $1 $2; echo changed >$1; echo changed >$3/new", "sh", '
        self.engine('#!/bin/sh\n/bin/sh "$2"\n', prepare + f'"{{module}}", "{{prepared}}", "{self.fake.source}"]\n')
        path = self.fake.source / "runners/engine.toml"
        path.write_text(path.read_text().replace('"{module}", "{args}"]', '"{module}", "{prepared}"]'))
        before = hashes(self.fake.source) | hashes(self.fake.build / "suite")
        self.assertEqual(self.run_as(self.identities()[0]), {"pass"})
        self.assertEqual(hashes(self.fake.source) | hashes(self.fake.build / "suite"), before)

    def test_the_version_command_writes_nothing(self):
        self.engine(WRITES.replace('exec /bin/sh "$1"', "echo e 1.0"), 'version = ["{engine}"]\n')
        before = hashes(self.fake.source) | hashes(self.fake.build / "suite")
        self.run_as(self.identities()[0])
        content = results.load(self.fake.root / "results/results.json")
        self.assertEqual(content["runs"][1]["runner"]["version"], "e 1.0")
        self.assertEqual(hashes(self.fake.source) | hashes(self.fake.build / "suite"), before)

    def test_the_engine_that_stays_leaves_nothing(self):
        self.engine(STAYS)
        scratch = self.fake.root / "scratch"
        scratch.mkdir()
        scratch.chmod(0o1777)
        mounts = Path("/proc/self/mounts").read_text()
        for isolation in ("namespaces", "process-group"):
            for identity in self.identities() if isolation == "namespaces" else ("user",):
                status, out, err = self.fake.run(
                    "run", "--isolation", isolation, "--as", identity, "--scratch", str(scratch)
                )
                self.assertLess(status, 2, out + err)
                self.assertEqual(set(self.fake.verdicts().values()), {"pass"}, (isolation, identity))
                self.assertEqual(list(scratch.iterdir()), [], (isolation, identity))
                self.assertEqual(running("sleep", FOREVER), [], (isolation, identity))
                self.assertEqual(Path("/proc/self/mounts").read_text(), mounts)

    @unittest.skipUnless(os.geteuid() == 0, "needs root, to mount")
    def test_harm_is_judged_and_the_next_program_is_unharmed(self):
        for isolation, harms in (("namespaces", CONTAINED), ("process-group", HARMS)):
            runners = []
            for name, (harm, _) in harms.items():
                script = f'#!/bin/sh\ngrep -q "echo one" "$1" && {{ {harm}; }}\nexec sh "$1"\n'
                path = self.fake.write(f"engine/{name}", script, 0o755)
                self.fake.write(
                    f"source/runners/{name}.toml",
                    f'name = "{name}"\ncommand = ["{path}", "{{module}}", "{{args}}"]\nabi = ["libc"]\n',
                )
                runners += ["--runner", name]
            options = ["--isolation", isolation, "--as", "user", "--workers", "1", "--timeout", "4", *runners]
            with self.small_disk() as scratch:
                status, out, err = self.fake.run("run", *options, "--scratch", str(scratch))
                self.assertEqual(status, 1, out + err)
                self.assertEqual(list(scratch.iterdir()), [])
            self.assertEqual(running("sleep", FOREVER), [])
            for name, (_, verdict) in harms.items():
                expected = {"path/openat/one": verdict, "path/openat/two": "pass", "path/openat/three": "pass"}
                self.assertEqual(self.fake.verdicts(name), expected, (name, isolation, out))
            hoarded = self.fake.results()["hoards", "libc"]["path/openat/one"]["detail"]
            self.assertRegex(hoarded, r"^flood: \d+ bytes of files$")

    @unittest.skipUnless(os.geteuid() == 0, "needs root, to kill the launcher")
    def test_an_engine_that_kills_the_launcher_is_judged(self):
        self.engine('#!/bin/sh\ngrep -q "echo one" "$1" && kill -9 $PPID\nexec sh "$1"\n')
        status, out, err = self.fake.run("run", "--isolation", "process-group", "--as", "root")
        self.assertEqual(status, 1, out + err)
        expected = {"path/openat/one": "crash", "path/openat/two": "pass", "path/openat/three": "pass"}
        self.assertEqual(self.fake.verdicts(), expected)

    @contextlib.contextmanager
    def small_disk(self):
        """A file system of 8 MiB."""
        disk = self.fake.root / "disk"
        disk.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=1777", "disk", str(disk)], check=True)
        try:
            yield disk
        finally:
            subprocess.run(["umount", "--lazy", str(disk)], check=True)

    def test_what_is_exposed_is_seen_and_said(self):
        self.engine(LOOKS, f'expose = ["{self.fake.source}/expected"]\n')
        self.assertIn("pass", self.run_as(self.identities()[0]))
        note = f"the adapter also lets the engine see: {self.fake.source}/expected"
        content = results.load(self.fake.root / "results/results.json")
        self.assertEqual(results.cautions(content["runs"][1]), [note])
        self.assertIn(note[1:], (self.fake.root / "results/report.html").read_text())

    def test_a_process_group_is_said_to_be_no_isolation(self):
        self.engine(WRITES.replace('"$SOURCE/', '"/nowhere/').replace('"$BUILD', '"/nowhere').replace("/usr /etc", ""))
        status, out, _ = self.fake.run("run", "--isolation", "process-group", "--as", "user")
        self.assertIn("note: engine libc: not isolated: the engine could read the expectations", out)

    def test_escapes_reach_neither_terminal_nor_page(self):
        self.engine(SHOUTS)
        _, out, _ = self.fake.run("run", "-v")
        self.assertIn(r"\x1b]0;title\x07\x1b[31mred\u202e\x85\u2028", out)
        directory = self.fake.root / "results"
        markdown = directory / "summary.md"
        from driver.tests.support import run_cli

        run_cli("report", str(directory / "results.json"), "--markdown", str(markdown))
        ElementTree.fromstring((directory / "junit.xml").read_bytes())
        texts = [out, markdown.read_text(), (directory / "report.html").read_text()]
        texts += [(directory / "junit.xml").read_text(), json.dumps(results.load(directory / "results.json"))]
        for text in texts:
            self.assertFalse(set(text) & set("\x1b\x07\u202e\x85\u2028"))


if __name__ == "__main__":
    unittest.main()
