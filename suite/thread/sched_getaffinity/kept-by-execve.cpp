// The processors of a process stay as they were when it executes a program.
// Covers: sched_getaffinity execve
#include "suite/thread/sched_getaffinity/pinned.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  const uint64_t lowest = lowest_processor();
  report("the lowest processor's number", __builtin_ctzll(lowest));
  Child child = setup::fork([&] {
    pin(sys::gettid().pid(), lowest);
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"grep", "Cpus_allowed_list", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, nullptr));
  });
  pipe.write.reset();
  report("those of the executed program", setup::read_all(pipe.read));
}
