// When the first line of a script names only an interpreter, the script's path is the first argument after the
// interpreter's name.
// Covers: execve script, argv
#include "wali/test.h"

void test() {
  setup::write_file("script", "#!/bin/echo\n");
  setup::chmod("script", 0700);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"zero", "one", "two", nullptr};
    blocked("execve", sys::execve("./script", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
