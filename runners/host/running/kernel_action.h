// A signal's action in the layout of the kernel's rt_sigaction. glibc's sigaction has
// another layout, and reserves two signals that belong to the guest here.
#pragma once

#include <signal.h>

#include <cstdint>

#include "runners/host/running/assembly.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {

struct KernelAction {
  static constexpr uintptr_t ignore = 1; // SIG_IGN; SIG_DFL is 0

  uintptr_t handler = 0;
  uint64_t flags = 0;
  uintptr_t restorer = 0;
  SignalSet mask = 0;

  // SA_RESTORER, for which glibc has no name.
  static constexpr uint64_t has_restorer = 0x04000000;

  static KernelAction of_handler(void (*handler)(int, siginfo_t *, void *), uint64_t flags,
                                 SignalSet mask = 0) {
    return {.handler = reinterpret_cast<uintptr_t>(handler),
            .flags = flags | SA_SIGINFO | has_restorer,
            .restorer = reinterpret_cast<uintptr_t>(wali_signal_return),
            .mask = mask};
  }
};

// rt_sigaction. Either pointer may be null. Returns 0 or -errno.
inline int64_t kernel_sigaction(int signo, const KernelAction *action, KernelAction *old) {
  return raw_syscall(SYS_rt_sigaction, static_cast<uint64_t>(signo), raw_pointer(action),
                     raw_pointer(old), sizeof(SignalSet));
}

inline bool is_natively_ignored(int signo) {
  KernelAction native;
  kernel_sigaction(signo, nullptr, &native);
  return native.handler == KernelAction::ignore;
}

} // namespace wali::host
