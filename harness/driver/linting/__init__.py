"""What lint refuses in programs, expectations and tables."""
