// A child does not inherit a request for notifications of a directory: it gets no signal, and
// when it closes the descriptor, its parent's request stays.
// Covers: fork F_NOTIFY
// Covers: fcntl F_NOTIFY, fork
#include "wali/test.h"

void test() {
  constexpr uint64_t create = 4, multishot = 0x80000000; // DN_CREATE and DN_MULTISHOT of linux/fcntl.h
  setup::block(SIGIO);
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  report("F_NOTIFY", sys::fcntl(directory, F_NOTIFY, create | multishot));
  setup::in_child([&] {
    setup::write_file("by-the-child", "");
    report("pending in the child", setup::pending_signals());
    report("close in the child", sys::close(directory));
  });
  report("pending in the parent", setup::pending_signals());
  setup::on_signal(SIGIO, [](int) {});
  setup::unblock(SIGIO);
  setup::block(SIGIO);
  report("pending when it has been taken", setup::pending_signals());
  setup::write_file("by-the-parent", "");
  report("pending after another file", setup::pending_signals());
}
