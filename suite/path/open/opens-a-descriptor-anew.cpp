// open of /proc/self/fd/N opens the same file anew, also one that was removed, with a position and an access mode of
// its own.
// Covers: open /proc/self/fd
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd first = setup::open("file", O_RDONLY);
  setup::seek(first, 5);
  setup::unlink("file");
  Line path = label("/proc/self/fd/", static_cast<int>(first));
  const Result opened = sys::open(path.c_str(), O_RDWR, 0);
  report("open", opened);
  report("position", sys::lseek(opened.fd(), 0, SEEK_CUR));
  report("write", sys::write(opened.fd(), "ab", 2));
  report("write by the first", sys::write(first, "x", 1));
  report("position of the first", sys::lseek(first, 0, SEEK_CUR));
  setup::seek(first, 0);
  report("contents", setup::read_all(first));
  first.reset();
  report("of a closed descriptor", sys::open(path.c_str(), O_RDONLY, 0));
}
