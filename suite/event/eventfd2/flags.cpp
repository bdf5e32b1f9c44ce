// EFD_CLOEXEC and EFD_NONBLOCK are the descriptor's flags; unknown ones are refused.
// Covers: eventfd2 EFD_CLOEXEC, EFD_NONBLOCK, EINVAL
#include "wali/test.h"

void test() {
  for (int flags : {0, EFD_CLOEXEC, EFD_NONBLOCK, EFD_CLOEXEC | EFD_NONBLOCK}) {
    Fd counter(static_cast<int>(setup::require("eventfd2", sys::eventfd2(0, flags))));
    Line which = label(Flags{abi::sets::eventfd_flags, static_cast<uint64_t>(flags)});
    report(label(which.text(), ": close on exec"), setup::descriptor_flags(counter));
    report(label(which.text(), ": status flags"),
           Flags{abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(counter, F_GETFL, 0).value)});
  }
  report("unknown flag", sys::eventfd2(0, 2));
}
