"""What several commands' options share: the kinds of their values, and the options themselves."""

from __future__ import annotations

import argparse
import functools
import os

from ..suite.layout import REVISIONS

_MOST_WORKERS = 512  # more of them only make each other run out of time


def _kind(name: str):
    """For a function that reads a value and throws ValueError: what is wrong is said in a sentence."""

    def named(read):
        @functools.wraps(read)
        def checked(text: str):
            try:
                return read(text)
            except ValueError:
                raise argparse.ArgumentTypeError(f"must be {name}, not '{text}'") from None

        return checked

    return named


def _whole(text: str, least: int, most: int | None = None) -> int:
    value = int(text)
    if value < least or (most is not None and value > most):
        raise ValueError
    return value


@_kind("a whole number above 0")
def positive_int(text: str) -> int:
    return _whole(text, 1)


@_kind(f"a whole number from 1 to {_MOST_WORKERS}")
def workers(text: str) -> int:
    return _whole(text, 1, _MOST_WORKERS)


@_kind("a whole number of 10 or more")
def several(text: str) -> int:
    return _whole(text, 10)


@_kind("a number above 0")
def positive_float(text: str) -> float:
    value = float(text)
    if not 0 < value < 1e6:
        raise ValueError
    return value


@_kind("a part such as 1/4")
def shard(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not 1 <= int(number) <= int(of):
        raise ValueError
    return int(number), int(of)


def add_workers(parser: argparse.ArgumentParser, build: bool = True) -> None:
    """`build`: the command builds, unless --no-build says otherwise."""
    cores = len(os.sched_getaffinity(0))
    parser.add_argument(
        "--workers",
        type=workers,
        default=cores,
        metavar="N",
        help=f"how many programs run at once (default: {cores})",
    )
    if build:
        add_no_build(parser)


def add_no_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-build", action="store_true", help="do not build; use the build tree as it is")


def add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine", action="append", default=[], metavar="NAME=PATH", help="the path of a runner's engine"
    )


def add_one_engine(parser: argparse.ArgumentParser) -> None:
    """For commands that take one engine in one revision."""
    parser.add_argument(
        "--runner", default="wasmtime", metavar="NAME|FILE", help="the engine (default: wasmtime)"
    )
    parser.add_argument(
        "--abi", choices=REVISIONS, help="the revision of the interface (default: the runner's first)"
    )
    add_engine(parser)
