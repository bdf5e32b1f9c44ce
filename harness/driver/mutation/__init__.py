"""Mutants of the embedded engine, and which programs notice them."""
