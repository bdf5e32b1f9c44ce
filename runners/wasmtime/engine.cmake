# Where Wasmtime's C API comes from: target `wasmtime-c-api`.
#
#  - -DWASMTIME_C_API=DIR names a prebuilt one, laid out as the official release
#    archives are: DIR/include/wasmtime.h and DIR/lib/libwasmtime.a.
#  - Otherwise cargo builds it from engine/, once for all clones: into the user's
#    cache directory, under a name that depends on all it is made from.
set(WASMTIME_C_API "" CACHE PATH "A prebuilt Wasmtime C API (include/, lib/libwasmtime.a)")

if(WASMTIME_C_API)
  set(engine_dir ${WASMTIME_C_API})
  foreach(file include/wasmtime.h lib/libwasmtime.a)
    if(NOT EXISTS ${engine_dir}/${file})
      message(FATAL_ERROR "WASMTIME_C_API=${engine_dir} has no ${file}; it must be laid out as "
        "Wasmtime's official C API archives are")
    endif()
  endforeach()
  add_custom_target(wasmtime-engine)
else()
  set(engine_source ${CMAKE_CURRENT_LIST_DIR}/engine)
  set(engine_script ${CMAKE_CURRENT_LIST_DIR}/build-engine.cmake)
  find_program(CARGO cargo HINTS $ENV{CARGO_HOME}/bin $ENV{HOME}/.cargo/bin)

  file(STRINGS ${engine_source}/Cargo.toml version_line REGEX "^version = \"=")
  string(REGEX REPLACE ".*\"=(.*)\".*" "\\1" wasmtime_version "${version_line}")
  set(engine_key "${CMAKE_HOST_SYSTEM_PROCESSOR}")
  foreach(file Cargo.toml Cargo.lock src/lib.rs)
    file(SHA256 ${engine_source}/${file} hash)
    string(APPEND engine_key " ${hash}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${engine_source}/${file})
  endforeach()
  string(SHA256 engine_key "${engine_key}")
  string(SUBSTRING ${engine_key} 0 12 engine_key)
  if(DEFINED ENV{XDG_CACHE_HOME})
    set(cache_home $ENV{XDG_CACHE_HOME})
  elseif(DEFINED ENV{HOME})
    set(cache_home $ENV{HOME}/.cache)
  else()
    set(cache_home ${CMAKE_BINARY_DIR}/cache)
  endif()
  set(engine_dir ${cache_home}/wali-cts/wasmtime-${wasmtime_version}-${engine_key})

  if(NOT CARGO AND NOT EXISTS ${engine_dir}/lib/libwasmtime.a)
    message(FATAL_ERROR "cargo is needed to build Wasmtime's C API. Install Rust 1.95 or newer "
      "(https://rustup.rs), or pass -DWASMTIME_C_API=DIR with a prebuilt one: the archive "
      "wasmtime-v${wasmtime_version}-${CMAKE_HOST_SYSTEM_PROCESSOR}-linux-c-api of "
      "https://github.com/bytecodealliance/wasmtime/releases, unpacked")
  endif()
  # rustup's cargo looks for its toolchains below HOME, which need not be the home
  # that it was installed for: then they lie beside its own directory. Where
  # RUSTUP_HOME says it, a later build may be without the variable.
  # driver/building/licenses.py, which asks cargo too, finds it in the cache.
  cmake_path(GET CARGO PARENT_PATH cargo_bin)
  cmake_path(SET rustup_home NORMALIZE ${cargo_bin}/../../.rustup)
  if(DEFINED ENV{RUSTUP_HOME})
    set(WALI_CTS_RUSTUP_HOME $ENV{RUSTUP_HOME} CACHE INTERNAL "Where cargo's toolchains are")
  elseif(NOT WALI_CTS_RUSTUP_HOME AND NOT EXISTS $ENV{HOME}/.rustup/toolchains AND EXISTS ${rustup_home})
    set(WALI_CTS_RUSTUP_HOME ${rustup_home} CACHE INTERNAL "Where cargo's toolchains are")
  endif()
  set(rustup_environment)
  if(WALI_CTS_RUSTUP_HOME)
    set(rustup_environment ${CMAKE_COMMAND} -E env RUSTUP_HOME=${WALI_CTS_RUSTUP_HOME})
  endif()
  add_custom_command(
    OUTPUT ${engine_dir}/lib/libwasmtime.a
    COMMAND ${rustup_environment} ${CMAKE_COMMAND} -D CARGO=${CARGO} -D SOURCE=${engine_source} -D DESTINATION=${engine_dir}
      -P ${engine_script}
    DEPENDS ${engine_script}
    COMMENT "Building Wasmtime ${wasmtime_version} (once; some minutes)"
    USES_TERMINAL VERBATIM)
  add_custom_target(wasmtime-engine DEPENDS ${engine_dir}/lib/libwasmtime.a)
endif()

find_package(Threads REQUIRED)
add_library(wasmtime-c-api INTERFACE)
add_dependencies(wasmtime-c-api wasmtime-engine)
target_include_directories(wasmtime-c-api SYSTEM INTERFACE ${engine_dir}/include)
target_link_libraries(wasmtime-c-api INTERFACE ${engine_dir}/lib/libwasmtime.a Threads::Threads
  ${CMAKE_DL_LIBS} m)
