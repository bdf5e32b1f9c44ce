// Without O_CREAT and O_TMPFILE the mode is ignored, whatever its bits: the file keeps its own.
// Covers: open mode
// Covers: openat mode
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::chmod("file", 0640);
  for (uint32_t mode : {0u, 07777u, 0xffffffffu}) {
    report(label("open, ", Octal{mode}), sys::open("file", O_RDWR | O_TRUNC, mode));
    report(label("openat, ", Octal{mode}), sys::openat(AT_FDCWD, "file", O_RDWR, mode));
    report("mode", FileMode{setup::stat("file").st_mode});
  }
}
