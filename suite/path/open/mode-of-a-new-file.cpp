// A new file has each bit of the mode that the umask leaves. The mode does not bind the
// descriptor that made the file, and a file that exists keeps its own.
// Covers: open mode, O_CREAT
#include "wali/test.h"

void test() {
  sys::umask(0);
  for (int bit = 0; bit < 12; ++bit) {
    Line name = label("bit", bit);
    Fd file(setup::require_fd("open", sys::open(name.c_str(), O_RDONLY | O_CREAT, 1u << bit)));
    report(name, FileMode{setup::stat(name.c_str()).st_mode});
  }
  sys::umask(0135);
  Fd file(sys::open("masked", O_RDONLY | O_CREAT, 0777).fd());
  report("masked", FileMode{setup::stat("masked").st_mode});
  Fd again(sys::open("masked", O_RDONLY | O_CREAT, 0700).fd());
  report("open for writing of a new file with mode 0400", sys::open("read-only", O_WRONLY | O_CREAT, 0400));
  report("opened again", FileMode{setup::stat("masked").st_mode});
}
