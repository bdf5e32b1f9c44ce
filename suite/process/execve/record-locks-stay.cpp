// A record lock stays across execve, as long as the descriptor stays open: the program
// that was executed holds it until it ends.
// Covers: execve record locks
// Covers: fcntl F_SETLK, execve
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  flock lock = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  Pipe executed = setup::pipe(O_CLOEXEC), end = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_zero("fcntl", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&lock)));
    setup::require_value("dup3", sys::dup3(end.read, 0, 0), 0);
    setup::require_value("dup3", sys::dup3(executed.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c", "echo; read -r line", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  char byte;
  setup::require_value("read", sys::read(executed.read, &byte, 1), 1);
  report("F_SETLK while the program runs", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&lock)));
  end.write.reset();
  report("child", child.wait());
  report("F_SETLK afterwards", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&lock)));
}
