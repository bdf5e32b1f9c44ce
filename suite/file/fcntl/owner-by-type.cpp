// F_SETOWN_EX and F_GETOWN_EX distinguish threads, processes and process groups. F_GETOWN_EX writes only the eight
// bytes of the structure.
// Covers: fcntl F_SETOWN_EX, F_GETOWN_EX, EINVAL, ESRCH, layout
#include "wali/test.h"

namespace {

// Sets the owner of `fd` and shows who is it then.
void show(int fd, const char *name, int type, int id) {
  f_owner_ex owner = {type, id};
  report(label("F_SETOWN_EX: ", name), sys::fcntl(fd, F_SETOWN_EX, reinterpret_cast<uintptr_t>(&owner)));
  owner = {-1, -1};
  setup::require_zero("fcntl", sys::fcntl(fd, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&owner)));
  report("owner", label(Choice{abi::sets::owner_type, owner.type}, " ", owner.pid));
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  Guarded<f_owner_ex> owner;
  report("F_GETOWN_EX of -1", sys::fcntl(-1, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&owner)));
  report_poison("owner", owner);
  report("F_GETOWN_EX", sys::fcntl(pipe.read, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&owner)));
  report("at first", *owner);
  report_walls("walls", owner);
  setup::in_child([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    const int pid = setup::require_pid("getpid", sys::getpid());
    report("leader of a group", pid);
    show(pipe.read, "thread", F_OWNER_TID, pid);
    show(pipe.read, "process", F_OWNER_PID, pid);
    show(pipe.read, "group", F_OWNER_PGRP, pid);
    show(pipe.read, "type 3", 3, pid);
    show(pipe.read, "unknown process", F_OWNER_PID, 0x3fffffff);
  });
}
