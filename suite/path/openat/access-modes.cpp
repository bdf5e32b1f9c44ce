// A descriptor that openat opens with O_RDONLY can only be read, with O_WRONLY only be written, and with O_RDWR both.
// O_TRUNC empties a file with O_RDONLY as well.
// Covers: openat O_RDONLY, O_WRONLY, O_RDWR, O_TRUNC
#include "wali/test.h"

void test() {
  for (int mode : {O_RDONLY, O_WRONLY, O_RDWR}) {
    setup::write_file("file", "abc");
    const Result opened = sys::openat(AT_FDCWD, "file", mode, 0);
    report(label("openat, ", Flags{abi::sets::open_flags, static_cast<uint64_t>(mode)}), opened);
    const Fd file(opened.fd());
    char byte = '-';
    report("read", sys::read(file, &byte, 1));
    report("byte", Text(&byte, 1));
    report("write", sys::write(file, "x", 1));
    report("contents", setup::read_file("file"));
  }
  report("openat, O_RDONLY|O_TRUNC", sys::openat(AT_FDCWD, "file", O_RDONLY | O_TRUNC, 0));
  report("contents", setup::read_file("file"));
}
