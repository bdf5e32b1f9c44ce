// Nothing is run from a mount without execution, whatever its permissions; neither is
// what stands there as interpreter.
// Covers: execve EACCES
// REQUIRES: root || ns-root, namespaces
#include "wali/test.h"

namespace {

const char *const argv[] = {"x", nullptr}, *const envp[] = {nullptr};

// By a host program: the calls have no mount.
void mount_without_execution(const char *path) {
  Child child = setup::fork([&] {
    const char *const mount[] = {"mount", "-n", "-o", "remount,bind,noexec,nosuid,nodev", path, nullptr};
    sys::execve("/bin/mount", mount, envp);
    sys::execve("/usr/bin/mount", mount, envp);
    return 127;
  });
  setup::require("mount", {child.wait().value ? -ENOENT : 0});
}

WaitStatus run(const char *path) {
  return setup::fork([=] { return sys::execve(path, argv, envp).value == -EACCES ? 13 : 99; }).wait();
}

} // namespace

void test() {
  Line there = label(setup::disk, "/script");
  setup::write_file(there.c_str(), "#!/bin/sh\nexit 7\n");
  setup::chmod(there.c_str(), 0777);
  setup::write_file("here", label("#!", there.text(), "\n").text());
  setup::chmod("here", 0777);
  report("before", run(there.c_str()));
  report("as interpreter", run("here"));
  mount_without_execution(setup::disk);
  report("without execution", sys::execve(there.c_str(), argv, envp));
  report("as interpreter", sys::execve("here", argv, envp));
}
