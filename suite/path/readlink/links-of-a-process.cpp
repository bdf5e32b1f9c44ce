// The links cwd, root and exe of a process in /proc name its working directory, its root and its program.
// Covers: readlink /proc cwd, root, exe
#include "wali/test.h"

void test() {
  const auto inode = [](const char *path) {
    struct stat status = {};
    setup::require_zero("stat", sys::stat(path, &status));
    return status.st_ino;
  };
  setup::mkdir("directory");
  Pipe ready = setup::pipe(), end = setup::pipe();
  Child child = setup::fork([&] {
    setup::chdir("directory");
    setup::require_value("dup2", sys::dup2(end.read, 0), 0);
    setup::require_value("dup2", sys::dup2(ready.write, 1), 1);
    const char *const argv[] = {"sh", "-c", "echo; read end", nullptr}, *const envp[] = {nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, envp));
  });
  char byte;
  setup::require_value("read", sys::read(ready.read, &byte, 1), 1);
  for (const char *name : {"cwd", "root", "exe"}) {
    char target[257] = {};
    report(name, sys::readlink(label("/proc/", child.pid(), "/", name).c_str(), target, 256));
    report("what it names", inode(target));
  }
  for (const char *path : {"directory", "/", "/bin/sh"})
    report(path, inode(path));
  setup::write_all(end.write, "\n");
  report("child", child.wait());
}
