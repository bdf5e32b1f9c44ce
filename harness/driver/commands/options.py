"""What several commands' options share: the kinds of their values, and the options themselves."""

from __future__ import annotations

import argparse
import os

from ..suite.layout import REVISIONS

_MOST_WORKERS = 512  # more of them only make each other run out of time


def positive_int(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def workers(text: str) -> int:
    value = positive_int(text)
    if value > _MOST_WORKERS:
        raise ValueError
    return value


def several(text: str) -> int:
    value = int(text)
    if value < 10:
        raise ValueError
    return value


def positive_float(text: str) -> float:
    value = float(text)
    if not 0 < value < 1e6:
        raise ValueError
    return value


def shard(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not 1 <= int(number) <= int(of):
        raise ValueError
    return int(number), int(of)


# How argparse names them in its messages.
workers.__name__ = f"whole number from 1 to {_MOST_WORKERS}"
positive_int.__name__ = "whole number above 0"
positive_float.__name__ = "number above 0"
several.__name__ = "whole number of 10 or more"
shard.__name__ = "shard, such as 1/4"


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
