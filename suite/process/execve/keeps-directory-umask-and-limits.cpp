// The working directory, the umask and the resource limits stay across execve.
// Covers: execve working directory, umask, limits
// Covers: chdir execve
// Covers: umask execve
// Covers: setrlimit execve
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/here", "yes");
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::chdir("directory");
    sys::umask(0135);
    setup::limit(RLIMIT_NOFILE, 77);
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c", "ls; umask; ulimit -S -n", nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, nullptr));
  });
  pipe.write.reset();
  report("output", setup::read_all(pipe.read));
  report("child", child.wait());
}
