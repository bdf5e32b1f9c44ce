// Parent and child share an open file's signal-driven I/O: its owner and its signal, whichever
// of them sets them.
// Covers: fork F_SETOWN, F_SETSIG
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  report("getpid", sys::getpid());
  report("F_SETOWN", sys::fcntl(pipe.read, F_SETOWN, static_cast<uint64_t>(sys::getpid().value)));
  setup::in_child([&] {
    report("F_GETOWN in a child", sys::fcntl(pipe.read, F_GETOWN, 0));
    report("getpid in the child", sys::getpid());
    report("F_SETOWN in the child", sys::fcntl(pipe.read, F_SETOWN, static_cast<uint64_t>(sys::getpid().value)));
    report("F_SETSIG in the child", sys::fcntl(pipe.read, F_SETSIG, SIGUSR2));
    setup::in_child([&] { report("F_GETOWN in a grandchild", sys::fcntl(pipe.read, F_GETOWN, 0)); });
  });
  report("F_GETSIG", sys::fcntl(pipe.read, F_GETSIG, 0));
}
