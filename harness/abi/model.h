// How a type of the interface looks from each side that reads it.
//
// The same structure definitions (types.h) serve three readers:
//  - a guest module (wasm32): pointers and sizes have 32 bits by nature;
//  - the native oracle (x86-64): pointers and sizes have 64 bits by nature, which
//    gives the layouts of the host's kernel;
//  - the WALI host (x86-64), which handles guest memory: pointers are 32-bit
//    offsets that must not be mistaken for host addresses. It defines
//    WALI_ABI_HOST_VIEW before including this file.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <initializer_list>
#include <type_traits>

namespace wali::abi {

#ifdef WALI_ABI_HOST_VIEW

// A guest address inside a guest structure: an offset into memory 0 that is not yet
// checked. It does not convert to anything; the host's Memory takes it.
template <class T> struct pointer {
  uint32_t address;
};
using usize = uint32_t;

#else

template <class T> using pointer = T *;
using usize = size_t;

#endif

// The wasm value types that cross the boundary.
enum class WasmType : uint8_t { i32, i64 };

// The wasm type of a parameter of C++ type T: i32 for pointers and for types of up
// to 32 bits, i64 for the others (ABI.md, Values).
template <class T> constexpr WasmType wasm_type() {
  if constexpr (std::is_pointer_v<T> || std::is_same_v<T, usize>)
    return WasmType::i32;
  else
    return sizeof(T) > 4 ? WasmType::i64 : WasmType::i32;
}

} // namespace wali::abi
