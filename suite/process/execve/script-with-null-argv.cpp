// A script that is executed without any argument still gets its path.
// Covers: execve script, NULL argv
#include "wali/test.h"

void test() {
  setup::write_file("script", "#!/bin/echo one\n");
  setup::chmod("script", 0700);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    blocked("execve", sys::execve("./script", nullptr, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
