// machine names the hardware, as uname -m does on the host.
// Covers: uname machine
#include "wali/test.h"

void test() {
  Guarded<utsname> names;
  report("uname", sys::uname(&names));
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c", "uname -m", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  pipe.write.reset();
  const Text line = setup::read_all(pipe.read);
  report("machine", names->machine);
  report("bytes of the host's", line.size - 1);
  report("bytes of machine", Text(names->machine).size);
  report("bytes that differ", differing_bytes(names->machine, line.data, line.size - 1));
}
