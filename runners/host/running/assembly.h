// The routines of assembly.S, and the places in them that signal handlers compare with.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
extern bool wali_refill_returns;
extern const char wali_syscall_begin[], wali_syscall_instruction[], wali_syscall_end[],
    wali_syscall_interrupted[];

uint64_t wali_copy(void *to, const void *from, size_t length);
extern const char wali_copy_begin[], wali_copy_end[], wali_copy_failed[];

void wali_signal_return();
}

namespace wali::host {

// What wali_syscall returns if a signal came before the kernel saw the call.
// No system call returns this value.
inline constexpr int64_t syscall_interrupted = -0x10000;

// Return predictions. A processor predicts the target of a `ret` from the calls that
// it has seen. On AMD processors up to Zen 4, the kernel's defence against speculation
// through returns fills the predictor with the kernel's own addresses. The first `ret`
// after a system call then costs about 40 ns and each further one 8 ns, while getpid
// costs 120 ns. (Measured on an EPYC with Linux 6.18: a loop of getpid alone takes
// 116 ns, two functions deep 161, with refilled predictions 133, with jumps in place of
// returns 118.) Two things avoid most of that:
//  - wali_syscall is entered and left by jumps, and so are functions marked
//    RETURNS_BY_JUMP. Jumps are predicted by other means.
//  - On such a processor, the predictions for the remaining returns (the engine's own)
//    are refilled. They are still wrong, but cheap.
#define RETURNS_BY_JUMP __attribute__((function_return("thunk-extern")))

// Sets wali_refill_returns to what this processor needs.
void learn_about_returns();

// Makes a system call with six arguments, unless *pending is set: then it returns
// syscall_interrupted.
inline int64_t wali_syscall(const volatile uint32_t *pending, long number, const uint64_t *words) {
  int64_t result;
  asm volatile("lea 1f(%%rip), %%r12\n\t"
               "jmp wali_syscall_stub\n"
               "1:"
               : "=a"(result), "+D"(pending), "+S"(number), "+d"(words)
               :
               : "r8", "r9", "r10", "r11", "r12", "rcx", "cc", "memory");
  return result;
}

} // namespace wali::host
