"""The command line of wali-cts."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from typing import NoReturn

from .basics.errors import UserError
from .basics.text import one_line
from .building.toolchains import DEFAULT_VERSIONS
from .commands import bench, bundle, diagnose, doctor, fuzz, gate, lint, mutate, release, report, run, test
from .commands import toolchains
from .commands import list as listing
from .suite.features import IDENTITIES
from .suite.layout import NATIVE, REVISIONS, version

_MOST_WORKERS = 512  # more of them only make each other run out of time


def main(arguments: list[str] | None = None) -> int:
    """Runs one command, and returns its exit status: 2 where the user must put something
    right, 130 after an interrupt."""
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return options.function(options)
    except UserError as error:
        print(f"wali-cts: error: {one_line(str(error))}", file=sys.stderr)
        return 2
    except FileNotFoundError as error:  # such as a program that went away during the command
        print(f"wali-cts: error: {error.filename} does not exist: install it, or build again", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("wali-cts: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _positive_int(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def _workers(text: str) -> int:
    value = _positive_int(text)
    if value > _MOST_WORKERS:
        raise ValueError
    return value


def _several(text: str) -> int:
    value = int(text)
    if value < 10:
        raise ValueError
    return value


def _positive_float(text: str) -> float:
    value = float(text)
    if not 0 < value < 1e6:
        raise ValueError
    return value


def _shard(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not 1 <= int(number) <= int(of):
        raise ValueError
    return int(number), int(of)


_workers.__name__ = f"whole number from 1 to {_MOST_WORKERS}"
# How argparse names them in its messages.
_positive_int.__name__ = "whole number above 0"
_positive_float.__name__ = "number above 0"
_several.__name__ = "whole number of 10 or more"
_shard.__name__ = "shard, such as 1/4"


class _Parser(argparse.ArgumentParser):
    """What is wrong is one line, and not the usage around it; subcommands are of this class too."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"wali-cts: error: {one_line(message)} (`{self.prog} --help` shows the usage)\n")


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    made = _Parser(prog="wali-cts", description="The conformance test suite for WALI, the WebAssembly Linux Interface.")
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
    _add_release(commands)
    _add_doctor(commands)
    _add_lint(commands)
    _add_toolchains(commands)
    return made


def _add(commands, name: str, function, text: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(function=function)
    parser.add_argument("--build-dir", metavar="DIR", help="the build tree (default: build)")
    return parser


def _add_workers(parser: argparse.ArgumentParser, build: bool = True) -> None:
    cores = len(os.sched_getaffinity(0))
    parser.add_argument(
        "--workers",
        type=_workers,
        default=cores,
        metavar="N",
        help=f"how many programs run at once (default: {cores})",
    )
    if build:
        _add_no_build(parser)


def _add_no_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-build", action="store_true", help="do not build; use the build tree as it is")


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine", action="append", default=[], metavar="NAME=PATH", help="the path of a runner's engine"
    )


def _add_one_engine(parser: argparse.ArgumentParser) -> None:
    """For commands that take one engine in one revision."""
    parser.add_argument(
        "--runner", default="wasmtime", metavar="NAME|FILE.toml", help="the engine (default: wasmtime)"
    )
    parser.add_argument(
        "--abi", choices=REVISIONS, help="the revision of the interface (default: the runner's first)"
    )
    _add_engine(parser)


def _add_run(commands) -> None:
    parser = _add(commands, "run", run.command, "build, run programs natively and on engines, and report")
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    parser.add_argument(
        "--runner",
        action="append",
        metavar="NAME|FILE.toml",
        help="an engine to run, may be given several times; native always runs too (default: wasmtime)",
    )
    parser.add_argument("--abi", choices=REVISIONS, help="run only this revision of the interface")
    _add_engine(parser)
    parser.add_argument(
        "--output",
        metavar="DIR",
        help="where to write results.json, junit.xml and report.html (default: build/results)",
    )
    parser.add_argument(
        "--as", dest="identity", choices=IDENTITIES, help="the identity of programs that leave it open"
    )
    parser.add_argument(
        "--isolation",
        choices=("auto", "namespaces", "process-group"),
        help="how programs are kept apart (default: auto, which takes namespaces where there are any)",
    )
    parser.add_argument(
        "--scratch",
        metavar="DIR",
        help="the directory in which programs get their scratch directories (default: $TMPDIR or /tmp)",
    )
    parser.add_argument(
        "--timeout",
        type=_positive_float,
        default=30.0,
        metavar="SECONDS",
        help="the longest time limit (default: 30); an engine's limit follows from what native took",
    )
    parser.add_argument(
        "--soak",
        type=_positive_int,
        metavar="N",
        help="run the programs of scenario/stress N times as long, with N times the limit",
    )
    parser.add_argument(
        "--shuffle", nargs="?", type=int, const=-1, metavar="SEED", help="run in random order, and print the seed"
    )
    parser.add_argument(
        "--repeat",
        type=_positive_int,
        default=1,
        metavar="N",
        help="run everything N times, and name the programs whose verdict changed",
    )
    parser.add_argument(
        "--shard",
        type=_shard,
        metavar="I/N",
        help="run only part I of N; `report` and `gate` put the parts together",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print the command, the transcript and the difference of each failure",
    )
    _add_workers(parser)


def _add_test(commands) -> None:
    parser = _add(commands, "test", test.command, "run this project's own tests")
    _add_workers(parser)


def _add_bench(commands) -> None:
    parser = _add(commands, "bench", bench.command, "compare an engine's speed with native")
    parser.add_argument(
        "measures",
        nargs="*",
        metavar="MEASURE",
        help="what to measure, such as getpid or fork-wait4 (default: everything)",
    )
    _add_one_engine(parser)
    parser.add_argument(
        "--alternations",
        type=_several,
        default=15,
        metavar="N",
        help="how often engine and native take turns, at least 10 (default: 15)",
    )
    parser.add_argument("--output", metavar="DIR", help="where to write bench.json (default: build/bench)")
    _add_no_build(parser)


def _add_fuzz(commands) -> None:
    parser = _add(commands, "fuzz", fuzz.command, "compare random sequences of calls with Linux")
    parser.add_argument(
        "--seconds", type=_positive_float, default=60.0, metavar="N", help="how many seconds (default: 60)"
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", help="make the sequences of this seed (default: a new seed)"
    )
    parser.add_argument("--replay", metavar="HEX", help="run only this sequence, as a finding names it")
    _add_one_engine(parser)
    _add_no_build(parser)


def _add_mutate(commands) -> None:
    parser = _add(
        commands,
        "mutate",
        mutate.command,
        "break the embedded engine on purpose, and count what the programs notice",
    )
    parser.add_argument(
        "--call",
        action="append",
        default=[],
        metavar="NAME",
        help="try only the mutants of this call; `all` is the group of systemic mutants",
    )
    parser.add_argument(
        "--mutant", action="append", default=[], metavar="CALL:OPERATOR", help="try only this mutant"
    )
    parser.add_argument(
        "--sample", type=_positive_int, metavar="N", help="try only N mutants, the same ones each time"
    )
    parser.add_argument(
        "--matrix",
        action="store_true",
        help="run every program on each mutant, and do not stop at the first that fails",
    )
    parser.add_argument(
        "--update-matrix", action="store_true", help="with --matrix: also write expected/mutants/matrix.gz"
    )
    parser.add_argument(
        "--shard", type=_shard, metavar="I/N", help="try only part I of N; --merge puts the parts together"
    )
    parser.add_argument(
        "--merge", nargs="+", metavar="MUTATION.json", help="try nothing; put the files of all shards together"
    )
    parser.add_argument(
        "--profile",
        action="append",
        default=[],
        metavar="NAME|all",
        help="run the suite on an engine of several faults, as expected/mutants/profiles.toml describes it",
    )
    parser.add_argument(
        "--fresh", action="store_true", help="start anew, and use nothing that an earlier command found"
    )
    parser.add_argument("--output", metavar="DIR", help="where to write mutation.json (default: build/mutation)")
    parser.add_argument("--update-list", action="store_true", help="only write expected/mutants/list.txt")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every call, and every survivor by name")
    _add_workers(parser)


def _add_diagnose(commands) -> None:
    parser = _add(commands, "diagnose", diagnose.command, "print all causes that explain an engine's failures")
    parser.add_argument(
        "results", nargs="+", metavar="RESULTS.json", help="results that `run` wrote; shards become one run"
    )
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
        help="name the programs without which no mutant would go unnoticed, by a file that `mutate --matrix` wrote "
        "(build/mutation/mutation.json)",
    )


def _add_toolchains(commands) -> None:
    parser = _add(
        commands, "toolchains", toolchains.command, "compare the verdicts of modules that other compilers made"
    )
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    versions = ", ".join(map(str, DEFAULT_VERSIONS))
    parser.add_argument(
        "--clang",
        action="append",
        type=_positive_int,
        default=[],
        metavar="N",
        help=f"a version of Debian's clang, which is unpacked into ~/.cache/wali-cts/toolchains (default: {versions})",
    )
    parser.add_argument("--wasi-sdk", action="append", default=[], metavar="DIR", help="a wasi-sdk")
    _add_workers(parser, build=False)


def _add_list(commands) -> None:
    parser = _add(commands, "list", listing.command, "list the programs with their sentences")
    parser.add_argument(
        "patterns", nargs="*", metavar="PATTERN", help="a part of a program's id, or a glob pattern"
    )
    parser.add_argument("--calls", action="store_true", help="list the calls, and how many programs each has")
    parser.add_argument("--require-all", action="store_true", help="with --calls: exit 1 if a call has none")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_report(commands) -> None:
    parser = _add(commands, "report", report.command, "make one page that compares any number of runs")
    parser.add_argument(
        "results", nargs="+", metavar="RESULTS.json", help="results that `run` wrote; shards become one run"
    )
    parser.add_argument("--html", metavar="FILE", help="where to write the page")
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
        help="compare a run with what is known to fail; exit 1 on a new failure",
        description="Compare a run with what its engine is known to get wrong.",
        epilog=gate.HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(function=gate.command)
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
        commands, "bundle", bundle.command, "make an archive for a machine that has Python and no compiler"
    )
    parser.add_argument("file", metavar="FILE.tar.gz", help="the archive; one build always gives the same bytes")
    parser.add_argument("--without-engine", action="store_true", help="leave out the embedded engine")
    _add_no_build(parser)


def _add_release(commands) -> None:
    parser = _add(
        commands, "release", release.command, "make the source release, the bundle and the wheel of this version"
    )
    parser.add_argument("directory", metavar="DIR", help="where to write them, and SHA256SUMS")
    parser.add_argument("--wheel", action="store_true", help="make only the wheel, also of files that differ from the commit")
    parser.add_argument("--without-engine", action="store_true", help="leave out the embedded engine")
    _add_no_build(parser)


def _add_doctor(commands) -> None:
    parser = _add(commands, "doctor", doctor.command, "tell what this machine or an engine has and lacks")
    parser.add_argument("--runner", action="append", metavar="NAME|FILE.toml", help="an engine to try step by step")
    _add_engine(parser)
    _add_no_build(parser)
