// execve runs the host's program with exactly the arguments and the environment that it is
// given.
// Covers: execve argv, envp
#include "wali/test.h"

namespace {

void report_output(const char *name, const char *path, const char *const *argv, const char *const *envp) {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    blocked("execve", sys::execve(path, argv, envp));
  });
  pipe.write.reset();
  report(label(name, ", output"), setup::read_all(pipe.read));
  report(label(name, ", status"), child.wait());
}

} // namespace

void test() {
  const char *const envp[] = {"A=alpha", "B=", nullptr};
  const char *const shell[] = {"sh", "-c", "echo \"$0/$1/$#/$A/$B\"; exit 9", "zero", "two words", "", nullptr};
  report_output("sh", "/bin/sh", shell, envp);
  const char *const files[] = {"cat", "/proc/self/environ", "/proc/self/cmdline", nullptr};
  report_output("cat", "/bin/cat", files, envp);
}
