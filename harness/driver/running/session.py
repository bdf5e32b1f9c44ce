"""One run of the suite: one runner in one revision, and everything that is fixed for it."""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ..basics.errors import MachineError, require
from ..suite import adapter_files, features, tools
from ..suite.adapters import Adapter
from ..suite.expectation import Kernel, prefixes
from ..suite.layout import NATIVE, Tree
from ..suite.program import Program
from . import limits, parameters
from .baseline import Known
from .launching import command_words, module_options, run_launcher, view_words

_PREPARE_SECONDS = 300  # for one module


@dataclass
class Session:
    """What one run of the suite is made with.

    `identity` is None unless all programs must run as that one. `features` are those of
    this machine under that identity. `native` holds the oracle's verdicts so far, by the
    hash of its executable; `accepted` are fingerprints of transcripts that FileCheck has
    accepted, there and in this session; `known` are the known failures by program; `judged` are
    the results, by program, that an interrupted run left. It is kept out of the tests that lit
    hands to its workers. `kernel` is the one that programs run on if it is not the running one;
    `starter` is as whom the launcher is started, and programs run that do not say.
    """

    tree: Tree
    adapter: Adapter
    abi: str
    oracle: Adapter
    filecheck: str
    identity: str | None = None
    isolation: str = "auto"
    scratch: str = "/tmp"
    timeout: float = 30.0
    soak: int = 1
    features: frozenset[str] = frozenset()
    results: Path | None = None
    native: dict[str, dict] = field(default_factory=dict)
    accepted: set[str] = field(default_factory=set)
    known: dict[str, Known] = field(default_factory=dict)
    judged: dict[str, dict] = field(default_factory=dict)
    kernel: Kernel | None = None
    starter: str = field(default_factory=lambda: default_identity())

    @staticmethod
    def create(tree: Tree, params: dict[str, str]) -> Session:
        """A session as lit's parameters ask for it. Throws UserError."""
        adapter = adapter_files.find_one(params.get("runner", "wasmtime"), tree).resolve(tree, params.get("engine"))
        isolation = parameters.choice(params, "isolation", ("auto", "namespaces", "process-group"), "auto")
        identity = parameters.choice(params, "identity", features.IDENTITIES, None)
        scratch = scratch_directory(params.get("scratch"))
        told = params.get("features")
        found = frozenset(told.split(",")) if told else probe_features(tree, identity, isolation, scratch)
        abi = parameters.revision(params, adapter)
        results = Path(params["results"]) if params.get("results") else None
        native = parameters.native_verdicts(params.get("native"))
        return Session(
            tree=tree,
            adapter=adapter,
            abi=abi,
            oracle=adapter_files.find_one(NATIVE, tree).resolve(tree),
            filecheck=tools.filecheck(tree),
            identity=identity,
            isolation=isolation,
            scratch=scratch,
            timeout=parameters.seconds(params),
            soak=parameters.soak(params),
            features=found,
            results=results,
            native=native,
            accepted={same for result in native.values() for same in result.get("accepted", ())},
            known=parameters.known_failures(params.get("baseline"), adapter, abi),
            judged=parameters.earlier_results(results),
        )

    def identity_for(self, program: Program) -> tuple[str | None, list[str]]:
        """As whom a program runs, and the requirements that nothing here meets.

        Without a fixed identity a program runs as the first of default, root, ns-root and
        user that meets its requirements.
        """
        tools.make_lit_importable(self.tree)
        from lit.BooleanExpression import BooleanExpression

        machine = self.features - set(features.IDENTITIES)
        candidates = [i for i in features.IDENTITIES if i in self.features]
        own = [self.identity or self.starter]
        lacking: list[str] = []
        for candidate in dict.fromkeys([c for c in own if c in candidates] + candidates):
            unmet = [e for e in program.requires if not BooleanExpression.evaluate(e, machine | {candidate})]
            if not unmet:
                return candidate, []
            lacking = lacking or unmet
        return None, lacking or [self.identity or "an identity to run as"]

    def longest(self, adapter: Adapter) -> float:
        """The most seconds that a program gets on a machine that is not busy."""
        return self.timeout * adapter.time_scale * self.soak

    def limit(self, adapter: Adapter, native: float | None) -> float:
        """The seconds that a program gets that took `native` seconds natively, or is not run so
        (None). The oracle itself always gets the most."""
        longest = self.longest(adapter)
        return longest if adapter.is_native else limits.limit(native, adapter.time_scale, self.soak, longest)

    def launch_words(
        self, adapter: Adapter, identity: str, record: str | None, limit: float | None = None
    ) -> list[str]:
        """wali-launch and its options, without the engine. `record` is the file that it appends
        its record to, `limit` how many seconds it gives the program, the most unless said."""
        words = [str(self.tree.launcher), *(("--record", record) if record else ())]
        words += ["--timeout", f"{round(limit or self.longest(adapter), 3):g}", "--identity", identity]
        if self.soak != 1:
            words += ["--env", f"WALI_CTS_SOAK={self.soak}"]  # read by setup::rounds
        words += ["--isolation", self._isolation(), "--scratch", self.scratch]
        return [*words, *view_words(self.tree, adapter)]

    def _isolation(self) -> str:
        """`auto` is decided once, by the probe: no single launch falls back in silence."""
        if self.isolation != "auto":
            return self.isolation
        return "namespaces" if "namespaces" in self.features else "process-group"

    def engine_words(self, adapter: Adapter, program: Program, abi: str) -> list[str]:
        """The launcher's last options, which name the program, and the engine's command,
        between its two `--`."""
        return self.module_words(adapter, self.tree.module(program.id, abi))

    def module_words(self, adapter: Adapter, module: Path) -> list[str]:
        """As `engine_words`, for any module. The launcher fills {module} in: the engine sees a
        copy under another name, and of the engine's cache what was prepared of it, read-only."""
        cache = self.cache_of(adapter, module)
        # Another machine's cache is not here: it is prepared there before the program runs.
        is_prepared = cache.is_dir() if self.kernel is None else bool(adapter.prepare)
        shown = ["--expose", str(cache)] if is_prepared else []
        return [*module_options(adapter, module, cache), *shown, *command_words(adapter.command, cache)]

    def check_words(self, program: Program) -> list[str]:
        """FileCheck on a transcript on standard input, with the lines that hold on the kernel."""
        expectation = self.tree.expectation(program.id)
        prefix_option = tools.prefix_option(prefixes(expectation.read_text(), self.kernel))
        return [self.filecheck, *tools.FILECHECK_OPTIONS, *prefix_option, "--input-file=-", str(expectation)]

    def prepare(self, adapter: Adapter, program: Program, abi: str) -> None:
        """As `prepare_module`, for a program's module."""
        self.prepare_module(adapter, self.tree.module(program.id, abi))

    def prepare_module(self, adapter: Adapter, module: Path) -> None:
        """Runs the adapter's prepare step for a module, once for each of its contents.

        It runs in the same isolation as the engine, and may write to the module's own part of
        the cache. If it fails, the run itself shows why; throws MachineError if it is this machine that fails.
        """
        cache = self.cache_of(adapter, module)
        stamp = cache.with_suffix(".done")
        if not adapter.prepare or stamp.exists():
            return
        try:
            _make_readable_directory(cache)
        except OSError as error:
            raise MachineError(f"{cache}: {error.strerror}") from None
        record = run_launcher(self.prepare_words(adapter, module))
        if record.get("ended") == "exited" and record.get("status") == 0:
            stamp.touch()

    def prepare_words(self, adapter: Adapter, module: Path) -> list[str]:
        """The launcher on the adapter's prepare step for a module."""
        cache = self.cache_of(adapter, module)
        words = [str(self.tree.launcher), "--timeout", f"{_PREPARE_SECONDS}", "--identity", self.starter]
        words += ["--isolation", self._isolation(), "--scratch", self.scratch, "--writable", str(cache)]
        words += [*view_words(self.tree, adapter), *module_options(adapter, module, cache)]
        return [*words, *command_words(adapter.prepare, cache)]

    def cache_of(self, adapter: Adapter, module: Path) -> Path:
        """A module's part of the engine's cache: a new one for each module, engine and prepare
        step, so that an engine sees nothing of other programs there."""
        key = hashlib.sha256(module.read_bytes())
        if adapter.prepare:
            engine = os.stat(adapter.command[0])
            key.update(repr((adapter.prepare, engine.st_size, engine.st_mtime_ns)).encode())
        return adapter.cache_dir(self.tree) / key.hexdigest()


def probe_features(tree: Tree, identity: str | None, isolation: str, scratch: str) -> frozenset[str]:
    """The features of this machine, with `identity` alone if one is given.

    Throws UserError if programs cannot be run so.
    """
    advice = "make it, or name another with --scratch DIR"
    require(os.path.isdir(scratch), f"scratch directory {scratch} does not exist: {advice}")
    require(tree.launcher.exists(), f"{tree.launcher} is missing: build it with `ninja -C {tree.build_dir}`")
    found = features.probe(tree.launcher, isolation, scratch)
    if "namespaces" not in found:
        _require_execution(scratch)
    here = found & set(features.IDENTITIES)
    if identity:
        require(identity in here, f"cannot run programs as {identity} here; see `harness/wali-cts doctor`")
        return found - here | {identity}
    require(bool(here), "the launcher cannot start a program here; see `harness/wali-cts doctor`")
    return found


def _require_execution(scratch: str) -> None:
    """The launcher puts the program there, unless it has namespaces. Throws UserError."""
    advice = "name another directory with --scratch DIR"
    is_refused = os.statvfs(scratch).f_flag & os.ST_NOEXEC
    require(not is_refused, f"{scratch} is mounted with noexec, and programs run from there: {advice}")


def scratch_directory(wanted: str | None = None) -> str:
    """Under which directory the programs get their scratch."""
    return str(Path(wanted or os.environ.get("TMPDIR") or "/tmp").absolute())


def default_identity() -> str:
    return "root" if os.geteuid() == 0 else "user"


def work_directory() -> Path:
    """A directory of this worker's own for records and transcripts.

    It lies in lit's temporary directory, which lit removes.
    """
    return _work_directory(os.getpid(), os.environ.get("TMPDIR"))


@functools.cache
def _work_directory(_pid: int, parent: str | None) -> Path:
    return Path(tempfile.mkdtemp(prefix="wali-cts-", dir=parent))


def _make_readable_directory(path: Path) -> None:
    """Every identity reads what is in it; the umask of the caller does not matter."""
    for directory in (path.parent, path):
        directory.mkdir(parents=True, exist_ok=True)
        if directory.stat().st_uid == os.geteuid():
            directory.chmod(0o755)
