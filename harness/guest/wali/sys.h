// The calls as a program makes them: sys::openat(...) and so on, one for each
// entry of harness/abi/syscalls.def, with the types that stand there.
#pragma once

#include "harness/abi/constants.h"
#include "harness/abi/types.h"

namespace wali {

using namespace abi;

// What a call returned: the kernel's raw result (ABI.md, Values).
struct Result {
  int64_t value;

  // True unless the value is -errno.
  bool ok() const { return value < -4095 || value >= 0; }
  // The result as what the call is documented to return.
  int fd() const { return static_cast<int>(value); }
  int pid() const { return static_cast<int>(value); }
  size_t size() const { return static_cast<size_t>(value); }
  template <class T = uint8_t> T *pointer() const { return reinterpret_cast<T *>(static_cast<uintptr_t>(value)); }
};

// Repeats a call while a signal interrupts it. It gives up with -EINTR if an engine
// returns that every time.
template <class Call> Result uninterrupted(Call call) {
  Result result = call();
  for (int tries = 0; result.value == -EINTR && tries < 1000000; ++tries)
    result = call();
  return result;
}

#ifdef __wasm32__

// Calls that are the same in both revisions are imported directly. The revision's
// thunks (thunks.cpp) resolve the others at link time, so that one object of a program
// serves both.
#define WALI_DECLARE_both(name) __attribute__((import_module("wali"), import_name("SYS_" #name)))
#define WALI_DECLARE_libc(name) WALI_DECLARE_both(name)
#define WALI_DECLARE_spec2026(name) WALI_DECLARE_both(name)
#define WALI_DECLARE_retyped(name)
#define SYSCALL(number, name, group, revisions, ...)                                                                   \
  extern "C" WALI_DECLARE_##revisions(name) int64_t wali_SYS_##name(__VA_ARGS__);
#define P(kind, type, name) type name
#define P_WIDER(kind, libc_type, spec_type, name) spec_type name
#include "harness/abi/syscalls.def"
#undef WALI_DECLARE_both
#undef WALI_DECLARE_libc
#undef WALI_DECLARE_spec2026
#undef WALI_DECLARE_retyped

// SYS_fstatat or SYS_newfstatat, by revision.
extern "C" int64_t wali_fstatat(int dirfd, const char *path, struct stat *buffer, int flags);

template <auto function> struct Syscall;
template <class... Params, int64_t (*function)(Params...)> struct Syscall<function> {
  Result operator()(Params... params) const { return {function(params...)}; }
};

namespace sys {
#define SYSCALL(number, name, group, revisions, ...) inline constexpr Syscall<wali_SYS_##name> name;
#define P(kind, type, name)
#define P_WIDER(kind, libc_type, spec_type, name)
#define fstatat fstatat_of_libc
#define wali_SYS_fstatat_of_libc wali_SYS_fstatat
#include "harness/abi/syscalls.def"
#undef fstatat
#undef wali_SYS_fstatat_of_libc
inline constexpr Syscall<wali_fstatat> fstatat;
} // namespace sys

#else

// Natively a call goes straight to the kernel, with its arguments widened as their C
// types require.
namespace native {

inline long widen(int value) { return value; }
inline long widen(unsigned value) { return value; }
inline long widen(long value) { return value; }
inline long widen(unsigned long value) { return static_cast<long>(value); }
inline long widen(const volatile void *value) { return reinterpret_cast<long>(value); }

inline int64_t syscall(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0, long f = 0) {
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

} // namespace native

template <long number, class Signature> struct Syscall;
template <long number, class... Params> struct Syscall<number, void(Params...)> {
  Result operator()(Params... params) const { return {native::syscall(number, native::widen(params)...)}; }
};

namespace sys {
#define SYSCALL(number, name, group, revisions, ...) inline constexpr Syscall<number, void(__VA_ARGS__)> name;
#define P(kind, type, name) type name
#define P_WIDER(kind, libc_type, spec_type, name) spec_type name
#include "harness/abi/syscalls.def"
} // namespace sys

#endif

// The imports that are not calls (ABI.md, Start, end, arguments,
// environment). Natively they are functions of the oracle's start code.
namespace start {
#ifdef __wasm32__
#define WALI_IMPORT(name) __attribute__((import_module("wali"), import_name(#name)))
#else
#define WALI_IMPORT(name)
#endif
extern "C" {
WALI_IMPORT(__init) int wali_init();
WALI_IMPORT(__deinit) int wali_deinit();
// The ABI says that it does not return, but nothing here relies on that (report.h, leave).
WALI_IMPORT(__proc_exit) void wali_proc_exit(int status);
WALI_IMPORT(__cl_get_argc) int wali_cl_get_argc();
WALI_IMPORT(__cl_get_argv_len) int wali_cl_get_argv_len(int index);
WALI_IMPORT(__cl_copy_argv) int wali_cl_copy_argv(char *buffer, int index);
WALI_IMPORT(__get_init_envfile) int wali_get_init_envfile(char *buffer, int size);
WALI_IMPORT(__wasm_thread_spawn) int wali_thread_spawn(void (*function)(int tid, void *argument), void *argument);
}
#undef WALI_IMPORT
} // namespace start

} // namespace wali
