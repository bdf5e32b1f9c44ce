// The program's file is what /proc shows as exe, and by that link it can be executed again.
// Covers: execve /proc/self/exe
#include "wali/test.h"

void test() {
  const char *const argv[] = {"sh", "-c", "[ /proc/$$/exe -ef /bin/sh ] && exec /proc/$$/exe -c 'exit 7'", nullptr};
  report("child", setup::fork([&] { blocked("execve", sys::execve("/bin/sh", argv, nullptr)); }).wait());
}
