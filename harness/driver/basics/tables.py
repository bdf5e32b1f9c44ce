"""Figures, as they are shown on a terminal."""

from __future__ import annotations


def columns(rows: list[list[str]]) -> str:
    """Rows as lines: the first cell at the left, the others at the right of their columns."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))
        ).rstrip()
        for row in rows
    )


def percent(share: float) -> str:
    """Rounded towards zero: only a share of one is 100 %."""
    return f"{int(share * 1000) / 10:.1f}%"
