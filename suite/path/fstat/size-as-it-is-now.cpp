// fstat returns the current size, even when another descriptor, another process or ftruncate has changed it.
// Covers: fstat st_size, after changes
#include "wali/test.h"

namespace {

void show(const char *name, int fd) {
  struct stat status = {};
  report(name, sys::fstat(fd, &status));
  report("st_size", status.st_size);
}

} // namespace

void test() {
  setup::write_file("file", "");
  const Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_WRONLY | O_APPEND);
  show("at first", file);
  setup::write_all(other, "12345");
  show("after a write by another descriptor", file);
  setup::fork([&] { setup::write_all(other, "678"); }).wait();
  show("after a write by a child", file);
  setup::require_zero("ftruncate", sys::ftruncate(other, 2));
  show("after ftruncate", file);
}
