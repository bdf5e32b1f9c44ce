// A file's times of modification and change are those of a write to its shared mapping once msync
// has returned, with MS_SYNC and with MS_ASYNC. Without a write they stay.
// Covers: msync st_mtime, st_ctime
// Covers: mmap MAP_SHARED, st_mtime
#include "suite/memory/mappings.h"

namespace {

// The clock that stamps files may be a tick behind, and so in the second before.
void report_times(const char *name, int64_t begin) {
  const struct stat status = setup::stat("file");
  report(label(name, ", modification compared with the clock at first"), compared(status.st_mtim.tv_sec, begin - 2));
  report(label(name, ", change compared with that before"), compared(status.st_ctim.tv_sec, begin - 2));
}

} // namespace

void test() {
  const int64_t begin = setup::now(CLOCK_REALTIME).tv_sec;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 2 * 4096);
  uint8_t *bytes = memory::view(file, 2 * 4096, MAP_SHARED);
  const timespec old[] = {{1000, 0}, {1000, 0}};
  setup::set_times("file", old);
  report("msync without a write", sys::msync(bytes, 2 * 4096, MS_SYNC));
  report("st_mtim", setup::stat("file").st_mtim);
  bytes[0] = 'w';
  report("MS_SYNC", sys::msync(bytes, 4096, MS_SYNC));
  report_times("MS_SYNC", begin);
  setup::set_times("file", old);
  bytes[4096] = 'w';
  report("MS_ASYNC", sys::msync(bytes + 4096, 4096, MS_ASYNC));
  report_times("MS_ASYNC", begin);
}
