// An execve that fails leaves the caller as it was: descriptors with FD_CLOEXEC, handlers, a
// timer, the name and the other threads.
// Covers: execve failure
#include "wali/test.h"

namespace {

Event end;

void report_failure(const char *path) {
  const char *const argv[] = {"x", nullptr};
  report(label("execve of ", path), sys::execve(path, argv, argv));
}

} // namespace

void test() {
  setup::write_file("no-program", "no program");
  setup::chmod("no-program", 0700);
  setup::write_file("script", "#!missing\n");
  setup::chmod("script", 0700);
  Fd file = setup::open("no-program", O_RDONLY | O_CLOEXEC);
  setup::on_signal(SIGUSR2, [](int) {}, SA_RESTART);
  setup::require_zero("prctl", sys::prctl(PR_SET_NAME, reinterpret_cast<uintptr_t>("the caller"), 0, 0, 0));
  Thread other([](void *) { end.wait(); });
  const itimerval timer = {{7, 0}, {1000, 0}}, stop = {};
  itimerval left = {};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &timer, nullptr));
  for (const char *path : {"missing", "no-program", "script"})
    report_failure(path);
  report("descriptor's flags", setup::descriptor_flags(file));
  k_sigaction action = {};
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, &action, 8));
  report("action", action);
  report("setitimer", sys::setitimer(ITIMER_REAL, &stop, &left));
  report("interval", left.it_interval);
  report("seconds left, compared with 500", compared(left.it_value.tv_sec, int64_t{500}));
  report("name", setup::read_file("/proc/thread-self/comm"));
  report("tkill of the other thread with 0", sys::tkill(other.tid(), 0));
  end.set();
}
