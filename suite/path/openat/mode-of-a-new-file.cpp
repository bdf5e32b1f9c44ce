// A new file has each bit of the mode that the umask leaves. Further bits are ignored. The mode does not bind the
// descriptor that made the file, and a file that exists keeps its own.
// Covers: openat mode, O_CREAT
#include "wali/test.h"

void test() {
  sys::umask(0);
  for (int bit = 0; bit < 12; ++bit) {
    Line name = label("bit", bit);
    Fd file(setup::require_fd("openat", sys::openat(AT_FDCWD, name.c_str(), O_RDONLY | O_CREAT, 1u << bit)));
    report(name, FileMode{setup::stat(name.c_str()).st_mode});
  }
  sys::umask(0022);
  Fd file(setup::require_fd("openat", sys::openat(AT_FDCWD, "file", O_WRONLY | O_CREAT, 0xfffff1b6)));
  report("with all upper bits", FileMode{setup::stat("file").st_mode});
  Result read_only = sys::openat(AT_FDCWD, "read-only", O_WRONLY | O_CREAT, 0444);
  report("openat for writing of a new file with mode 0444", read_only);
  report("write", sys::write(read_only.fd(), "abc", 3));
  report("openat of it with another mode", sys::openat(AT_FDCWD, "read-only", O_RDONLY | O_CREAT, 0600));
  report("its mode", FileMode{setup::stat("read-only").st_mode});
}
