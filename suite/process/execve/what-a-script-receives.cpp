// A script's interpreter gets its own name, the rest of the script's first line as one argument,
// the script's path, and the caller's arguments from the second on.
// Covers: execve script, argv
#include "wali/test.h"

void test() {
  setup::write_file("script", "#! /usr/bin/printf  <%s> and \n");
  setup::chmod("script", 0700);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"zero", "one two", "", "three", nullptr};
    blocked("execve", sys::execve("./script", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
