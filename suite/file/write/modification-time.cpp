// What changes a file moves its time of modification to now, an ftruncate to the
// size that it has included; a write of nothing and a read do not.
// Covers: write st_mtime
// Covers: pwrite64 st_mtime
// Covers: writev st_mtime
// Covers: ftruncate st_mtime
#include "wali/test.h"

namespace {

constexpr int64_t old = 1000;

// Shows what a call gave and how the time then compares with the old one, to which
// it sets it again.
void show(const char *call, Result result) {
  report(call, result);
  report("time against the old one", compared(setup::stat("file").st_mtim.tv_sec, old));
  const timespec times[] = {{old, 0}, {old, 0}};
  setup::set_times("file", times);
}

} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  char byte[] = "x";
  const iovec vector[] = {{byte, 1}};
  const timespec times[] = {{old, 0}, {old, 0}};
  setup::set_times("file", times);
  show("write of nothing", sys::write(file, byte, 0));
  show("write", sys::write(file, byte, 1));
  show("pwrite64", sys::pwrite64(file, byte, 1, 5));
  show("writev", sys::writev(file, vector, 1));
  show("read", sys::read(file, byte, 1));
  show("ftruncate", sys::ftruncate(file, 7));
  show("ftruncate to the same size", sys::ftruncate(file, 7));
}
