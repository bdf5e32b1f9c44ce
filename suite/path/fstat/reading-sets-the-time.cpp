// A read of a file sets st_atim, and not st_mtim.
// Covers: fstat st_atim
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "contents");
  // Where access came before change, Linux notes the next one (relatime, mount(8)).
  const timespec times[2] = {{1000, 1}, {2000, 2}};
  setup::set_times("file", times);
  Fd file = setup::open("file", O_RDONLY);
  const timespec begin = setup::now(CLOCK_REALTIME_COARSE);
  struct stat status = {};
  char bytes[8];
  report("read", sys::read(file, bytes, 8));
  report("fstat", sys::fstat(file, &status));
  report("st_atim compared with the time before, less a second", compared(status.st_atim.tv_sec, begin.tv_sec - 1));
  report("st_mtim", status.st_mtim);
}
