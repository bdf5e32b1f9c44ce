// The arguments of each call by the names that the table gives its parameters:
//
//   int64_t openat(Thread &thread, const Parameters<Call::openat> &arguments) {
//     return … arguments.dirfd …
//   }
//   constexpr CallEntry entries[] = {entry<openat>, …};
//
// A name that the call does not have is an error of the compiler's. The names cost
// nothing: `entry` has the handler inlined, and reads what that one uses.
#pragma once

#include <type_traits>
#include <utility>

#include "harness/abi/types.h"
#include "runners/host/linking/registry.h"

namespace wali::host {

// One member for each parameter, of the type that the guest hands over: an address
// of guest memory for a pointer, 32 bits for a usize. Where the revisions differ
// it is the wider type. Values are as Linux would see them (Arguments).
template <abi::Call call> struct Parameters;

namespace parameters_detail {
using namespace abi;

template <class T> using Member = std::conditional_t<std::is_pointer_v<T>, GuestAddress, T>;

template <Call call> struct ParametersOf;
template <Call call> inline constexpr size_t count = 0;
template <Call call> inline constexpr long number = 0;

// No call has more than six parameters. What is missing is empty.
#define WALI_SIX(a, b, c, d, e, f, ...) a b c d e f
#define WALI_SEVENTH(a, b, c, d, e, f, g, ...) g
#define SYSCALL(kernel_number, call, group, revisions, ...)                                        \
  template <> struct ParametersOf<Call::call> {                                                    \
    WALI_SIX(__VA_ARGS__, , , , , , )                                                              \
  };                                                                                               \
  template <>                                                                                      \
  inline constexpr size_t count<Call::call> =                                                      \
      WALI_SEVENTH(__VA_ARGS__ __VA_OPT__(, ) 6, 5, 4, 3, 2, 1, 0);                                \
  template <> inline constexpr long number<Call::call> = kernel_number;
#define P(kind, type, name) Member<type> name;
#define P_WIDER(kind, libc_type, spec_type, name) Member<spec_type> name;
#include "harness/abi/syscalls.def"
#undef WALI_SIX
#undef WALI_SEVENTH

// A register's 64 bits, which become what the member takes of them.
struct Register {
  int64_t value;
  template <class T> constexpr operator T() const { return static_cast<T>(value); }
};

template <Call call, size_t... index>
Parameters<call> read(const Arguments &arguments, std::index_sequence<index...>) {
  return {{Register{arguments[index]}...}};
}

template <Call call> constexpr Call call_of(int64_t (*)(Thread &, const Parameters<call> &)) {
  return call;
}

} // namespace parameters_detail

template <abi::Call call> struct Parameters : parameters_detail::ParametersOf<call> {
  // The system call's number.
  static constexpr long number = parameters_detail::number<call>;
};

// The arguments of that call by name.
template <abi::Call call> Parameters<call> by_name(const Arguments &arguments) {
  return parameters_detail::read<call>(arguments,
                                       std::make_index_sequence<parameters_detail::count<call>>());
}

// The address in an argument of 64 bits that is one: the low 32 (ABI.md, Pointers).
constexpr GuestAddress address_in(uint64_t argument) { return static_cast<GuestAddress>(argument); }

// The Handler that `function` is, which takes its arguments by name.
template <auto function>
RETURNS_BY_JUMP int64_t handler(Thread &thread, const Arguments &arguments) {
  return function(thread, by_name<parameters_detail::call_of(function)>(arguments));
}

// The entry of the call whose arguments `function` takes.
template <auto function>
inline constexpr CallEntry entry{parameters_detail::call_of(function), handler<function>};

} // namespace wali::host
