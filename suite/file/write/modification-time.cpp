// Each call that changes a file sets its time of modification to now, and so does an ftruncate to the size that it
// has. A write of nothing and a read do not.
// Covers: write st_mtime
// Covers: pwrite64 st_mtime
// Covers: writev st_mtime
// Covers: ftruncate st_mtime
#include "wali/test.h"

namespace {

void make_old() {
  const timespec times[] = {{1000, 0}, {1000, 0}};
  setup::set_times("file", times);
}

// Shows what a call gave and the time that it left as it was.
void show_old(const char *call, Result result) {
  report(call, result);
  report("st_mtim", setup::stat("file").st_mtim);
}

// Shows what a call gave and between which times the file's is now; makes it old again.
// The clock that stamps files may be a tick behind, and so in the second before.
void show_now(const char *call, Result result) {
  static const int64_t begin = setup::now(CLOCK_REALTIME).tv_sec;
  report(call, result);
  const int64_t seconds = setup::stat("file").st_mtim.tv_sec;
  report("seconds compared with the clock at first", compared(seconds, begin - 2));
  report("seconds compared with the clock now", compared(seconds, setup::now(CLOCK_REALTIME).tv_sec + 1));
  make_old();
}

} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  char byte[] = "x";
  const iovec vector[] = {{byte, 1}};
  make_old();
  show_old("write of nothing", sys::write(file, byte, 0));
  show_old("read", sys::read(file, byte, 1));
  show_now("write", sys::write(file, byte, 1));
  show_now("pwrite64", sys::pwrite64(file, byte, 1, 5));
  show_now("writev", sys::writev(file, vector, 1));
  show_now("ftruncate", sys::ftruncate(file, 7));
  show_now("ftruncate to the same size", sys::ftruncate(file, 7));
}
