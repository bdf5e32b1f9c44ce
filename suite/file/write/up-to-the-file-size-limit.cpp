// RLIMIT_FSIZE lets a write go as far as the limit; the next one is EFBIG with
// SIGXFSZ, which by default kills.
// Covers: write EFBIG, RLIMIT_FSIZE, SIGXFSZ
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  int64_t *results = static_cast<int64_t *>(setup::shared_memory(sizeof(int64_t[3])));
  Child ignoring = setup::fork([&] {
    setup::set_disposition(SIGXFSZ, SIG_IGN);
    setup::limit(RLIMIT_FSIZE, 10);
    results[0] = sys::write(file, "0123456", 7).value;
    results[1] = sys::write(file, "789abcd", 7).value;
    results[2] = sys::write(file, "efg", 3).value;
  });
  report("child that ignores SIGXFSZ", ignoring.wait());
  report("within the limit", Result{results[0]});
  report("across the limit", Result{results[1]});
  report("at the limit", Result{results[2]});
  report("contents", setup::read_file("file"));
  Child dying = setup::fork([&] {
    setup::limit(RLIMIT_FSIZE, 10);
    sys::write(file, "efg", 3);
    return 7;
  });
  report("child with the default action", dying.wait());
}
