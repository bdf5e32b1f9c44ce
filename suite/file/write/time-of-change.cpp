// Each call that changes a file sets its time of change as well. A write of nothing and a read do not.
// Covers: write st_ctime
// Covers: pwrite64 st_ctime
// Covers: writev st_ctime
// Covers: ftruncate st_ctime
#include "wali/test.h"

namespace {

// Makes a call once what changes gets a later time, and shows how the time of change then
// compares with that before.
template <class Call> void show_later(const char *name, Call call) {
  const timespec before = setup::stat("file").st_ctim;
  setup::wait_past(before);
  report(name, call());
  report("st_ctim compared with that before", compared(setup::stat("file").st_ctim, before));
}

} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  char byte[] = "x";
  const iovec vector[] = {{byte, 1}};
  const timespec first = setup::stat("file").st_ctim;
  report("st_ctim", first);
  setup::wait_past(first);
  report("write of nothing", sys::write(file, byte, 0));
  report("read", sys::read(file, byte, 1));
  report("st_ctim", setup::stat("file").st_ctim);
  show_later("write", [&] { return sys::write(file, byte, 1); });
  show_later("pwrite64", [&] { return sys::pwrite64(file, byte, 1, 5); });
  show_later("writev", [&] { return sys::writev(file, vector, 1); });
  show_later("ftruncate", [&] { return sys::ftruncate(file, 7); });
}
