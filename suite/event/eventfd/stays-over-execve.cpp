// A counter and its value stay open over execve, and the new program adds to it by the same number. With EFD_CLOEXEC,
// eventfd2 makes one that is closed.
// Covers: eventfd execve
// Covers: eventfd2 execve, EFD_CLOEXEC
#include "wali/test.h"

namespace {

// What a program finds that is executed with `counter` at hand, and what is in the counter afterwards.
void report_over_execve(const char *name, Result made) {
  report(name, made);
  Fd counter(made.fd());
  setup::set_status_flags(counter, O_NONBLOCK);
  const Line command =
      label("[ -e /proc/$$/fd/", made.value, " ] && printf '\\005\\000\\000\\000\\000\\000\\000\\000' >&", made.value);
  Line text = command;
  const char *const argv[] = {"sh", "-c", text.c_str(), nullptr}, *const envp[] = {nullptr};
  report("child", setup::fork([&] { blocked("execve", sys::execve("/bin/sh", argv, envp)); }).wait());
  uint64_t value = 0;
  report("read", sys::read(counter, &value, 8));
  report("value", value);
}

} // namespace

void test() {
  report_over_execve("eventfd", sys::eventfd(2));
  report_over_execve("eventfd2", sys::eventfd2(2, 0));
  report_over_execve("eventfd2 with EFD_CLOEXEC", sys::eventfd2(2, EFD_CLOEXEC));
}
