# Finds the compiler of the guest modules: wasi-sdk where WASI_SDK_PATH (a CMake
# or environment variable) names one, else the distribution's clang and lld with
# libc++ headers for wasm32.
#
# Defines GUEST_CXX, GUEST_LINKER, GUEST_LIBCXX_INCLUDE and GUEST_TOOLCHAIN (words).

set(WASI_SDK_PATH "$ENV{WASI_SDK_PATH}" CACHE PATH "A wasi-sdk to compile the guest modules with")
set(guest_minimum_version 16)

# What was found in another place is forgotten.
if(DEFINED guest_found_in AND NOT guest_found_in STREQUAL "${WASI_SDK_PATH}")
  foreach(part GUEST_CXX GUEST_LINKER GUEST_LIBCXX_INCLUDE)
    unset(${part} CACHE)
  endforeach()
endif()
set(guest_found_in "${WASI_SDK_PATH}" CACHE INTERNAL "The WASI_SDK_PATH that the guest toolchain was found with")
set(guest_packages "clang-22 lld-22 libc++-22-dev-wasm32")

if(WASI_SDK_PATH)
  find_program(GUEST_CXX clang++ PATHS ${WASI_SDK_PATH}/bin NO_DEFAULT_PATH)
  find_program(GUEST_LINKER NAMES wasm-ld PATHS ${WASI_SDK_PATH}/bin NO_DEFAULT_PATH)
  file(GLOB guest_libcxx_candidates
       ${WASI_SDK_PATH}/share/wasi-sysroot/include/c++/v1
       ${WASI_SDK_PATH}/share/wasi-sysroot/include/wasm32-wasi*/c++/v1)
  set(guest_hint "Is ${WASI_SDK_PATH} a wasi-sdk (bin/clang++, bin/wasm-ld, share/wasi-sysroot)?")
else()
  foreach(version RANGE 30 ${guest_minimum_version} -1)
    list(APPEND guest_cxx_names clang++-${version})
    list(APPEND guest_linker_names wasm-ld-${version})
  endforeach()
  find_program(GUEST_CXX NAMES ${guest_cxx_names} clang++)
  find_program(GUEST_LINKER NAMES ${guest_linker_names} wasm-ld)
  string(REGEX MATCH "[0-9]+$" guest_version_suffix "${GUEST_CXX}")
  file(GLOB guest_libcxx_candidates
       /usr/lib/llvm-${guest_version_suffix}/include/wasm32-wasi/c++/v1
       /usr/include/wasm32-wasi/c++/v1)
  set(guest_hint "Install them: apt-get install ${guest_packages}; or pass -DWASI_SDK_PATH=DIR.")
endif()

find_path(GUEST_LIBCXX_INCLUDE type_traits PATHS ${guest_libcxx_candidates} NO_DEFAULT_PATH)
foreach(part GUEST_CXX GUEST_LINKER GUEST_LIBCXX_INCLUDE)
  if(NOT ${part})
    message(FATAL_ERROR "The guest toolchain lacks its ${part}: clang++ and wasm-ld "
                        "(${guest_minimum_version} or newer) with libc++ headers for wasm32. ${guest_hint}")
  endif()
endforeach()

execute_process(COMMAND ${GUEST_CXX} -dumpversion OUTPUT_VARIABLE guest_version
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
if(guest_version VERSION_LESS ${guest_minimum_version})
  message(FATAL_ERROR "${GUEST_CXX} is version ${guest_version}; the guest modules need "
                      "${guest_minimum_version} or newer. ${guest_hint}")
endif()
set(GUEST_TOOLCHAIN "clang ${guest_version} (${GUEST_CXX}, ${GUEST_LINKER}, ${GUEST_LIBCXX_INCLUDE})")
message(STATUS "Guest toolchain: ${GUEST_TOOLCHAIN}")
