"""Putting the shards of one `mutate` together, each of which another machine may have tried."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from .scores import SCHEMA

# What shards of one campaign have in common.
_SAME = ("suite", "matrix", "programs", "hashes")


def merge(paths: Sequence[Path]) -> dict:
    """The mutation.json that one command without --shard would have written. Throws UserError if
    a shard is lacking, or comes twice, or if they are of different things."""
    parts = [files.read_schema(path, SCHEMA, "mutants", "mutate") for path in paths]
    by_shard: dict[str, list[dict]] = {}
    for path, part in zip(paths, parts):
        shard = (part.get("part") or {}).get("shard")
        if not shard:
            raise UserError(f"{path} is no shard: `mutate --shard I/N` writes one")
        if shard in by_shard:
            raise UserError(f"{path}: shard {shard} comes twice: name each shard once")
        _require_same(path, part, paths[0], parts[0])
        by_shard[shard] = part["mutants"]
    of = int(parts[0]["part"]["shard"].split("/")[1])
    wanted = [f"{number}/{of}" for number in range(1, of + 1)]
    if missing := [shard for shard in wanted if shard not in by_shard]:
        raise UserError(f"shard{'s' * (len(missing) > 1)} {', '.join(missing)} missing: name the mutation.json of each")
    mutants: list[dict | None] = [None] * sum(map(len, by_shard.values()))
    for number, shard in enumerate(wanted):
        mutants[number::of] = by_shard[shard]
    whole = {key: value for key, value in parts[0].items() if key not in ("part", "complaints")}
    return whole | {"mutants": mutants, "complaints": [line for part in parts for line in part.get("complaints", [])]}


def _require_same(path: Path, part: dict, first_path: Path, first: dict) -> None:
    for key in _SAME:
        if part.get(key) != first.get(key):
            raise UserError(f"{path} and {first_path} differ in '{key}': they are not shards of one set of mutants")
    ours, theirs = (p["part"] | {"shard": p["part"]["shard"].split("/")[1]} for p in (part, first))
    if ours != theirs:
        raise UserError(f"{path} and {first_path} are shards of different sets of mutants")
