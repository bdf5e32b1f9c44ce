// execve refuses a path and a vector of arguments at addresses without memory.
// Covers: execve EFAULT
#include "wali/test.h"

void test() {
  const char *const argv[] = {"x", nullptr};
  report("execve of a bad path", sys::execve(static_cast<const char *>(setup::bad_address()), argv, nullptr));
  const auto *vector = static_cast<const char *const *>(setup::bad_address());
  report("execve with a bad argv", sys::execve("/bin/sh", vector, nullptr));
}
