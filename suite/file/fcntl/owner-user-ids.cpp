// F_GETOWNER_UIDS gives the real and effective user ids of who named the owner.
// Covers: fcntl F_GETOWNER_UIDS
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::require_zero("fcntl", sys::fcntl(pipe.read, F_SETOWN, static_cast<uint32_t>(sys::getpid().pid())));
  Guarded<uint32_t[2]> ids;
  report("F_GETOWNER_UIDS", sys::fcntl(pipe.read, F_GETOWNER_UIDS, reinterpret_cast<uintptr_t>(&ids)));
  report_walls("walls", ids);
  report("real id against getuid", compared(int64_t{(*ids)[0]}, sys::getuid().value));
  report("effective id against geteuid", compared(int64_t{(*ids)[1]}, sys::geteuid().value));
  report("at a bad address", sys::fcntl(pipe.read, F_GETOWNER_UIDS, reinterpret_cast<uintptr_t>(setup::bad_address())));
}
