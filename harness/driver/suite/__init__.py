"""What the suite consists of: programs, expectations, adapters, and the trees they lie in."""
