# The project's own C++: one standard, one set of warnings, one output place.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

add_compile_options(-Wall -Wextra -Werror)
include_directories(${PROJECT_SOURCE_DIR})

find_package(GTest)
if(NOT GTest_FOUND)
  message(FATAL_ERROR "GoogleTest is missing, which the unit tests need. "
                      "Install it: apt-get install libgtest-dev")
endif()
include(GoogleTest)
