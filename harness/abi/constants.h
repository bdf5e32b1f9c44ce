// The constants of the interface by name and by value (constants.def).
#pragma once

#include <stdint.h>

#include "harness/abi/constants.def"

namespace wali::abi {

struct NamedValue {
  const char *name;
  uint32_t value; // in 32 bits: -100 is 0xffffff9c
};

// The names of one set, for printing. `bits` sets are combined with `|`.
struct ConstantSet {
  const NamedValue *begin;
  const NamedValue *end;
  bool bits;
};

// One ConstantSet for each set of constants.def: abi::sets::open_flags, ….
namespace sets {
#define WALI_NAMED_VALUE(name, value) NamedValue{#name, static_cast<uint32_t>(value)},
#define WALI_DEFINE_SET(set, LIST, shape)                                                                              \
  inline constexpr NamedValue set##_names[] = {LIST(WALI_NAMED_VALUE)};                                                \
  inline constexpr ConstantSet set = {set##_names, set##_names + sizeof(set##_names) / sizeof(NamedValue), shape};
inline constexpr bool bits = true, values = false;
WALI_CONSTANT_SETS(WALI_DEFINE_SET)
#undef WALI_DEFINE_SET
#undef WALI_NAMED_VALUE
} // namespace sets

// The host's own sources take the same names from the C library's headers.
#ifndef WALI_ABI_HOST_VIEW
#define WALI_DEFINE_CONSTANT(name, value) inline constexpr auto name = value;
#define WALI_DEFINE_CONSTANTS(set, LIST, shape) LIST(WALI_DEFINE_CONSTANT)
WALI_CONSTANT_SETS(WALI_DEFINE_CONSTANTS)
#undef WALI_DEFINE_CONSTANTS
#undef WALI_DEFINE_CONSTANT

inline constexpr int O_RDONLY = 0;
inline constexpr int PROT_NONE = 0;
inline constexpr int F_OK = 0;
inline constexpr int AT_FDCWD = -100;
inline constexpr int MAP_ANON = 0x20;
inline constexpr int64_t UTIME_NOW = 0x3fffffff;
inline constexpr int64_t UTIME_OMIT = 0x3ffffffe;
inline constexpr uint64_t RLIM_INFINITY = ~uint64_t{0};
inline constexpr int FUTEX_BITSET_MATCH_ANY = -1;
inline constexpr uint32_t FUTEX_WAITERS = 0x80000000;
inline constexpr uint32_t FUTEX_OWNER_DIED = 0x40000000;
inline constexpr uint32_t FUTEX_TID_MASK = 0x3fffffff;
inline constexpr int NSIG = 64;
inline constexpr int SIGRTMIN = 32; // the kernel's, not a libc's
inline constexpr int PATH_MAX = 4096;
inline constexpr int IOV_MAX = 1024;
inline constexpr uint32_t INADDR_LOOPBACK = 0x7f000001;
inline constexpr uint32_t S_IFMT = 0170000;
inline constexpr uint32_t S_ISUID = 04000;
inline constexpr uint32_t S_ISGID = 02000;
inline constexpr uint32_t S_ISVTX = 01000;

// The handlers that are not functions (ABI.md, Signals).
inline constexpr uintptr_t SIG_DFL = 0;
#ifdef __wasm32__
inline constexpr uintptr_t SIG_IGN = static_cast<uintptr_t>(-2);
#else
inline constexpr uintptr_t SIG_IGN = 1;
#endif
#endif

} // namespace wali::abi
