// Families without pairs, unknown types and bad addresses are refused, and no
// descriptor is left over.
// Covers: socketpair EAFNOSUPPORT, EOPNOTSUPP, EPROTONOSUPPORT, EINVAL, EFAULT, EMFILE, SOCK_CLOEXEC, SOCK_NONBLOCK
#include "wali/test.h"

void test() {
  Guarded<int[2]> ends;
  report("unknown flag", sys::socketpair(AF_UNIX, SOCK_STREAM | 0x100, 0, *&ends));
  report_poison("array", ends);
  report("AF_INET", sys::socketpair(AF_INET, SOCK_STREAM, 0, *&ends));
  report("family 99", sys::socketpair(99, SOCK_STREAM, 0, *&ends));
  report("protocol 9", sys::socketpair(AF_UNIX, SOCK_STREAM, 9, *&ends));
  report("bad array", sys::socketpair(AF_UNIX, SOCK_STREAM, 0, static_cast<int *>(setup::bad_address())));
  report("with flags", sys::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, *&ends));
  report("descriptors", label((*ends)[0], " and ", (*ends)[1]));
  report("flags of the second", setup::descriptor_flags((*ends)[1]));
  report("status flags", setup::status_flags((*ends)[1]));
  {
    setup::on_signal(SIGUSR2, [](int) {});
    Interrupter interrupter(SIGUSR2); // a wait that should be none ends
    char byte;
    report("read of nothing", sys::read((*ends)[1], &byte, 1));
  }
  setup::limit(RLIMIT_NOFILE, 6);
  ends.fill();
  report("room for one only", sys::socketpair(AF_UNIX, SOCK_STREAM, 0, *&ends));
  report_poison("array", ends);
  report("that one", sys::dup(0));
}
