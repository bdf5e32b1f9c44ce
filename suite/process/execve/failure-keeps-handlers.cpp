// After an execve that fails a handler runs as before, and an ignored signal does nothing.
// Covers: execve failure, signal actions
#include "wali/test.h"

namespace {

int runs;

} // namespace

void test() {
  setup::write_file("no-program", "no program");
  setup::chmod("no-program", 0700);
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::set_disposition(SIGHUP, SIG_IGN);
  const char *const argv[] = {"x", nullptr};
  for (const char *path : {"missing", "no-program"})
    for (int signo : {SIGUSR2, SIGHUP})
      report(label(path, " and ", Signal{signo}), setup::fork([=] {
                                                    sys::execve(path, argv, nullptr);
                                                    sys::kill(sys::getpid().pid(), signo);
                                                    return 10 + runs;
                                                  }).wait());
}
