"""Ways of examining an engine besides the suite: its cost, random calls, its first steps."""
