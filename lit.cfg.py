"""lit's configuration of the suite.

build/suite/lit.site.cfg.py sets `config.build_dir` and loads this file. The parameters
are those of driver.running.parameters.PARAMETERS, for instance:

    lit -sv build/suite --param runner=wasmtime --param abi=spec2026
"""

import os
import sys

if not hasattr(config, "build_dir"):
    lit_config.fatal("this is the source tree: build it, then run lit on the build tree: lit -sv build/suite")

root = os.path.dirname(os.path.abspath(__file__))
if os.path.exists(os.path.join(os.path.dirname(root), "__init__.py")):  # an installed wheel
    sys.dont_write_bytecode = True
else:
    sys.pycache_prefix = os.path.join(config.build_dir, "pycache")
sys.path.insert(0, os.path.join(root, "harness"))

from driver.running import lit_format
from driver.suite.layout import Tree

lit_format.configure(config, lit_config, Tree.at(config.build_dir))
