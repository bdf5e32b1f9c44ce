// A process that executes a script is named after the script, and not after its interpreter, in
// at most 15 bytes.
// Covers: execve name, script
#include "wali/test.h"

void test() {
  setup::write_file("a-script-of-some-length", "#!/bin/cat /proc/self/comm\n");
  setup::chmod("a-script-of-some-length", 0700);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"zero", nullptr};
    blocked("execve", sys::execve("./a-script-of-some-length", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
