// Operators on arguments that are numbers.
#include <errno.h>

#include <algorithm>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

using abi::Kind;

// futex's second word is never a number to Linux, whatever the operation.
bool is_number(const abi::Syscall &call, const abi::Param &param) {
  return !abi::is_pointer(param.info.kind) && has_effect(call, param) && param.name != "uaddr2";
}

// A size_t that Linux looks at in all its bits. Where it wants a certain size, or
// takes an unsigned int, the upper half makes no difference.
bool is_wide_size(const abi::Syscall &call, const abi::Param &param) {
  return param.info.kind == Kind::size && param.name != "sigsetsize" &&
         param.name != "cpusetsize" && !is_start_call(call);
}

bool is_wide_number(const abi::Syscall &call, const abi::Param &param) {
  return is_number(call, param) && param.libc == abi::WasmType::i64 &&
         param.spec2026 == abi::WasmType::i64;
}

bool is_ignored(const abi::Syscall &, const abi::Param &param) {
  return param.info.kind == Kind::ignored;
}

bool is_dirfd(const abi::Syscall &, const abi::Param &param) {
  return param.info.kind == Kind::dirfd;
}

std::vector<Place> flag_places(const abi::Syscall &call) {
  std::vector<Place> places;
  for (size_t index = 0; index < call.params.size(); ++index) {
    const abi::Param &param = call.params[index];
    const std::string prefix = std::string(param.name) + ".";
    if (param.info.kind == Kind::flags)
      for (const Flag &flag : flags_of(call, param))
        places.push_back({index, prefix + std::string(flag.name), flag.bits});
    for (const FlagField &field : flag_fields())
      if (field.call == call.name && field.param == param.name)
        for (const Flag &flag : flags_of(*field.set))
          if (field.names.empty() || std::ranges::count(field.names, flag.name))
            places.push_back(
                {index, prefix + std::string(flag.name), flag.bits, field.offset, field.size});
  }
  return places;
}

// The value of parameter 1 for which a flag of a variant parameter is one.
int64_t condition_of(const Mutant &mutant) {
  const abi::Param &param = mutant.call->params[mutant.place.parameter];
  for (const FlagField &field : flag_fields())
    if (field.call == mutant.call->name && field.param == param.name)
      for (const Flag &flag : flags_of(*field.set))
        if (mutant.place.detail.ends_with("." + std::string(flag.name)))
          return field.when;
  return -1;
}

int64_t zero(Invocation &broken) {
  if (!broken.view())
    broken.argument() = 0;
  return broken.call();
}

int64_t plus_one(Invocation &broken) {
  if (!broken.view())
    ++broken.argument();
  return broken.call();
}

void drop_in_memory(Altered &input, const Place &place, uint32_t element) {
  for (size_t at = place.offset; at + place.size <= input.bytes.size(); at += element)
    for (size_t byte = 0; byte < place.size; ++byte)
      input.bytes[at + byte] &= ~static_cast<std::byte>(place.value >> (8 * byte));
  input.apply();
}

int64_t drop(Invocation &broken) {
  const Place &place = broken.mutant.place;
  if (place.size == 0) {
    const int64_t condition = condition_of(broken.mutant);
    if (condition < 0 || broken.arguments.i32(1) == condition)
      broken.argument() &= ~static_cast<int64_t>(place.value);
    return broken.call();
  }
  const auto view = broken.view();
  if (!view)
    return broken.call();
  Altered input(broken.memory(), view->area);
  drop_in_memory(input, place, view->element);
  return broken.call();
}

int64_t high_half_lost(Invocation &broken) {
  broken.argument() = static_cast<uint32_t>(broken.argument());
  return broken.call();
}

int64_t extension_exchanged(Invocation &broken) {
  const bool is_negative = broken.arguments.i32(broken.index()) < 0;
  if (is_negative && broken.syscall().group == "memory") // which the host does itself
    return error_of_huge_length(broken.syscall());
  broken.argument() = broken.arguments.i32(broken.index());
  return broken.call();
}

int64_t unknown_bits_ignored(Invocation &broken) {
  uint64_t known = 0;
  for (const Flag &flag : flags_of(broken.syscall(), broken.param()))
    known |= flag.bits;
  broken.argument() &= static_cast<int64_t>(known);
  return broken.call();
}

int64_t ignored_argument_refused(Invocation &broken) {
  return broken.argument() != 0 ? -EINVAL : broken.call();
}

int64_t at_fdcwd_as_number(Invocation &broken) {
  constexpr int at_fdcwd = -100, no_descriptor = -1;
  if (broken.arguments.i32(broken.index()) == at_fdcwd)
    broken.argument() = no_descriptor;
  return broken.call();
}

// Pointers that are passed as 64 bits: fcntl's in one revision, prctl's in both.
std::vector<Place> wide_pointers(const abi::Syscall &call) {
  std::vector<Place> places;
  for (size_t index = 0; index < call.params.size(); ++index) {
    const std::string_view name = call.params[index].name;
    if (call.name == "fcntl" && name == "arg")
      places.push_back({.parameter = index, .revisions = abi::Revision::spec2026});
    if (call.name == "prctl" && name == "arg2")
      places.push_back({.parameter = index});
  }
  return places;
}

// Linux ignores the upper half (ABI.md, Pointers).
int64_t stale_bits_refused(Invocation &broken) {
  const bool has_stale_bits = (static_cast<uint64_t>(broken.argument()) >> 32) != 0;
  return has_stale_bits && broken.view() ? -EFAULT : broken.call();
}

constexpr Operator operators[] = {
    {"zero", parameters<is_number>, "{call} takes 0 for {place}", zero},
    {"plus-one", parameters<is_number>, "{call} takes one more than {place}", plus_one},
    {"drop", flag_places, "{call} does not see {place}", drop},
    {"unknown-bits-ignored", parameters<refuses_unknown_flags>,
     "{call} ignores bits of {place} that Linux refuses", unknown_bits_ignored},
    {"high-half-lost", parameters<is_wide_number>, "{call} loses the upper 32 bits of {place}",
     high_half_lost},
    {"extension-exchanged", parameters<is_wide_size>, "{call} sign-extends {place}",
     extension_exchanged},
    {"stale-bits-refused", wide_pointers,
     "{call} refuses a pointer in {place} whose upper 32 bits are not 0", stale_bits_refused},
    {"ignored-argument-refused", parameters<is_ignored>,
     "{call} refuses {place} other than 0, which Linux does not look at", ignored_argument_refused},
    {"at-fdcwd-as-number", parameters<is_dirfd>,
     "{call} takes AT_FDCWD in {place} for an ordinary number", at_fdcwd_as_number},
};

} // namespace

std::span<const Operator> number_operators() { return operators; }

} // namespace wali::host::mutants
