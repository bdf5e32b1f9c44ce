// The signal of an asynchronous descriptor goes to the process, the group or the thread that
// is its owner, and not to the process that set it.
// Covers: fcntl F_SETOWN, F_SETOWN_EX, F_OWNER_TID, F_OWNER_PID, F_OWNER_PGRP, O_ASYNC
#include "wali/test.h"

namespace {

// What becomes of a child in a group of its own that `own` makes the owner, once there is
// input: SIGIO kills it by default.
template <class Own> void show(const char *how, Own own) {
  Pipe pipe = setup::pipe(), ready = setup::pipe();
  setup::set_status_flags(pipe.read, O_ASYNC);
  Child child = setup::fork([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    setup::unblock(SIGIO);
    ready.write.reset();
    setup::sleep_ms(10000); // for an engine that sends it nothing
    return 1;
  });
  ready.write.reset();
  setup::read_all(ready.read);
  report(how, own(int{pipe.read}, child.pid()));
  setup::write_all(pipe.write, "!");
  report("child", child.wait());
}

Result set_owner(int fd, int type, int id) {
  f_owner_ex owner = {type, id};
  return sys::fcntl(fd, F_SETOWN_EX, reinterpret_cast<uintptr_t>(&owner));
}

} // namespace

void test() {
  setup::block(SIGIO);
  show("F_SETOWN of a process", [](int fd, int pid) { return sys::fcntl(fd, F_SETOWN, static_cast<uint32_t>(pid)); });
  show("F_SETOWN of a group", [](int fd, int pid) { return sys::fcntl(fd, F_SETOWN, static_cast<uint32_t>(-pid)); });
  show("F_OWNER_PID", [](int fd, int pid) { return set_owner(fd, F_OWNER_PID, pid); });
  show("F_OWNER_PGRP", [](int fd, int pid) { return set_owner(fd, F_OWNER_PGRP, pid); });
  show("F_OWNER_TID", [](int fd, int pid) { return set_owner(fd, F_OWNER_TID, pid); });
  report("pending here", setup::pending_signals());
}
