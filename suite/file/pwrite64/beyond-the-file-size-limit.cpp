// RLIMIT_FSIZE cuts a write that crosses it and refuses one behind it.
// Covers: pwrite64 EFBIG, RLIMIT_FSIZE
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  int64_t *results = static_cast<int64_t *>(setup::shared_memory(sizeof(int64_t[2])));
  Child child = setup::fork([&] {
    setup::set_disposition(SIGXFSZ, SIG_IGN);
    setup::limit(RLIMIT_FSIZE, 10);
    results[0] = sys::pwrite64(file, "abcdefg", 7, 6).value;
    results[1] = sys::pwrite64(file, "abcdefg", 7, 10).value;
  });
  report("child", child.wait());
  report("across the limit", Result{results[0]});
  report("at the limit", Result{results[1]});
  report("contents", setup::read_file("file"));
}
