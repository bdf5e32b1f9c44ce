"""Building the suite, and packing it for a machine without a compiler."""
