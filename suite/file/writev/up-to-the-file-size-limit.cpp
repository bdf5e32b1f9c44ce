// RLIMIT_FSIZE lets a writev go as far as the limit, in the middle of a vector; the
// next one is EFBIG.
// Covers: writev EFBIG, RLIMIT_FSIZE, partial transfer
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  int64_t *results = static_cast<int64_t *>(setup::shared_memory(sizeof(int64_t[2])));
  Child child = setup::fork([&] {
    setup::set_disposition(SIGXFSZ, SIG_IGN);
    setup::limit(RLIMIT_FSIZE, 10);
    char first[] = "0123456", second[] = "789abcd";
    const iovec vector[] = {{first, 7}, {second, 7}};
    results[0] = sys::writev(file, vector, 2).value;
    results[1] = sys::writev(file, vector, 2).value;
  });
  report("child", child.wait());
  report("across the limit", Result{results[0]});
  report("at the limit", Result{results[1]});
  report("contents", setup::read_file("file"));
}
