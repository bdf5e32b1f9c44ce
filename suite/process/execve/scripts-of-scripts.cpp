// The interpreter of a script may be a script itself, and so on, four times. Each puts its own
// path and argument before those of the one that it interprets.
// Covers: execve script, recursion, ELOOP
#include "wali/test.h"

void test() {
  Line interpreter = label("/bin/echo");
  for (int i = 0; i < 6; ++i) {
    Line name = label("script-", i);
    setup::write_file(name.c_str(), label("#!", interpreter.text(), " of-", i, "\n").text());
    setup::chmod(name.c_str(), 0700);
    interpreter = name;
  }
  const char *const argv[] = {"zero", "one", nullptr};
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    blocked("execve", sys::execve("script-4", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
  report("one script more", sys::execve("script-5", argv, nullptr));
}
