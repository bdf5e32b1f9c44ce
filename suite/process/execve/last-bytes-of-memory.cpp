// The path, the vectors and the strings in them may end with the last byte of
// memory.
// Covers: execve last bytes
#include "wali/test.h"

namespace {

// What comes out of env, run by `run` in a child.
template <class Run> void report_output(const char *name, Run run) {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    blocked("execve", run());
  });
  pipe.write.reset();
  report(name, setup::read_all(pipe.read));
  report("child", child.wait());
}

const char *const *at_the_end(const char *string) {
  auto **vector = reinterpret_cast<const char **>(setup::last_bytes(2 * sizeof(const char *)));
  vector[0] = string;
  vector[1] = nullptr;
  return vector;
}

} // namespace

void test() {
  const char *const argv[] = {"env", nullptr}, *const envp[] = {"A=1", nullptr};
  report_output("path", [&] { return sys::execve(setup::at_the_end("/usr/bin/env"), argv, envp); });
  report_output("argv", [&] { return sys::execve("/usr/bin/env", at_the_end("env"), envp); });
  report_output("envp", [&] { return sys::execve("/usr/bin/env", argv, at_the_end("B=2")); });
  report_output("variable", [&] {
    const char *const last[] = {setup::at_the_end("C=3"), nullptr};
    return sys::execve("/usr/bin/env", argv, last);
  });
}
