// O_CLOEXEC sets the descriptors' flag only, O_NONBLOCK the open file's only.
// Covers: pipe2 O_CLOEXEC, O_NONBLOCK
#include "wali/test.h"

namespace {
Flags status_flags(int fd) {
  return {abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(fd, F_GETFL, 0).value)};
}

void show(const char *name, int flags) {
  int ends[2] = {-1, -1};
  report(name, sys::pipe2(ends, flags));
  report("reader", status_flags(ends[0]));
  report("writer", status_flags(ends[1]));
  report("reader's descriptor flags", setup::descriptor_flags(ends[0]));
  report("writer's descriptor flags", setup::descriptor_flags(ends[1]));
}
} // namespace

void test() {
  show("O_CLOEXEC", O_CLOEXEC);
  show("O_NONBLOCK", O_NONBLOCK);
}
