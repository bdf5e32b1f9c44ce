# The suite as tests of ctest, one for each runner and revision, labelled `suite`:
# `ctest -L suite` runs them and `ctest -LE suite` all others.
function(add_suite name)
  add_test(NAME suite-${name} COMMAND ${LIT} -sv ${PROJECT_BINARY_DIR}/suite ${ARGN})
  # lit has workers of its own, and a limit for each program.
  set_tests_properties(suite-${name} PROPERTIES LABELS suite RUN_SERIAL TRUE TIMEOUT 7200)
endfunction()

add_suite(native --param runner=native)
foreach(revision libc spec2026)
  add_suite(wasmtime-${revision} --param runner=wasmtime --param abi=${revision})
endforeach()

# `wali-cts run` builds only what a run needs. What else the tests are made of, ctest
# builds before it runs them, but not to list them: CMake does not say which it does, its
# command line does. Until launch-tests is built, one name stands for its tests in a list.
# A sanitized tree holds some of them by intention.
if(NOT WALI_CTS_SANITIZE)
  set(needed)
  foreach(program launch-tests wali-host-tests wali-wasmtime-tests check-module wali-wasmtime)
    list(APPEND needed ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${program})
  endforeach()
  foreach(kind native libc.wasm spec2026.wasm)
    list(APPEND needed ${PROJECT_BINARY_DIR}/harness/guest/tests/golden.${kind})
  endforeach()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/build-missing.cmake @ONLY CONTENT [[
file(STRINGS /proc/self/cmdline only_lists REGEX "^(-N|--show-only.*|--print-labels)$")
foreach(file @needed@)
  if(NOT only_lists AND NOT EXISTS ${file})
    message(STATUS "Building ${file} and what else the tests need")
    execute_process(COMMAND "@CMAKE_COMMAND@" --build "@PROJECT_BINARY_DIR@" RESULT_VARIABLE status)
    if(status)
      message(FATAL_ERROR "The build failed.")
    endif()
    break()
  endif()
endforeach()
]])
  get_property(included DIRECTORY PROPERTY TEST_INCLUDE_FILES)
  set_property(DIRECTORY PROPERTY TEST_INCLUDE_FILES ${PROJECT_BINARY_DIR}/build-missing.cmake ${included})
endif()
