"""The command line of wali-cts."""

from __future__ import annotations

import argparse
import os
import signal
import sys

from .basics.errors import UserError
from .basics.text import one_line
from .commands import bench, bundle, diagnose, doctor, fuzz, gate, lint, mutate, report, run, test
from .commands import list as listing
from .suite.features import IDENTITIES
from .suite.layout import NATIVE, REVISIONS

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


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    made = argparse.ArgumentParser(
        prog="wali-cts", description="The conformance test suite for WALI, the WebAssembly Linux Interface."
    )
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
    _add_doctor(commands)
    _add_lint(commands)
    return made


def _add(commands, name: str, function, text: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(function=function)
    parser.add_argument("--build-dir", metavar="DIR", help="the build tree (default: build)")
    return parser


def _add_workers(parser: argparse.ArgumentParser) -> None:
    cores = len(os.sched_getaffinity(0))
    parser.add_argument(
        "--workers", type=_workers, default=cores, metavar="N", help=f"programs at once ({cores})"
    )
    _add_no_build(parser)


def _add_no_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-build", action="store_true", help="take the build tree as it is")


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine", action="append", default=[], metavar="NAME=PATH", help="where a runner's engine is"
    )


def _add_one_engine(parser: argparse.ArgumentParser) -> None:
    """For commands that take one engine in one revision."""
    parser.add_argument("--runner", default="wasmtime", metavar="NAME|FILE.toml", help="the engine (wasmtime)")
    parser.add_argument("--abi", choices=REVISIONS, help="in this revision (default: the runner's first)")
    _add_engine(parser)


def _add_run(commands) -> None:
    parser = _add(commands, "run", run.command, "build, run programs natively and on engines, and report")
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="part of a program's id, or a glob of it")
    parser.add_argument(
        "--runner", action="append", metavar="NAME|FILE.toml", help="native always runs too (wasmtime)"
    )
    parser.add_argument("--abi", choices=REVISIONS, help="only this revision of the interface")
    _add_engine(parser)
    parser.add_argument("--output", metavar="DIR", help="for results.json, junit.xml, report.html (build/results)")
    parser.add_argument(
        "--as", dest="identity", choices=IDENTITIES, help="run every program as (default: as it asks)"
    )
    parser.add_argument("--isolation", choices=("auto", "namespaces", "process-group"), help="default: auto")
    parser.add_argument("--scratch", metavar="DIR", help="where programs get their scratch ($TMPDIR or /tmp)")
    parser.add_argument(
        "--timeout",
        type=_positive_float,
        default=30.0,
        metavar="SECONDS",
        help="the most that a program gets (30); on an engine its limit follows from its time natively",
    )
    parser.add_argument(
        "--soak", type=_positive_int, metavar="N", help="let scenario/stress go on N times as long, in N times the limit"
    )
    parser.add_argument(
        "--shuffle", nargs="?", type=int, const=-1, metavar="SEED", help="random order (the seed is printed)"
    )
    parser.add_argument(
        "--repeat", type=_positive_int, default=1, metavar="N", help="run N times, name what changed"
    )
    parser.add_argument(
        "--shard", type=_shard, metavar="I/N", help="only the I-th of N parts; `report` puts them together"
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="command, transcript and difference of each failure"
    )
    _add_workers(parser)


def _add_test(commands) -> None:
    parser = _add(commands, "test", test.command, "run this project's own tests")
    _add_workers(parser)


def _add_bench(commands) -> None:
    parser = _add(commands, "bench", bench.command, "measure what an engine costs, beside native runs")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help="such as getpid or fork-wait4 (all)")
    _add_one_engine(parser)
    parser.add_argument(
        "--alternations", type=_several, default=15, metavar="N", help="of engine and native run, 10 or more (15)"
    )
    parser.add_argument("--output", metavar="DIR", help="for bench.json (build/bench)")
    _add_no_build(parser)


def _add_fuzz(commands) -> None:
    parser = _add(commands, "fuzz", fuzz.command, "compare random sequences of calls with Linux")
    parser.add_argument("--seconds", type=_positive_float, default=60.0, metavar="N", help="how long (60)")
    parser.add_argument("--seed", type=int, metavar="S", help="the same sequences again (default: a new one)")
    parser.add_argument("--replay", metavar="HEX", help="only this sequence, as a finding names it")
    _add_one_engine(parser)
    _add_no_build(parser)


def _add_mutate(commands) -> None:
    parser = _add(commands, "mutate", mutate.command, "break the embedded engine on purpose and count who notices")
    parser.add_argument("--call", action="append", default=[], metavar="NAME", help="only this call's mutants")
    parser.add_argument("--mutant", action="append", default=[], metavar="CALL:OPERATOR", help="only this one")
    parser.add_argument("--sample", type=_positive_int, metavar="N", help="so many, always the same ones")
    parser.add_argument("--matrix", action="store_true", help="run every program, not only until one fails")
    parser.add_argument(
        "--update-matrix", action="store_true", help="with what --matrix makes, write expected/mutants/matrix.gz, too"
    )
    parser.add_argument(
        "--profile",
        action="append",
        default=[],
        metavar="NAME|all",
        help="run the suite on this engine of several faults (expected/mutants/profiles.toml)",
    )
    parser.add_argument("--fresh", action="store_true", help="do not go on from what an earlier command found")
    parser.add_argument("--output", metavar="DIR", help="for mutation.json (build/mutation)")
    parser.add_argument("--update-list", action="store_true", help="write expected/mutants/list.txt, and nothing else")
    parser.add_argument("-v", "--verbose", action="store_true", help="every call, and every survivor by name")
    _add_workers(parser)


def _add_diagnose(commands) -> None:
    parser = _add(commands, "diagnose", diagnose.command, "say what explains an engine's failures, all of it")
    parser.add_argument("results", nargs="+", metavar="RESULTS.json", help="of `run`; shards become one run")
    parser.add_argument(
        "--mutation", metavar="FILE", help="of `mutate --matrix` (default: the matrix that the sources carry)"
    )
    parser.add_argument("--json", metavar="FILE", help="the same, for other tools")


def _add_lint(commands) -> None:
    parser = _add(commands, "lint", lint.command, "check the programs, their expectations and the runners")
    parser.add_argument(
        "--redundant",
        nargs="?",
        const="",
        metavar="MUTATION.json",
        help="name the programs without which nothing would go unnoticed, by a file of `mutate --matrix` "
        "(build/mutation/mutation.json)",
    )


def _add_list(commands) -> None:
    parser = _add(commands, "list", listing.command, "list the programs with their sentences")
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="part of a program's id, or a glob of it")
    parser.add_argument("--calls", action="store_true", help="the calls, and how many programs each has")
    parser.add_argument("--require-all", action="store_true", help="with --calls: exit 1 if a call has none")
    parser.add_argument("--json", action="store_true", help="as JSON")


def _add_report(commands) -> None:
    parser = _add(commands, "report", report.command, "one page of any number of runs, compared")
    parser.add_argument("results", nargs="+", metavar="RESULTS.json", help="of `run`; shards become one run")
    parser.add_argument("--html", metavar="FILE", help="the page")
    parser.add_argument("--mutation", metavar="FILE", help="mutation.json of `mutate`, too")
    parser.add_argument("--bench", action="append", default=[], metavar="FILE", help="bench.json of `bench`, too")
    parser.add_argument("--markdown", metavar="FILE", help="a summary for a CI's job page (- for standard output)")
    parser.add_argument("--json", metavar="FILE", help="all the results in one results.json")


def _add_gate(commands) -> None:
    parser = commands.add_parser(
        "gate",
        help="compare a run with what is known to fail; exit 1 on a new failure",
        description="Compare a run with what its engine is known to get wrong.",
        epilog=gate.HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(function=gate.command)
    parser.add_argument("results", nargs="+", metavar="RESULTS.json", help="of `run`; several if it was sharded")
    parser.add_argument("--baseline", required=True, metavar="FILE", help="RUNNER.ABI.toml, the known failures")
    parser.add_argument("--update", action="store_true", help="make the baseline say what the run shows")
    parser.add_argument("--strict", action="store_true", help="an unexpected pass is an error too")
    parser.add_argument(
        "--partial", action="store_true", help="gate what was run though it is a part of the suite"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="a line for each new failure")
    parser.add_argument("--runner", metavar="NAME", help="whose run (default: as the baseline's name says)")
    parser.add_argument("--abi", choices=(*REVISIONS, NATIVE), help="of which revision (default: likewise)")


def _add_bundle(commands) -> None:
    parser = _add(commands, "bundle", bundle.command, "the suite as an archive, for a machine that only has Python")
    parser.add_argument("file", metavar="FILE.tar.gz", help="the archive; the same bytes from the same build")
    parser.add_argument("--without-engine", action="store_true", help="leave the embedded engine out")
    _add_no_build(parser)


def _add_doctor(commands) -> None:
    parser = _add(commands, "doctor", doctor.command, "say what this machine, or an engine, has and lacks")
    parser.add_argument("--runner", action="append", metavar="NAME|FILE.toml", help="an engine to take the ladder")
    _add_engine(parser)
    _add_no_build(parser)
