// Record locks are advisory. Another process can write, read and truncate what is locked.
// Covers: fcntl F_SETLK, F_OFD_SETLK, advisory
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "0123456789");
  for (int command : {int{F_SETLK}, int{F_OFD_SETLK}}) {
    Fd file = setup::open("file", O_RDWR);
    report(label(Choice{abi::sets::fcntl_command, command}), locks::lock(file, command, locks::range(F_WRLCK, 0, 0)));
    setup::in_child([=] {
      Fd own = setup::open("file", O_RDWR);
      char byte = 0;
      report("in a child, a lock of its own", locks::lock(own, command, locks::range(F_WRLCK, 0, 0)));
      report("in a child, write", sys::write(own, "ab", 2));
      report("in a child, read", sys::read(own, &byte, 1));
      report("in a child, ftruncate", sys::ftruncate(own, 5));
    });
    report("contents", setup::read_file("file"));
  }
}
