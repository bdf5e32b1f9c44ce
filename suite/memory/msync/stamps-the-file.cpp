// A file's times of modification and change are those of a write to its shared mapping once msync
// has returned, with MS_SYNC and with MS_ASYNC. Without a write they stay.
// Covers: msync st_mtime, st_ctime
// Covers: mmap MAP_SHARED, st_mtime
#include "suite/memory/mappings.h"

namespace {

// The time of the last change, once what changes gets a later one.
timespec last_change() {
  const timespec changed = setup::stat("file").st_ctim;
  setup::wait_past(changed);
  return changed;
}

void report_times(const char *name, timespec before) {
  const struct stat status = setup::stat("file");
  report(label(name, ", modification compared with the change before"), compared(status.st_mtim, before));
  report(label(name, ", change compared with that before"), compared(status.st_ctim, before));
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 2 * 4096);
  uint8_t *bytes = memory::view(file, 2 * 4096, MAP_SHARED);
  const timespec old[] = {{1000, 0}, {1000, 0}};
  setup::set_times("file", old);
  report("msync without a write", sys::msync(bytes, 2 * 4096, MS_SYNC));
  report("st_mtim", setup::stat("file").st_mtim);
  timespec before = last_change();
  bytes[0] = 'w';
  report("MS_SYNC", sys::msync(bytes, 4096, MS_SYNC));
  report_times("MS_SYNC", before);
  setup::set_times("file", old);
  before = last_change();
  bytes[4096] = 'w';
  report("MS_ASYNC", sys::msync(bytes + 4096, 4096, MS_ASYNC));
  report_times("MS_ASYNC", before);
}
