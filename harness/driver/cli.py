"""The command line of wali-cts."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from typing import NoReturn

from .basics.errors import UserError
from .basics.text import one_line
from .building.kernels import SUITES
from .building.toolchains import DEFAULT_VERSIONS
from .commands import (
    bench,
    bundle,
    diagnose,
    doctor,
    export,
    fuzz,
    gate,
    kernels,
    lint,
    mutate,
    options,
    release,
    report,
    run,
    test,
    toolchains,
)
from .commands import list as listing
from .diagnosis.matrix import CLASSES
from .suite import manifest
from .suite.features import IDENTITIES
from .suite.layout import NATIVE, REVISIONS, SOURCE_DIR, version


def main(arguments: list[str] | None = None) -> int:
    """Runs one command, and returns its exit status: 2 if the user must put something right,
    130 after an interrupt."""
    given, unknown = parser().parse_known_args(arguments)
    if unknown:
        given.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    _heed_interrupts()
    try:
        return given.function(given)
    except UserError as error:
        print(f"wali-cts: error: {one_line(str(error))}", file=sys.stderr)
        return 2
    except FileNotFoundError as error:
        print(f"wali-cts: error: {_not_found(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("wali-cts: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _not_found(error: FileNotFoundError) -> str:
    """Such as a program that went away during the command. Without a file's name it comes from tempfile,
    which says in which directories it could not write."""
    if error.filename:
        return f"{error.filename} does not exist: install it or build again"
    return f"{error.strerror}: set TMPDIR to a directory that you can write to"


# What ends a command as Ctrl-C does.
_INTERRUPTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _heed_interrupts() -> None:
    """Where the caller has one ignored, as nohup does, that is left so."""
    for number in _INTERRUPTS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(_signal: int, _frame: object) -> None:
    """Interrupts the command once. What it does then is short, such as writing the results so far,
    and a second signal does not tear it."""
    for number in _INTERRUPTS:
        if signal.getsignal(number) is _interrupt:
            signal.signal(number, _overhear)
    raise KeyboardInterrupt


def _overhear(_signal: int, _frame: object) -> None:
    """Unlike an ignored signal, this one is not ignored by what the command still starts."""


class _Parser(argparse.ArgumentParser):
    """What is wrong is one line, and not the usage around it; subcommands are of this class too."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"wali-cts: error: {one_line(message)} (`{self.prog} --help` shows the usage)\n")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    made = _Parser(
        prog="wali-cts", description="The conformance test suite for WALI, the WebAssembly Linux Interface."
    )
    made.add_argument("--version", action="version", version=f"wali-cts {version()}")
    commands = made.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_run(commands)
    _add_test(commands)
    _add_bench(commands)
    _add_fuzz(commands)
    _add_mutate(commands)
    _add_diagnose(commands)
    _add_list(commands)
    _add_report(commands)
    _add_gate(commands)
    _add_bundle(commands)
    _add_export(commands)
    _add_release(commands)
    _add_doctor(commands)
    _add_lint(commands)
    _add_toolchains(commands)
    _add_kernels(commands)
    return made


# Commands that need the sources, or what is built of them and no bundle holds. A bundle's help does not
# offer them; typed all the same, they say so.
_OF_SOURCES = ("test", "bench", "fuzz", "bundle", "release", "toolchains", "kernels")


def _add(commands, name: str, function, text: str) -> argparse.ArgumentParser:
    is_offered = name not in _OF_SOURCES or not (SOURCE_DIR / manifest.NAME).exists()
    listed = {"help": text} if is_offered else {}
    parser = commands.add_parser(name, description=text[0].upper() + text[1:] + ".", **listed)
    parser.set_defaults(function=function, parser=parser)
    parser.add_argument("--build-dir", metavar="DIR", help="the build tree (default: build)")
    return parser


def _add_run(commands) -> None:
    parser = _add(commands, "run", run.command, "build, run programs natively and on engines, and report")
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    parser.add_argument(
        "--runner",
        action="append",
        metavar="NAME|FILE",
        help="an engine to run: a shipped one, an adapter file, or a .py adapter of wasi-testsuite; may be given "
        "several times; native always runs too (default: wasmtime)",
    )
    parser.add_argument("--abi", choices=REVISIONS, help="run only this revision of the interface")
    options.add_engine(parser)
    parser.add_argument(
        "--output",
        metavar="DIR",
        help="where to write results.json, junit.xml and report.html (default: build/results)",
    )
    _add_surroundings(parser)
    parser.add_argument(
        "--shuffle", nargs="?", type=int, const=-1, metavar="SEED", help="run in random order, and print the seed"
    )
    parser.add_argument(
        "--repeat",
        type=options.positive_int,
        default=1,
        metavar="N",
        help="run everything N times, and name the programs whose verdict changed",
    )
    parser.add_argument(
        "--shard",
        type=options.shard,
        metavar="I/N",
        help="run only part I of N; `report` and `gate` put the parts together",
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help="go on with the run that was stopped and wrote its results to DIR: run what has no result yet",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print the command, the transcript and the difference of each failure",
    )
    options.add_workers(parser)


def _add_surroundings(parser: argparse.ArgumentParser) -> None:
    """How programs run, for `run`."""
    parser.add_argument(
        "--as", dest="identity", choices=IDENTITIES, help="the user to run programs as, if they do not require one"
    )
    parser.add_argument(
        "--isolation",
        choices=("auto", "namespaces", "process-group"),
        help="how programs are isolated (default: auto, which uses namespaces if the kernel has them)",
    )
    parser.add_argument(
        "--scratch",
        metavar="DIR",
        help="the directory in which programs get their scratch directories (default: $TMPDIR or /tmp)",
    )
    parser.add_argument(
        "--timeout",
        type=options.positive_float,
        default=30.0,
        metavar="SECONDS",
        help="the longest time limit (default: 30); a program's own is 3 seconds plus 20 times what it took natively;"
        " on a busy machine, what exceeds it gets another try with a longer one",
    )
    parser.add_argument(
        "--soak",
        type=options.positive_int,
        metavar="N",
        help="run the programs of scenario/stress and the races of containment N times as long, with N times the limit",
    )


def _add_test(commands) -> None:
    parser = _add(commands, "test", test.command, "run this project's own tests")
    options.add_workers(parser)


def _add_bench(commands) -> None:
    parser = _add(commands, "bench", bench.command, "compare an engine's speed with native")
    parser.add_argument(
        "measures",
        nargs="*",
        metavar="MEASURE",
        help="what to measure, such as getpid or fork-wait4; with --suite a part of a program's id, or a glob pattern "
        "(default: everything)",
    )
    parser.add_argument(
        "--suite",
        action="store_true",
        help="measure the processor time of a run of the suite, and how it is divided among engine, native, launcher, "
        "lit, FileCheck and driver",
    )
    options.add_one_engine(parser)
    parser.add_argument(
        "--alternations",
        type=options.several,
        metavar="N",
        help=f"how often engine and native take turns, at least 10 (default: {bench.ALTERNATIONS}); not with --suite",
    )
    parser.add_argument(
        "--output", metavar="DIR", help="where to write bench.json or suite.json (default: build/bench)"
    )
    options.add_workers(parser)


def _add_fuzz(commands) -> None:
    parser = _add(commands, "fuzz", fuzz.command, "compare random sequences of calls with Linux")
    parser.add_argument(
        "--seconds", type=options.positive_float, default=60.0, metavar="N", help="how many seconds (default: 60)"
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", help="make the sequences of this seed (default: a new seed)"
    )
    parser.add_argument("--replay", metavar="HEX", help="run only this sequence, as a finding names it")
    options.add_one_engine(parser)
    options.add_no_build(parser)


def _add_mutate(commands) -> None:
    parser = _add(
        commands,
        "mutate",
        mutate.command,
        "break the embedded engine on purpose, and count the faults that programs notice",
    )
    parser.add_argument(
        "--call",
        action="append",
        default=[],
        metavar="NAME",
        help="try only the mutants of this call; `all` means the systemic mutants",
    )
    parser.add_argument(
        "--mutant", action="append", default=[], metavar="CALL:OPERATOR", help="try only this mutant"
    )
    parser.add_argument(
        "--class",
        dest="fault_class",
        choices=CLASSES,
        help="try only mutants of this class: what calls take and give, or what they do",
    )
    parser.add_argument(
        "--sample", type=options.positive_int, metavar="N", help="try only N mutants, the same ones each time"
    )
    parser.add_argument(
        "--matrix",
        action="store_true",
        help="run every program on each mutant, and do not stop at the first that fails",
    )
    parser.add_argument(
        "--others",
        type=options.positive_int,
        metavar="N",
        help="with --matrix: on each mutant run only N programs of other calls, the same ones each time; if nothing fails, "
        "go on until a program does (default: run all)",
    )
    parser.add_argument(
        "--update-matrix", action="store_true", help="with --matrix: also write expected/mutants/matrix.gz"
    )
    parser.add_argument(
        "--shard", type=options.shard, metavar="I/N", help="try only part I of N; --merge puts the parts together"
    )
    parser.add_argument(
        "--merge", nargs="+", metavar="MUTATION.json", help="try nothing; put the files of all shards together"
    )
    parser.add_argument(
        "--profile",
        action="append",
        default=[],
        metavar="NAME|all",
        help="run the suite on an engine with several faults, which expected/mutants/profiles.toml describes",
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="start from the beginning, and use nothing that an earlier command found",
    )
    parser.add_argument("--output", metavar="DIR", help="where to write mutation.json (default: build/mutation)")
    parser.add_argument("--update-list", action="store_true", help="only write expected/mutants/list.txt")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="print every call, and every unnoticed mutant by name"
    )
    options.add_workers(parser)


def _add_diagnose(commands) -> None:
    parser = _add(commands, "diagnose", diagnose.command, "print all causes that explain an engine's failures")
    parser.add_argument(
        "results", nargs="+", metavar="RESULTS.json", help="results that `run` wrote; shards become one run"
    )
    parser.add_argument("--partial", action="store_true", help="accept a run of which shards are missing")
    parser.add_argument(
        "--mutation",
        metavar="FILE",
        help="a matrix that `mutate --matrix` wrote (default: the one in expected/mutants)",
    )
    parser.add_argument("--json", metavar="FILE", help="also write the causes as JSON")


def _add_lint(commands) -> None:
    parser = _add(commands, "lint", lint.command, "check the programs, their expectations and the runners")
    parser.add_argument(
        "--redundant",
        nargs="?",
        const="",
        metavar="MUTATION.json",
        help="name the programs that could be removed without a mutant going unnoticed, from a file that "
        "`mutate --matrix` wrote (default: build/mutation/mutation.json)",
    )


def _add_toolchains(commands) -> None:
    parser = _add(
        commands, "toolchains", toolchains.command, "build the modules with other compilers, and compare the verdicts"
    )
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    versions = ", ".join(map(str, DEFAULT_VERSIONS))
    parser.add_argument(
        "--clang",
        action="append",
        type=options.positive_int,
        default=[],
        metavar="N",
        help=f"a version of Debian's clang, which is unpacked into ~/.cache/wali-cts/toolchains (default: {versions})",
    )
    parser.add_argument("--wasi-sdk", action="append", default=[], metavar="DIR", help="a wasi-sdk")
    options.add_workers(parser, build=False)


def _add_kernels(commands) -> None:
    parser = _add(
        commands, "kernels", kernels.command, "compare the verdicts on several kernels, each booted in QEMU"
    )
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    parser.add_argument(
        "--suite",
        action="append",
        choices=SUITES,
        help="a release of Debian, whose newest kernel apt fetches; may be given several times (default: all)",
    )
    parser.add_argument(
        "--kernel",
        action="append",
        default=[],
        metavar="PATH",
        help="a kernel of your own: a directory with an unpacked package of a kernel, or IMAGE,MODULES; "
        "may be given several times",
    )
    parser.add_argument("--update", action="store_true", help="fetch again what was fetched before")
    parser.add_argument(
        "--runner", action="append", choices=("native", "wasmtime"), help="run only this one (default: both)"
    )
    parser.add_argument("--abi", choices=REVISIONS, help="run only this revision of the interface")
    parser.add_argument("--shard", type=options.shard, metavar="I/N", help="run only part I of N")
    parser.add_argument(
        "--cpus", type=options.positive_int, default=2, metavar="N", help="a guest's processors (default: 2)"
    )
    parser.add_argument(
        "--memory", type=options.positive_int, default=4096, metavar="MIB", help="a guest's memory (default: 4096)"
    )
    parser.add_argument(
        "--timeout",
        type=options.positive_float,
        default=30.0,
        metavar="SECONDS",
        help="the longest time limit of a program (default: 30); limits grow with the time that a guest takes to start "
        "one",
    )
    parser.add_argument(
        "--output",
        metavar="DIR",
        help="where to write results.json, report.html and kernels.txt (default: build/kernels/results)",
    )
    options.add_no_build(parser)


def _add_list(commands) -> None:
    parser = _add(commands, "list", listing.command, "list the programs with their sentences")
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    parser.add_argument("--calls", action="store_true", help="list the calls, and how many programs each has (after a build)")
    parser.add_argument(
        "--behaviour",
        action="store_true",
        help="list what the man pages say of each call, and the programs that show it; PATTERN is a part of GROUP/CALL",
    )
    parser.add_argument("--require-all", action="store_true", help="with --calls: exit 1 if a call has none")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_report(commands) -> None:
    parser = _add(commands, "report", report.command, "compare any number of runs, on one page or a site")
    parser.add_argument(
        "results", nargs="+", metavar="RESULTS.json", help="results that `run` wrote; shards become one run"
    )
    parser.add_argument("--partial", action="store_true", help="accept a run of which shards are missing")
    parser.add_argument("--html", metavar="FILE", help="where to write the page")
    parser.add_argument(
        "--publish",
        metavar="DIRECTORY",
        help="write static pages to serve, one for each program and call, at addresses that stay: "
        "programs/GROUP/CALL/NAME.html, calls/CALL.html; DIRECTORY is new, empty, or holds such pages",
    )
    parser.add_argument("--mutation", metavar="FILE", help="add a mutation.json that `mutate` wrote")
    parser.add_argument(
        "--bench",
        action="append",
        default=[],
        metavar="FILE",
        help="add a bench.json that `bench` wrote; may be given several times",
    )
    parser.add_argument(
        "--markdown", metavar="FILE", help="write a summary for a CI's job page (- is standard output)"
    )
    parser.add_argument("--json", metavar="FILE", help="write all results into one results.json")


def _add_gate(commands) -> None:
    parser = commands.add_parser(
        "gate",
        help="compare a run with the known failures; exit 1 on a new failure",
        description="Compare a run with the known failures of its engine.",
        epilog=gate.HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(function=gate.command, parser=parser)
    parser.add_argument(
        "results",
        nargs="+",
        metavar="RESULTS.json",
        help="results that `run` wrote; several if the run was sharded",
    )
    parser.add_argument(
        "--baseline", required=True, metavar="FILE", help="the known failures, in a file called RUNNER.ABI.toml"
    )
    parser.add_argument("--update", action="store_true", help="write what the run shows into the baseline")
    parser.add_argument("--strict", action="store_true", help="treat an unexpected pass as an error")
    parser.add_argument("--partial", action="store_true", help="accept results that are only a part of the suite")
    parser.add_argument("-v", "--verbose", action="store_true", help="print a line for each new failure")
    parser.add_argument("--runner", metavar="NAME", help="the runner (default: the one in the baseline's name)")
    parser.add_argument(
        "--abi", choices=(*REVISIONS, NATIVE), help="the revision (default: the one in the baseline's name)"
    )


def _add_bundle(commands) -> None:
    parser = _add(
        commands, "bundle", bundle.command, "make an archive for machines that have Python but no compiler"
    )
    parser.add_argument("file", metavar="FILE.tar.gz", help="the archive; one build always gives the same bytes")
    parser.add_argument("--without-engine", action="store_true", help="leave out the embedded engine")
    options.add_no_build(parser)


def _add_export(commands) -> None:
    parser = _add(
        commands,
        "export",
        export.command,
        "write the programs as modules with JSON descriptions, for wasi-testsuite's runner and others like it",
    )
    parser.add_argument(
        "directory", metavar="DIRECTORY", help="where to write a directory for each revision, which must be new"
    )
    parser.add_argument("--abi", choices=REVISIONS, help="write only this revision of the interface")
    parser.add_argument(
        "--kernel", metavar="X.Y", help="describe what programs print on this Linux (default: the running one)"
    )
    options.add_no_build(parser)


def _add_release(commands) -> None:
    parser = _add(
        commands, "release", release.command, "make the source release, the bundle and the wheel of this version"
    )
    parser.add_argument("directory", metavar="DIR", help="where to write them, and SHA256SUMS")
    parser.add_argument(
        "--wheel", action="store_true", help="make only the wheel, even if files differ from the commit"
    )
    parser.add_argument("--without-engine", action="store_true", help="leave out the embedded engine")
    options.add_no_build(parser)


def _add_doctor(commands) -> None:
    parser = _add(commands, "doctor", doctor.command, "say what this machine or an engine has and lacks")
    parser.add_argument("--runner", action="append", metavar="NAME|FILE", help="an engine to try step by step")
    options.add_engine(parser)
    options.add_no_build(parser)
