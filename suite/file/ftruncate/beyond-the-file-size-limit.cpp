// RLIMIT_FSIZE refuses growing beyond it, with SIGXFSZ; shrinking stays allowed.
// Covers: ftruncate EFBIG, RLIMIT_FSIZE, SIGXFSZ
#include "wali/test.h"

namespace {
volatile int caught;
void count(int signo) { caught = caught + signo; }
} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  int64_t *results = static_cast<int64_t *>(setup::shared_memory(sizeof(int64_t[4])));
  Child child = setup::fork([&] {
    setup::on_signal(SIGXFSZ, count);
    setup::limit(RLIMIT_FSIZE, 5);
    results[0] = sys::ftruncate(file, 11).value;
    results[1] = caught;
    results[2] = sys::ftruncate(file, 7).value;
    results[3] = caught;
  });
  report("child", child.wait());
  report("growing", Result{results[0]});
  report("sum of the signals caught", results[1]);
  report("shrinking, to more than the limit", Result{results[2]});
  report("sum of the signals caught", results[3]);
  report("contents", setup::read_file("file"));
}
