// A program or interpreter in a directory that the caller may not search cannot be run, even if its
// own mode allows everybody to run it.
// Covers: execve EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  setup::mkdir("closed");
  setup::write_file("closed/script", "#!/bin/sh\nexit 7\n");
  setup::chmod("closed/script", 0777);
  setup::write_file("open", "#!closed/script\n");
  setup::chmod("open", 0777);
  setup::chmod("closed", 0600);
  report("program", sys::execve("closed/script", argv, nullptr));
  report("interpreter", sys::execve("open", argv, nullptr));
  setup::chmod("closed", 0700);
  report("child", setup::fork([&] { blocked("execve", sys::execve("open", argv, nullptr)); }).wait());
}
