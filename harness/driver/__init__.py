"""The suite's driver: lit format, adapters, verdicts, results and the command line."""
