// What operators need to know about calls beyond the table. The source is each call's man
// page, or the place that is named.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/abi/constants.h"
#include "harness/abi/table.h"

namespace wali::host::mutants {

// Whether the call can return an error at all.
bool can_fail(const abi::Syscall &call);
// Whether it can return anything except an error (execve cannot).
bool can_succeed(const abi::Syscall &call);
// Whether its result can differ from one call to the next.
bool has_varying_result(const abi::Syscall &call);
bool can_return(const abi::Syscall &call);
// Whether a signal can interrupt its wait with -EINTR (signal(7)).
bool can_be_interrupted(const abi::Syscall &call);
// Whether a success yields new descriptors.
bool gives_descriptors(const abi::Syscall &call);
// One of the imports without the `SYS_` prefix.
bool is_start_call(const abi::Syscall &call);
// Whether the value of a parameter has any effect.
bool has_effect(const abi::Syscall &call, const abi::Param &param);

// A flag by name and bits.
struct Flag {
  std::string_view name;
  uint64_t bits;
};

// The flags that Linux knows for a parameter of kind `flags`, one bit each. Of a constant
// with several bits, this is the bit that no other constant has.
std::vector<Flag> flags_of(const abi::Syscall &call, const abi::Param &param);
std::vector<Flag> flags_of(const abi::ConstantSet &set);

// Whether Linux refuses bits of this parameter that it does not know.
bool refuses_unknown_flags(const abi::Syscall &call, const abi::Param &param);

// Flags that are not in a parameter of that kind: in a field of the structure
// that it points to, beside a choice, or by the value of another parameter.
struct FlagField {
  std::string_view call, param;
  uint32_t offset = 0, size = 0; // in each structure; size 0: in the parameter itself
  const abi::ConstantSet *set = nullptr;
  std::vector<std::string_view> names = {}; // those that have an effect; empty: all
  int64_t when = -1;                        // only if parameter 1 is this; -1: always
};
std::span<const FlagField> flag_fields();

// A structure in guest layout.
struct Field {
  std::string_view name;
  uint32_t offset;
};
struct Structure {
  std::string_view name;
  uint32_t size;
  std::vector<Field> fields; // without padding and spare bytes

  // In bytes, as its size and the fields' offsets have it; at most 8.
  uint32_t alignment() const;
};
// The structure of that name (KindInfo::structure), or null.
const Structure *find_structure(std::string_view name);

// A pointer within a structure.
struct NestedPointer {
  std::string_view structure, field;
  uint32_t offset, size;
};
std::span<const NestedPointer> nested_pointers();

// Whether the value of another parameter can make this one a pointer.
bool may_be_pointer(const abi::Syscall &call, const abi::Param &param);
// Whether the call reads or writes through this parameter, always or then.
bool is_followed(const abi::Syscall &call, const abi::Param &param);
// What the call returns for a bad address (ABI.md leaves open what the imports without the
// `SYS_` prefix return).
int64_t refusal_of_address(const abi::Syscall &call);
// An address that no memory of the suite reaches.
inline constexpr uint32_t nowhere = 0xfffffff8;

// What Linux returns for a length that exceeds the address space.
int64_t error_of_huge_length(const abi::Syscall &call);

} // namespace wali::host::mutants
