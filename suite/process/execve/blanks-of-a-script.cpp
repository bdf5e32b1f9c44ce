// In the first line of a script blanks before the interpreter, before its argument and at the
// end of the line mean nothing, and a NUL ends the argument.
// Covers: execve script, blanks
#include "wali/test.h"

namespace {

void report_run(const char *name, Text line) {
  setup::write_file("script", line);
  setup::chmod("script", 0700);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"zero", nullptr};
    blocked("execve", sys::execve("./script", argv, nullptr));
  });
  pipe.write.reset();
  report(name, setup::read_all(pipe.read));
  report("child", child.wait());
}

} // namespace

void test() {
  report_run("before the interpreter", "#! \t /bin/echo\n");
  report_run("behind the interpreter", "#!/bin/echo \t \n");
  report_run("around the argument", "#!/bin/echo \t one \t \n");
  report_run("without a newline", "#!/bin/echo one");
  report_run("NUL in the argument", {"#!/bin/echo one\0two\n", 20});
}
