// After execve the thread has the name of the new program.
// Covers: execve name
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_zero("prctl", sys::prctl(PR_SET_NAME, reinterpret_cast<uintptr_t>("other"), 0, 0, 0));
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"third name", "/proc/self/comm", nullptr};
    blocked("execve", sys::execve("/bin/cat", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
