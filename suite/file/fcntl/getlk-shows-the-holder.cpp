// F_GETLK gives type, range and process of the lock in the way, its range counted
// from the start of the file and beyond 4 GiB, and writes nothing beside the structure.
// Covers: fcntl F_GETLK, l_pid, range beyond 4 GiB, layout
#include "wali/test.h"

namespace {

struct flock range(int type, int64_t start, int64_t length, int whence = SEEK_SET) {
  struct flock lock = {};
  lock.l_type = static_cast<int16_t>(type);
  lock.l_whence = static_cast<int16_t>(whence);
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

Result lock(int fd, int command, struct flock region) {
  return sys::fcntl(fd, command, reinterpret_cast<uintptr_t>(&region));
}

// A child that has done `body` and lives until `done` is closed.
template <class Body>
Child holding(Pipe &done, Body body) {
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    done.write.reset();
    body();
    ready.write.reset();
    setup::read_all(done.read);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  return child;
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  constexpr int64_t start = (int64_t{5} << 32) + 17, length = int64_t{6} << 32;
  Pipe done = setup::pipe();
  Child child = holding(done, [&] { setup::require("fcntl", lock(file, F_SETLK, range(F_WRLCK, start, length))); });
  Guarded<struct flock> found;
  *found = range(F_RDLCK, 3, 0, SEEK_CUR);
  found->l_pid = -3;
  report("F_GETLK", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report_walls("walls", found);
  report("l_type", Choice{abi::sets::lock_type, found->l_type});
  report("l_whence", Choice{abi::sets::seek_whence, found->l_whence});
  report("l_start", found->l_start);
  report("l_len", found->l_len);
  report("l_pid against the child's", compared(found->l_pid, child.pid()));
  *found = range(F_RDLCK, start + length, 5);
  report("F_GETLK behind it", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("l_type", Choice{abi::sets::lock_type, found->l_type});
}
