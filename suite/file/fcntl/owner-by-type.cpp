// F_SETOWN_EX and F_GETOWN_EX tell threads, processes and groups apart; the
// structure of eight bytes is all that is written.
// Covers: fcntl F_SETOWN_EX, F_GETOWN_EX, EINVAL, ESRCH, layout
#include "wali/test.h"

void test() {
  struct Seen {
    f_owner_ex owners[4];
    int64_t results[5];
    int pid;
  };
  Seen &shown = setup::shared<Seen>();
  Pipe pipe = setup::pipe();
  Guarded<f_owner_ex> owner;
  report("F_GETOWN_EX of -1", sys::fcntl(-1, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&owner)));
  report_poison("owner", owner);
  report("F_GETOWN_EX", sys::fcntl(pipe.read, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&owner)));
  report("at first", *owner);
  report_walls("walls", owner);
  Child child = setup::fork([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    shown.pid = sys::getpid().pid();
    auto set = [&](int type, int id) {
      f_owner_ex wanted = {type, id};
      return sys::fcntl(pipe.read, F_SETOWN_EX, reinterpret_cast<uintptr_t>(&wanted)).value;
    };
    const int types[] = {F_OWNER_TID, F_OWNER_PID, F_OWNER_PGRP};
    for (int i = 0; i < 3; ++i) {
      shown.results[i] = set(types[i], shown.pid);
      setup::require_zero("fcntl", sys::fcntl(pipe.read, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&shown.owners[i])));
    }
    shown.results[3] = set(3, shown.pid);
    shown.results[4] = set(F_OWNER_PID, 0x3fffffff);
    setup::require_zero("fcntl", sys::fcntl(pipe.read, F_GETOWN_EX, reinterpret_cast<uintptr_t>(&shown.owners[3])));
  });
  report("child", child.wait());
  for (int i = 0; i < 4; ++i) {
    report("F_SETOWN_EX", Result{shown.results[i]});
    report("type", Choice{abi::sets::owner_type, shown.owners[i].type});
    report("id against the child's", compared(shown.owners[i].pid, shown.pid));
  }
  report("F_SETOWN_EX of an unknown id", Result{shown.results[4]});
}
