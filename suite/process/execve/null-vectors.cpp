// Linux takes NULL for argv or envp as an empty list. The program starts.
// Covers: execve NULL argv, NULL envp
#include "wali/test.h"

namespace {

void run(const char *name, const char *const *argv, const char *const *envp) {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    blocked("execve", sys::execve("/usr/bin/env", argv, envp));
  });
  pipe.write.reset();
  report(label(name, ", environment"), setup::read_all(pipe.read));
  report(label(name, ", child"), child.wait());
}

} // namespace

void test() {
  const char *const argv[] = {"/usr/bin/env", nullptr}, *const envp[] = {"ONLY=this", nullptr};
  run("argv NULL", nullptr, envp);
  run("envp NULL", argv, nullptr);
}
