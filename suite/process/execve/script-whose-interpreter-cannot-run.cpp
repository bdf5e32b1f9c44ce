// If the interpreter of a script cannot run, execve of the script fails with the error that says why.
// Covers: execve script, ENOENT, EACCES, ENOTDIR, ELOOP, ENOEXEC
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  setup::write_file("plain", "no program");
  setup::symlink("loop", "loop");
  setup::write_file("script", "");
  setup::chmod("script", 0700);
  for (const char *interpreter : {"missing", ".", "plain", "plain/x", "loop", "script", ""}) {
    setup::write_file("script", label("#!", interpreter, "\n").text());
    report(label("script for '", interpreter, "'"), sys::execve("script", argv, nullptr));
  }
}
