// How a native signal handler reads and changes the state of the code that it
// interrupted. All functions are async-signal-safe.
#pragma once

#include <ucontext.h>

#include <cerrno>
#include <cstdint>

#include "runners/host/running/assembly.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {

inline uint64_t register_of(const ucontext_t &context, int name) {
  return static_cast<uint64_t>(context.uc_mcontext.gregs[name]);
}

// Sets where the interrupted code continues when the handler returns.
inline void resume_at(ucontext_t &context, const char *place) {
  context.uc_mcontext.gregs[REG_RIP] = static_cast<greg_t>(raw_pointer(place));
}

// The signal mask that is restored when the handler returns.
inline SignalSet &mask_of(ucontext_t &context) {
  return reinterpret_cast<SignalSet &>(context.uc_sigmask); // the kernel's 8 bytes
}

// Whether this signal ended a system call of the guest with -EINTR.
inline bool has_interrupted_call(const ucontext_t &context) {
  return register_of(context, REG_RIP) == raw_pointer(wali_syscall_end) &&
         register_of(context, REG_RAX) == static_cast<uint64_t>(-EINTR);
}

// If the guest's system call has not reached the kernel yet, cancels it.
inline void leave_call(ucontext_t &context) {
  const uint64_t pc = register_of(context, REG_RIP);
  if (pc >= raw_pointer(wali_syscall_begin) && pc <= raw_pointer(wali_syscall_instruction))
    resume_at(context, wali_syscall_interrupted);
}

} // namespace wali::host
