"""Running one program on one engine, and judging it."""
