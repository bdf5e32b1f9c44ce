// The routines of assembly.S and the places in them that signal handlers know.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
int64_t wali_syscall(const volatile uint32_t *pending, long number, const uint64_t *words);
extern const char wali_syscall_begin[], wali_syscall_instruction[], wali_syscall_end[],
    wali_syscall_interrupted[];

uint64_t wali_copy(void *to, const void *from, size_t length);
extern const char wali_copy_begin[], wali_copy_end[], wali_copy_failed[];

void wali_signal_return();
}

namespace wali::host {

// What wali_syscall returns when a signal came before the kernel saw the call.
// No system call returns it.
inline constexpr int64_t syscall_interrupted = -0x10000;

} // namespace wali::host
