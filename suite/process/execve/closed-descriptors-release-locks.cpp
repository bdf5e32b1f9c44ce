// When execve closes a descriptor that has FD_CLOEXEC, the process loses its record locks on that
// file.
// Covers: execve record locks, FD_CLOEXEC
// Covers: fcntl F_SETLK, execve, FD_CLOEXEC
#include "wali/test.h"

void test() {
  flock lock = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  auto take = [&](int fd) { return sys::fcntl(fd, F_SETLK, reinterpret_cast<uintptr_t>(&lock)); };
  Pipe locked = setup::pipe(), go = setup::pipe(O_CLOEXEC), executed = setup::pipe(O_CLOEXEC),
       end = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR | O_CLOEXEC);
    setup::require_zero("fcntl", take(own));
    setup::write_all(locked.write, "x");
    char byte;
    setup::require_value("read", sys::read(go.read, &byte, 1), 1);
    setup::require_value("dup3", sys::dup3(end.read, 0, 0), 0);
    const char *const argv[] = {"cat", nullptr};
    blocked("execve", sys::execve("/bin/cat", argv, nullptr));
  });
  executed.write.reset();
  char byte;
  setup::require_value("read", sys::read(locked.read, &byte, 1), 1);
  report("F_SETLK before execve", take(file));
  setup::write_all(go.write, "x");
  report("read, when execve has closed the pipe", sys::read(executed.read, &byte, 1));
  report("F_SETLK while the program runs", take(file));
  end.write.reset();
  report("child", child.wait());
}
