// execve runs the host's program with exactly the arguments and environment
// given; descriptors without FD_CLOEXEC stay open across it.
// Covers: execve argv, envp
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c", "echo \"$0/$1/$#/$A/$B\"; exit 9", "zero", "two words", "", nullptr};
    const char *const envp[] = {"A=alpha", "B=", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, envp));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
