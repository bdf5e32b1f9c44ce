// RLIMIT_FSIZE lets a writev go as far as the limit, in the middle of a vector. The next one gives EFBIG.
// Covers: writev EFBIG, RLIMIT_FSIZE, partial transfer
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  setup::in_child([&] {
    setup::set_disposition(SIGXFSZ, SIG_IGN);
    setup::limit(RLIMIT_FSIZE, 10);
    char first[] = "0123456", second[] = "789abcd";
    const iovec vector[] = {{first, 7}, {second, 7}};
    report("across the limit", sys::writev(file, vector, 2));
    report("at the limit", sys::writev(file, vector, 2));
  });
  report("contents", setup::read_file("file"));
}
