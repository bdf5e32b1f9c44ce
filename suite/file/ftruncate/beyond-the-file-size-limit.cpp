// RLIMIT_FSIZE forbids ftruncate to grow a file beyond it: EFBIG and SIGXFSZ. Shrinking
// stays allowed.
// Covers: ftruncate EFBIG, RLIMIT_FSIZE, SIGXFSZ
#include "wali/test.h"

namespace {
volatile int caught;
void count(int) { caught = caught + 1; }
} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  setup::in_child([&] {
    setup::on_signal(SIGXFSZ, count);
    setup::limit(RLIMIT_FSIZE, 5);
    report("growing", sys::ftruncate(file, 11));
    report("signals", caught);
    report("shrinking, to more than the limit", sys::ftruncate(file, 7));
    report("signals", caught);
  });
  report("contents", setup::read_file("file"));
}
