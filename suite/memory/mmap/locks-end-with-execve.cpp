// Memory is no longer locked in the program that execve starts.
// Covers: mmap MAP_LOCKED, execve
// Covers: execve memory locks
#include "suite/memory/mappings.h"

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    memory::map_locked(4 * 4096);
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"sed", "-n", "s/^VmLck:[[:blank:]]*//p", "/proc/self/status", nullptr};
    blocked("execve", sys::execve("/bin/sed", argv, nullptr));
  });
  pipe.write.reset();
  report("locked", setup::read_all(pipe.read));
  report("child", child.wait());
}
