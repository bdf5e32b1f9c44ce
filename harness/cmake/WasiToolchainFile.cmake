# `-DCMAKE_TOOLCHAIN_FILE=…/share/cmake/wasi-sdk.cmake` is how wasi-sdk is used
# elsewhere. Here only the modules are compiled for wasm32, and the rest is
# this machine's: the file is taken for what it says about where the sdk is.
if(CMAKE_TOOLCHAIN_FILE MATCHES "wasi-sdk[^/]*\\.cmake$")
  if(NOT EXISTS "${CMAKE_TOOLCHAIN_FILE}")
    message(FATAL_ERROR "${CMAKE_TOOLCHAIN_FILE} does not exist: it is share/cmake/wasi-sdk.cmake of a wasi-sdk")
  endif()
  if(NOT WASI_SDK_PREFIX)
    get_filename_component(WASI_SDK_PREFIX "${CMAKE_TOOLCHAIN_FILE}" REALPATH BASE_DIR "${CMAKE_BINARY_DIR}")
    get_filename_component(WASI_SDK_PREFIX "${WASI_SDK_PREFIX}/../../.." ABSOLUTE)
  endif()
  set(WASI_SDK_PATH "${WASI_SDK_PREFIX}" CACHE PATH "A wasi-sdk to compile the guest modules with" FORCE)
  unset(CMAKE_TOOLCHAIN_FILE CACHE)
  unset(CMAKE_TOOLCHAIN_FILE)
endif()
