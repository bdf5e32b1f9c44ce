# How a program is built: once compiled for wasm32 and linked once for each
# revision of the interface, and once more as the native oracle.

# add_module(SOURCE REVISION OBJECT MODULE): the link, and the check of what came out.
function(add_module source revision object module)
  add_custom_command(
    OUTPUT ${module}
    COMMAND link-module ${revision} ${source} ${module} ${GUEST_LINKER} ${object} ${GUEST_OBJECTS}
            ${GUEST_THUNKS}.${revision}.o
    DEPENDS ${object} ${GUEST_OBJECTS} ${GUEST_THUNKS}.${revision}.o link-module
    COMMENT "Linking ${module}"
    VERBATIM)
endfunction()

# What a program may include: wali/test.h, which is precompiled, and the headers of its
# folder and of those above it in suite/. It depends on all of those: two depfiles for
# each program would cost a process each, and these headers seldom change.
file(GLOB_RECURSE SUITE_HEADERS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/suite/*.h)

# headers_of(VARIABLE SOURCE): the headers of suite/ that a program may include.
function(headers_of variable source)
  set(found)
  foreach(header IN LISTS SUITE_HEADERS)
    get_filename_component(directory ${header} DIRECTORY)
    string(FIND ${source} ${directory}/ position)
    if(position EQUAL 0)
      list(APPEND found ${header})
    endif()
  endforeach()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

# add_program(LIST SOURCE BASE REVISIONS...): makes BASE.<revision>.wasm and
# BASE.native, and appends them to the list named LIST.
function(add_program list_name source base)
  set(made)
  get_filename_component(directory ${base} DIRECTORY)
  file(MAKE_DIRECTORY ${directory})
  headers_of(headers ${source})
  add_custom_command(
    OUTPUT ${base}.o
    COMMAND ${GUEST_CXX} ${GUEST_FLAGS} -include-pch ${GUEST_PCH} -c ${source} -o ${base}.o
    DEPENDS ${source} ${GUEST_PCH} ${headers}
    COMMENT "Compiling ${base}"
    VERBATIM)
  foreach(revision IN LISTS ARGN)
    add_module(${source} ${revision} ${base}.o ${base}.${revision}.wasm)
    list(APPEND made ${base}.${revision}.wasm)
  endforeach()
  add_custom_command(
    OUTPUT ${base}.native
    COMMAND ${CMAKE_CXX_COMPILER} ${NATIVE_PCH_FLAGS} ${NATIVE_FLAGS} -static -nostdlib -no-pie -Wl,--gc-sections
            -Wl,-z,noexecstack ${source} ${NATIVE_OBJECTS} -o ${base}.native
    DEPENDS ${source} ${NATIVE_OBJECTS} ${NATIVE_PCH} ${headers}
    COMMENT "Building the oracle of ${base}"
    VERBATIM)
  set(${list_name} ${${list_name}} ${made} ${base}.native PARENT_SCOPE)
endfunction()
