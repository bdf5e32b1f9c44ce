// RLIMIT_FSIZE cuts a write that crosses it and refuses one beyond it.
// Covers: pwrite64 EFBIG, RLIMIT_FSIZE
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  setup::in_child([&] {
    setup::set_disposition(SIGXFSZ, SIG_IGN);
    setup::limit(RLIMIT_FSIZE, 10);
    report("across the limit", sys::pwrite64(file, "abcdefg", 7, 6));
    report("at the limit", sys::pwrite64(file, "abcdefg", 7, 10));
  });
  report("contents", setup::read_file("file"));
}
