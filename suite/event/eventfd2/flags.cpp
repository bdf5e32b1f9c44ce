// eventfd2 gives the lowest free descriptor, with the flags EFD_CLOEXEC and EFD_NONBLOCK as
// asked for. It refuses unknown flags.
// Covers: eventfd2 EFD_CLOEXEC, EFD_NONBLOCK, EINVAL, EMFILE
#include "wali/test.h"

void test() {
  report("lowest free number", setup::lowest_free_descriptor());
  for (int flags : {0, EFD_CLOEXEC, EFD_NONBLOCK, EFD_CLOEXEC | EFD_NONBLOCK}) {
    Fd counter(sys::eventfd2(0, flags).fd());
    Line which = label(Flags{abi::sets::eventfd_flags, static_cast<uint64_t>(flags)});
    report(which, static_cast<int>(counter));
    report(label(which.text(), ": close on exec"), setup::descriptor_flags(counter));
    report(label(which.text(), ": status flags"), setup::status_flags(counter));
  }
  report("unknown flag", sys::eventfd2(0, 2));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(setup::lowest_free_descriptor()));
  report("no descriptor left", sys::eventfd2(0, 0));
}
