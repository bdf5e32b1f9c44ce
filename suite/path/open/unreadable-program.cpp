// A program that may be executed and not read is executed by its O_PATH descriptor in /proc/self/fd.
// Covers: open O_PATH, execve
// Covers: openat O_PATH, execve
// REQUIRES: user
#include "wali/test.h"

namespace {

void report_executed(const char *name, Result opened) {
  report(name, opened);
  Line path = label("/proc/self/fd/", opened.value);
  const char *const argv[] = {"sh", "-c", "exit 7", nullptr}, *const envp[] = {nullptr};
  report("child", setup::fork([&] { blocked("execve", sys::execve(path.c_str(), argv, envp)); }).wait());
}

} // namespace

void test() {
  static uint8_t bytes[1 << 16];
  {
    Fd source = setup::open("/bin/sh", O_RDONLY), copy = setup::open("program", O_WRONLY | O_CREAT);
    while (size_t count = setup::require_count("read", sys::read(source, bytes, sizeof(bytes)), sizeof(bytes)))
      setup::write_all(copy, {bytes, count});
  }
  setup::chmod("program", 0111);
  report("open for reading", sys::open("program", O_RDONLY, 0));
  report_executed("open", sys::open("program", O_PATH, 0));
  report_executed("openat", sys::openat(AT_FDCWD, "program", O_PATH, 0));
}
