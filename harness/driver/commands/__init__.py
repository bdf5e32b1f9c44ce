"""The commands of wali-cts, one module each."""
