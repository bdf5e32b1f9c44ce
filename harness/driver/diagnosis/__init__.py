"""Why an engine's failures fail: from symptoms and mutants to causes."""
