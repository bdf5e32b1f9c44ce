// The table of calls, syscalls.def, as data: for code that treats all calls alike
// (the host's registration and trace, the mutants, the JSON for the driver).
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "harness/abi/types.h"

namespace wali::abi {

// What a parameter's value means.
enum class Kind : uint8_t {
  fd,      // a descriptor
  dirfd,   // a directory descriptor, or AT_FDCWD
  integer, // a plain number
  count,   // a number of elements (or bytes, where Linux takes an int)
  flags,   // a set of bits
  choice,  // one of a list of values
  mode,    // permission and file type bits
  size,    // a size_t
  socklen, // a socklen_t
  offset,  // an off_t
  pid,     // a process, thread or group id
  uid,
  gid,
  signo,    // a signal number
  ignored,  // a value without effect: Linux has no such parameter
  path,     // in: a string that ends with NUL
  in,       // in: one structure
  out,      // out: one structure
  inout,    // both
  in_array, // in: as many structures as `length` says
  out_array,
  inout_array,
  in_bytes, // in: as many bytes as `length` says
  out_bytes,
  out_bytes_at, // out: as many bytes as the u32 that `length` points to says
  inout_bits,   // both: bits, `length` of them, rounded up to 64-bit words
  in_sockaddr,  // in: a socket address of `length` bytes
  out_sockaddr, // out: a socket address of at most the u32 that `length` points to
  iovec_in,     // in: an array of iovec, whose buffers are read
  iovec_out,    // in: an array of iovec, whose buffers are filled
  strings,      // in: an array of strings that ends with NULL
  address,      // a range of linear memory; nothing is read or written through it
  variant,      // a number or a pointer, by the value of another parameter
};

// True for kinds that are guest addresses through which the call reads or writes.
constexpr bool is_pointer(Kind kind) { return kind >= Kind::path && kind <= Kind::strings; }
constexpr bool is_input(Kind kind) {
  switch (kind) {
  case Kind::path:
  case Kind::in:
  case Kind::inout:
  case Kind::in_array:
  case Kind::inout_array:
  case Kind::in_bytes:
  case Kind::inout_bits:
  case Kind::in_sockaddr:
  case Kind::iovec_in:
  case Kind::iovec_out:
  case Kind::strings:
    return true;
  default:
    return false;
  }
}
constexpr bool is_output(Kind kind) {
  switch (kind) {
  case Kind::out:
  case Kind::inout:
  case Kind::out_array:
  case Kind::inout_array:
  case Kind::out_bytes:
  case Kind::out_bytes_at:
  case Kind::inout_bits:
  case Kind::out_sockaddr:
    return true;
  default:
    return false;
  }
}

// Where the length of a buffer comes from.
struct Length {
  enum class Source : uint8_t { none, parameter, fixed } source = Source::none;
  uint8_t value = 0; // the parameter's index, or the fixed number of elements
};

enum class Revision : uint8_t { libc = 1, spec2026 = 2, both = 3 };

/// The one revision that a command line names, or nothing for any other word.
constexpr std::optional<Revision> revision_named(std::string_view word) {
  if (word == "libc")
    return Revision::libc;
  if (word == "spec2026")
    return Revision::spec2026;
  return std::nullopt;
}

constexpr bool includes(Revision set, Revision one) { return (static_cast<int>(set) & static_cast<int>(one)) != 0; }

struct ConstantSet; // constants.h

// The value of a kind expression of syscalls.def.
struct KindInfo {
  Kind kind;
  std::string_view structure = {}; // the structure's name, for typed pointers
  uint32_t structure_size = 0;     // bytes in guest layout, for typed pointers
  Length length = {};
  bool nullable = false;                  // Linux accepts NULL
  const ConstantSet *constants = nullptr; // names for flags and choice
};

struct Param {
  std::string_view name;
  std::string_view type; // the C++ type as written (libc revision)
  KindInfo info;
  WasmType libc;
  WasmType spec2026;
  bool is_signed;      // an i32 is sign-extended where Linux's parameter is wider
  uint8_t kernel_bits; // width of Linux's own parameter: 32 or 64
};

struct Syscall {
  uint16_t number;
  std::string_view name;
  std::string_view group;
  Revision revisions;
  std::span<const Param> params;
};

// All entries of syscalls.def, in its order.
std::span<const Syscall> syscalls();

// The entry of that name (without `SYS_`), or null.
const Syscall *find_syscall(std::string_view name);

// The position in syscalls() of each call.
enum class Call : uint16_t {
#define SYSCALL(number, name, group, revisions, ...) name,
#define P(kind, type, name)
#define P_WIDER(kind, libc_type, spec_type, name)
#include "harness/abi/syscalls.def"
};
inline constexpr size_t call_count = 0
#define SYSCALL(number, name, group, revisions, ...) +1
#define P(kind, type, name)
#define P_WIDER(kind, libc_type, spec_type, name)
#include "harness/abi/syscalls.def"
    ;

} // namespace wali::abi
