#include "harness/abi/table.h"

#include <array>

#include "harness/abi/constants.h"

namespace wali::abi {
namespace {

// The vocabulary of syscalls.def: each word or function yields a KindInfo.
namespace kinds {

constexpr KindInfo of(Kind kind) { return KindInfo{.kind = kind}; }
constexpr KindInfo fd = of(Kind::fd), dirfd = of(Kind::dirfd), integer = of(Kind::integer), count = of(Kind::count),
                   mode = of(Kind::mode), size = of(Kind::size), socklen = of(Kind::socklen), offset = of(Kind::offset),
                   pid = of(Kind::pid), uid = of(Kind::uid), gid = of(Kind::gid), signo = of(Kind::signo),
                   ignored = of(Kind::ignored), path = of(Kind::path), strings = of(Kind::strings),
                   address = of(Kind::address), variant = of(Kind::variant);

constexpr KindInfo flags(const ConstantSet &set) { return KindInfo{.kind = Kind::flags, .constants = &set}; }
constexpr KindInfo choice(const ConstantSet &set) { return KindInfo{.kind = Kind::choice, .constants = &set}; }

// The name of T as it stands in the table, without `wali::abi::` and `struct`.
template <class T> constexpr std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__; // "... [T = wali::abi::stat]" or "... [with T = ...; ...]"
  text.remove_prefix(text.find("T = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  size_t colon = text.rfind(':');
  return colon == text.npos ? text : text.substr(colon + 1);
}
template <> constexpr std::string_view type_name<int32_t>() { return "i32"; }
template <> constexpr std::string_view type_name<uint32_t>() { return "u32"; }
template <> constexpr std::string_view type_name<sigset>() { return "sigset"; }

template <class T> constexpr KindInfo typed(Kind kind, Length length = {}) {
  return KindInfo{.kind = kind, .structure = type_name<T>(), .structure_size = sizeof(T), .length = length};
}
template <class T> constexpr KindInfo in = typed<T>(Kind::in);
template <class T> constexpr KindInfo out = typed<T>(Kind::out);
template <class T> constexpr KindInfo inout = typed<T>(Kind::inout);

constexpr Length fixed(uint8_t elements) { return {Length::Source::fixed, elements}; }
constexpr Length parameter(uint8_t index) { return {Length::Source::parameter, index}; }

template <class T> constexpr KindInfo in_array(Length length) { return typed<T>(Kind::in_array, length); }
template <class T> constexpr KindInfo in_array(int index) { return in_array<T>(parameter(index)); }
template <class T> constexpr KindInfo out_array(Length length) { return typed<T>(Kind::out_array, length); }
template <class T> constexpr KindInfo out_array(int index) { return out_array<T>(parameter(index)); }
template <class T> constexpr KindInfo inout_array(int index) { return typed<T>(Kind::inout_array, parameter(index)); }

constexpr KindInfo sized(Kind kind, int index) { return KindInfo{.kind = kind, .length = parameter(index)}; }
constexpr KindInfo in_bytes(int index) { return sized(Kind::in_bytes, index); }
constexpr KindInfo out_bytes(int index) { return sized(Kind::out_bytes, index); }
constexpr KindInfo out_bytes_at(int index) { return sized(Kind::out_bytes_at, index); }
constexpr KindInfo inout_bits(int index) { return sized(Kind::inout_bits, index); }
constexpr KindInfo in_sockaddr(int index) { return sized(Kind::in_sockaddr, index); }
constexpr KindInfo out_sockaddr(int index) { return sized(Kind::out_sockaddr, index); }
constexpr KindInfo iovec_in(int index) { return sized(Kind::iovec_in, index); }
constexpr KindInfo iovec_out(int index) { return sized(Kind::iovec_out, index); }

constexpr KindInfo nullable(KindInfo info) {
  info.nullable = true;
  return info;
}

} // namespace kinds

// Linux's parameter has 64 bits where the interface's type is a size, an
// offset, an unsigned long or a pointer; elsewhere it is an int.
template <class T> constexpr uint8_t kernel_bits(Kind kind) {
  return std::is_pointer_v<T> || sizeof(T) == 8 || kind == Kind::size || kind == Kind::variant ? 64 : 32;
}

template <class Libc, class Spec> constexpr Param param(std::string_view name, std::string_view type, KindInfo info) {
  return Param{.name = name,
               .type = type,
               .info = info,
               .libc = wasm_type<Libc>(),
               .spec2026 = wasm_type<Spec>(),
               .is_signed = std::is_signed_v<Libc>,
               .kernel_bits = kernel_bits<Spec>(info.kind)};
}

// The usize of a 32-bit guest is the type uint32_t here, so P tells them apart
// by the kind: everything of kind `size` is a usize.
namespace entries {
using namespace kinds;
using namespace sets;
#define SYSCALL(number, name, group, revisions, ...)                                                                   \
  constexpr auto name##_params = std::to_array<Param>({__VA_ARGS__ __VA_OPT__(, ) Param{}});
#define P(kind, type, name) param<type, type>(#name, #type, kind)
#define P_WIDER(kind, libc_type, spec_type, name) param<libc_type, spec_type>(#name, #libc_type, kind)
#include "harness/abi/syscalls.def"

constexpr auto both = Revision::both, retyped = Revision::both, libc = Revision::libc, spec2026 = Revision::spec2026;
// The last element of each list is there so that none is empty; it is cut off.
#define SYSCALL(number, name, group, revisions, ...)                                                                   \
  Syscall{number, #name, #group, revisions, std::span<const Param>(name##_params).first(name##_params.size() - 1)},
#define P(kind, type, name)
#define P_WIDER(kind, libc_type, spec_type, name)
constexpr Syscall all[] = {
#include "harness/abi/syscalls.def"
};
} // namespace entries

} // namespace

std::span<const Syscall> syscalls() { return entries::all; }

const Syscall *find_syscall(std::string_view name) {
  for (const Syscall &call : entries::all)
    if (call.name == name)
      return &call;
  return nullptr;
}

} // namespace wali::abi
