// F_GETOWNER_UIDS gives the real and effective user ids of the process that set the owner.
// Covers: fcntl F_GETOWNER_UIDS
#include "wali/test.h"

void test() {
  report("getuid", sys::getuid());
  report("geteuid", sys::geteuid());
  Pipe pipe = setup::pipe();
  setup::require_zero("fcntl", sys::fcntl(pipe.read, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  Guarded<uint32_t[2]> ids;
  report("F_GETOWNER_UIDS", sys::fcntl(pipe.read, F_GETOWNER_UIDS, reinterpret_cast<uintptr_t>(&ids)));
  report_walls("walls", ids);
  report("real id", (*ids)[0]);
  report("effective id", (*ids)[1]);
  report("at a bad address", sys::fcntl(pipe.read, F_GETOWNER_UIDS, reinterpret_cast<uintptr_t>(setup::bad_address())));
}
