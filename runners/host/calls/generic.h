// Calls that need no translation except for their pointers. Numbers go to the kernel as
// they are, and pointers through Memory::for_kernel. All structures of such a call have
// the same layout in the guest and in the kernel.
//
//   constexpr CallEntry entries[] = {{Call::mkdir, generic<Call::mkdir>}, …};
#pragma once

#include <array>
#include <type_traits>
#include <utility>

#include "harness/abi/constants.h"
#include "harness/abi/types.h"
#include "runners/host/linking/parameters.h"

namespace wali::host {
namespace generic_detail {

// What the words of syscalls.def mean here. A call with a `special` parameter has a handler
// of its own.
enum class Passing : uint8_t { number, pointer, special };

namespace vocabulary {
using enum Passing;
constexpr Passing fd = number, dirfd = number, integer = number, count = number, mode = number,
                  size = number, socklen = number, offset = number, pid = number, uid = number,
                  gid = number, signo = number, ignored = number, path = pointer, strings = special,
                  address = special, variant = special;
constexpr Passing flags(int) { return number; }
constexpr Passing choice(int) { return number; }

struct Elements {
  constexpr Elements(int) {}
};
constexpr Elements fixed(int) { return 0; }
constexpr Passing in_bytes(int) { return pointer; }
constexpr Passing out_bytes(int) { return pointer; }
constexpr Passing out_bytes_at(int) { return pointer; }
constexpr Passing inout_bits(int) { return pointer; }
constexpr Passing in_sockaddr(int) { return pointer; }
constexpr Passing out_sockaddr(int) { return pointer; }
constexpr Passing iovec_in(int) { return special; }
constexpr Passing iovec_out(int) { return special; }

// A structure is special if the guest's layout differs from the kernel's.
template <class T>
constexpr Passing structure =
    std::is_same_v<T, abi::iovec> || std::is_same_v<T, abi::msghdr> ||
            std::is_same_v<T, abi::k_sigaction> || std::is_same_v<T, struct abi::stack> ||
            std::is_same_v<T, abi::pselect6_mask>
        ? special
        : pointer;
template <class T> constexpr Passing in = structure<T>;
template <class T> constexpr Passing out = structure<T>;
template <class T> constexpr Passing inout = structure<T>;
template <class T> constexpr Passing in_array(Elements) { return structure<T>; }
template <class T> constexpr Passing out_array(Elements) { return structure<T>; }
template <class T> constexpr Passing inout_array(Elements) { return structure<T>; }
constexpr Passing nullable(Passing passing) { return passing; }

// The names of constant sets, as arguments of flags() and choice().
#define WALI_SET_NAME(set, LIST, shape) inline constexpr int set = 0;
WALI_CONSTANT_SETS(WALI_SET_NAME)
#undef WALI_SET_NAME
} // namespace vocabulary

// A call's number and parameters, at compile time.
template <abi::Call call> struct Signature;

using namespace abi;
using namespace vocabulary;
// Each list has one more element, so that none is empty.
#define SYSCALL(kernel_number, name, group, revisions, ...)                                        \
  template <> struct Signature<abi::Call::name> {                                                  \
    static constexpr long syscall_number = kernel_number;                                          \
    static constexpr auto passing =                                                                \
        std::to_array<Passing>({__VA_ARGS__ __VA_OPT__(, ) Passing::special});                     \
  };
#define P(kind, type, name) kind
#define P_WIDER(kind, libc_type, spec_type, name) kind
#include "harness/abi/syscalls.def"

template <abi::Call call, size_t index>
auto pass(const Memory &memory, const Arguments &arguments) {
  constexpr Passing passing = Signature<call>::passing[index];
  static_assert(passing != Passing::special, "this call needs a handler of its own");
  if constexpr (passing == Passing::pointer)
    return memory.for_kernel(arguments.address(index));
  else
    return arguments[index];
}

template <abi::Call call, size_t... index>
int64_t make_call(Thread &thread, const Arguments &arguments, std::index_sequence<index...>) {
  return thread.syscall(Signature<call>::syscall_number,
                        pass<call, index>(thread.memory(), arguments)...);
}

} // namespace generic_detail

template <abi::Call call>
RETURNS_BY_JUMP int64_t generic(Thread &thread, const Arguments &arguments) {
  constexpr size_t count = generic_detail::Signature<call>::passing.size() - 1;
  return generic_detail::make_call<call>(thread, arguments, std::make_index_sequence<count>());
}

} // namespace wali::host
