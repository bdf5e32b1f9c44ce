"""Running many programs, and the results: written, read, merged, and compared with a baseline."""
