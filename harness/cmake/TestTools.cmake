# Finds lit and FileCheck, and tells the driver where everything is.
foreach(version RANGE 30 16 -1)
  list(APPEND filecheck_names FileCheck-${version})
  list(APPEND lit_names lit-${version} llvm-lit-${version})
endforeach()
find_program(FILECHECK NAMES ${filecheck_names} FileCheck)
find_program(LIT NAMES ${lit_names} llvm-lit lit)
foreach(tool FILECHECK LIT)
  if(NOT ${tool})
    message(FATAL_ERROR "${tool} is missing. Install it: apt-get install llvm-22-tools")
  endif()
endforeach()
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

# What the driver wants to know of this build.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/build-info.json @ONLY CONTENT [[
{
  "version": "@PROJECT_VERSION@",
  "source_dir": "@PROJECT_SOURCE_DIR@",
  "build_dir": "@PROJECT_BINARY_DIR@",
  "guest_toolchain": "@GUEST_TOOLCHAIN@",
  "filecheck": "@FILECHECK@",
  "lit": "@LIT@"
}
]])

# build/suite is what lit is given: `lit -sv build/suite --param runner=NAME`. The
# file says where it lies, and not where it was made: a copied tree is seen as one.
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/suite/lit.site.cfg.py @ONLY CONTENT [[
import os

config.build_dir = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
lit_config.load_config(config, "@PROJECT_SOURCE_DIR@/lit.cfg.py")
]])

# `ninja check-wali`: the suite on the oracle, then on the embedded engine in
# both revisions.
set(check_commands COMMAND ${LIT} -sv ${PROJECT_BINARY_DIR}/suite --param runner=native)
foreach(revision libc spec2026)
  list(APPEND check_commands COMMAND ${LIT} -sv ${PROJECT_BINARY_DIR}/suite
       --param runner=wasmtime --param abi=${revision})
endforeach()
add_custom_target(check-wali ${check_commands} USES_TERMINAL VERBATIM)
add_dependencies(check-wali programs wali-launch wali-wasmtime abi-table)
