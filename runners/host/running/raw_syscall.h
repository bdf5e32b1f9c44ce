// System calls that the host makes for itself and not on behalf of the guest. The
// guest's signals are not delivered at these calls.
#pragma once

#include <sys/syscall.h>

#include <cstdint>
#include <type_traits>

namespace wali::host {

// What the kernel uses for a signal set. Signal `signo` is bit `signo - 1`.
using SignalSet = uint64_t;
inline constexpr SignalSet all_signals = ~SignalSet{0};
constexpr SignalSet signal_bit(int signo) { return SignalSet{1} << (signo - 1); }

// Makes the system call at once and returns the kernel's raw result.
inline int64_t raw_syscall(long number, uint64_t a = 0, uint64_t b = 0, uint64_t c = 0,
                           uint64_t d = 0, uint64_t e = 0, uint64_t f = 0) {
  int64_t result;
  register uint64_t r10 asm("r10") = d;
  register uint64_t r8 asm("r8") = e;
  register uint64_t r9 asm("r9") = f;
  asm volatile("syscall"
               : "=a"(result)
               : "0"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

template <class T> uint64_t raw_pointer(T *pointer) { return reinterpret_cast<uintptr_t>(pointer); }

// Sets the calling thread's signal mask. glibc's functions cannot block two signals
// that belong to the guest here.
inline void set_signal_mask(SignalSet mask, SignalSet *old = nullptr) {
  constexpr int set_mask = 2; // SIG_SETMASK
  raw_syscall(SYS_rt_sigprocmask, set_mask, raw_pointer(&mask), raw_pointer(old), sizeof mask);
}

// The calling thread gets `signo`, if it is not blocked at once.
inline void send_to_self(int signo) {
  raw_syscall(SYS_tgkill, static_cast<uint64_t>(raw_syscall(SYS_getpid)),
              static_cast<uint64_t>(raw_syscall(SYS_gettid)), static_cast<uint64_t>(signo));
}

} // namespace wali::host
