"""Tests of the driver. Run them with `wali-cts test`, or:

python3 -m unittest discover -t harness -s harness/driver/tests
"""
