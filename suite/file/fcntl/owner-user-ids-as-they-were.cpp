// F_GETOWNER_UIDS gives the real and effective user ids that a process had when it set the owner, also
// to another process.
// Covers: fcntl F_GETOWNER_UIDS, another process
// REQUIRES: root
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  const auto owner = static_cast<uint32_t>(sys::getpid().pid());
  setup::in_child([&] {
    setup::require_zero("setresuid", sys::setresuid(1001, 1002, 0));
    report("in a child, F_SETOWN", sys::fcntl(pipe.read, F_SETOWN, owner));
    setup::require_zero("setresuid", sys::setresuid(-1, 0, -1));
  });
  Guarded<uint32_t[2]> ids;
  report("F_GETOWNER_UIDS", sys::fcntl(pipe.read, F_GETOWNER_UIDS, reinterpret_cast<uintptr_t>(&ids)));
  report("real id", (*ids)[0]);
  report("effective id", (*ids)[1]);
}
