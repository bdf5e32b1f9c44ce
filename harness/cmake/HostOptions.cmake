# The project's own C++: one standard, one set of warnings, one output place.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

# Warnings are errors where the project tests itself; another compiler may have
# warnings of its own, which should keep nobody from a build.
set(wali_cts_in_ci OFF)
if(DEFINED ENV{CI})
  set(wali_cts_in_ci ON)
endif()
option(WALI_CTS_WERROR "Treat warnings as errors" ${wali_cts_in_ci})
set(WARNING_FLAGS -Wall -Wextra)
if(WALI_CTS_WERROR)
  list(APPEND WARNING_FLAGS -Werror)
endif()
add_compile_options(${WARNING_FLAGS})
include_directories(${PROJECT_SOURCE_DIR})

# The project's own C++ under sanitizers, in a build tree of its own: `wali-cts
# test` has one with address,undefined. Any finding ends the program.
set(WALI_CTS_SANITIZE "" CACHE STRING
    "Sanitizers of the project's own C++, such as address,undefined or thread")
if(WALI_CTS_SANITIZE)
  set(sanitizer_flags -fsanitize=${WALI_CTS_SANITIZE} -fno-sanitize-recover=all)
  add_compile_options(${sanitizer_flags} -fno-omit-frame-pointer)
  add_link_options(${sanitizer_flags})
endif()

find_package(GTest)
if(NOT GTest_FOUND)
  message(FATAL_ERROR "GoogleTest is missing, which the unit tests need. "
                      "Install it: apt-get install libgtest-dev")
endif()
include(GoogleTest)

find_path(NLOHMANN_JSON nlohmann/json.hpp)
if(NOT NLOHMANN_JSON)
  message(FATAL_ERROR "nlohmann-json is missing, which writes all JSON. "
                      "Install it: apt-get install nlohmann-json3-dev")
endif()
include_directories(SYSTEM ${NLOHMANN_JSON})

# add_unit_tests(TARGET): how unit tests are compiled. Optimizing them would take longer than they run, and their
# headers are parsed once. (The project's own libraries do without: gcc 12 takes what it inlines from a precompiled
# header for code of ours, and warns of errors that are not there.)
function(add_unit_tests target)
  target_compile_options(${target} PRIVATE -O0)
  target_precompile_headers(${target} PRIVATE <gtest/gtest.h> <algorithm> <array> <map> <optional> <span> <string> <vector>)
  target_link_libraries(${target} PRIVATE GTest::gtest_main)
endfunction()
