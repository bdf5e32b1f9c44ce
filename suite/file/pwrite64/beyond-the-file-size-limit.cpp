// RLIMIT_FSIZE cuts a write that crosses it, and refuses one beyond it with SIGXFSZ.
// Covers: pwrite64 EFBIG, RLIMIT_FSIZE, SIGXFSZ
#include "wali/test.h"

namespace {
volatile int signals;
} // namespace

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  setup::in_child([&] {
    setup::on_signal(SIGXFSZ, [](int) { signals = signals + 1; });
    setup::limit(RLIMIT_FSIZE, 10);
    report("across the limit", sys::pwrite64(file, "abcdefg", 7, 6));
    report("signals", signals);
    report("at the limit", sys::pwrite64(file, "abcdefg", 7, 10));
    report("signals", signals);
  });
  report("contents", setup::read_file("file"));
}
