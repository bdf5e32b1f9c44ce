// NULL for argv or envp is an empty list to Linux: the program starts, without
// environment.
// Covers: execve NULL argv, NULL envp
#include "wali/test.h"

void test() {
  for (int which : {0, 1}) {
    Pipe pipe = setup::pipe(O_CLOEXEC);
    const char *const argv[] = {"/usr/bin/env", nullptr};
    const char *const envp[] = {"ONLY=this", nullptr};
    Child child = setup::fork([&] {
      setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
      sys::execve("/usr/bin/env", which ? argv : nullptr, which ? nullptr : envp);
    });
    pipe.write.reset();
    report(which ? "environment NULL" : "arguments NULL", setup::read_all(pipe.read));
    report("child", child.wait());
  }
}
