// Linux reads 255 bytes of a script's first line, with "#!", and ignores what follows. If the interpreter's name does
// not end there, the script has no format.
// Covers: execve script, length of the first line, ENOEXEC
#include "wali/test.h"

void test() {
  static char line[600] = "#!/bin/echo ";
  __builtin_memset(line + 12, 'x', 400);
  line[412] = '\n';
  setup::write_file("script", {line, 413});
  setup::chmod("script", 0700);
  __builtin_memset(line + 2, '/', 400);
  setup::write_file("long-name", {line, 413});
  setup::chmod("long-name", 0700);
  const char *const argv[] = {"zero", nullptr};
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    blocked("execve", sys::execve("./script", argv, nullptr));
  });
  pipe.write.reset();
  report("length of the output", setup::read_all(pipe.read).size);
  report("child", child.wait());
  report("interpreter's name of 400 bytes", sys::execve("long-name", argv, nullptr));
}
