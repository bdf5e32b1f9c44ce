// One argument or variable may have 131,071 bytes and a NUL, and not one byte more.
// Covers: execve E2BIG, longest argument
#include "wali/test.h"

namespace {

WaitStatus run(const char *argument, const char *variable) {
  return setup::fork([=] {
           const char *const argv[] = {"true", argument, nullptr}, *const envp[] = {variable, nullptr};
           leave(static_cast<int>(-sys::execve("/bin/true", argv, envp).value));
         })
      .wait();
}

} // namespace

void test() {
  static char bytes[131073];
  __builtin_memset(bytes, 'x', 131072);
  report("argument of 131072 bytes", run(bytes, ""));
  report("variable of 131072 bytes", run("", bytes));
  bytes[131071] = '\0';
  report("argument of 131071 bytes", run(bytes, ""));
  report("variable of 131071 bytes", run("", bytes));
}
