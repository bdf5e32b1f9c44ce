// If a process changes to a user who has RLIMIT_NPROC processes already, it cannot run a program
// until the limit is raised.
// Covers: execve EAGAIN
// REQUIRES: root
#include "wali/test.h"

namespace {

void become_another() { setup::require_zero("setresuid", sys::setresuid(54322, 54322, 54322)); }

} // namespace

void test() {
  auto &results = setup::shared<Result[2]>();
  Pipe ready = setup::pipe();
  Child other = setup::fork([&] {
    become_another();
    setup::write_all(ready.write, "x");
    for (;;)
      setup::sleep_ms(1000);
  });
  char byte;
  setup::require_count("read", sys::read(ready.read, &byte, 1), 1);
  Child child = setup::fork([&] {
    const char *const argv[] = {"true", nullptr};
    setup::limit(RLIMIT_NPROC, 0);
    become_another();
    for (Result &result : results)
      result = sys::execve("/bin/true", argv, nullptr);
    setup::limit(RLIMIT_NPROC, 1000);
    blocked("execve", sys::execve("/bin/true", argv, nullptr));
  });
  report("child with a higher limit", child.wait());
  for (Result result : results)
    report("execve with none allowed", result);
}
