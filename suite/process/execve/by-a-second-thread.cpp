// execve by any thread ends all other threads. The new program has the process's id, and its end is
// the process's end.
// Covers: execve threads
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  static int output;
  output = pipe.write;
  Child child = setup::fork([&] {
    Thread other([](void *) {
      setup::require_value("dup3", sys::dup3(output, 1, 0), 1);
      const char *const argv[] = {"sh", "-c", "echo $$; grep Threads /proc/$$/status; exit 9", nullptr};
      blocked("execve", sys::execve("/bin/sh", argv, nullptr));
    });
    setup::sleep_ms(100000);
    return 1;
  });
  pipe.write.reset();
  report("fork", child.pid());
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
