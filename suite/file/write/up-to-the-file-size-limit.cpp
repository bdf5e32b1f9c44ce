// RLIMIT_FSIZE lets a write go as far as the limit. The next one gives EFBIG with SIGXFSZ, which
// kills by default.
// Covers: write EFBIG, RLIMIT_FSIZE, SIGXFSZ
#include "wali/test.h"

static volatile int caught;

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  setup::in_child([&] {
    setup::set_disposition(SIGXFSZ, SIG_IGN);
    setup::limit(RLIMIT_FSIZE, 10);
    report("within the limit", sys::write(file, "0123456", 7));
    report("across the limit", sys::write(file, "789abcd", 7));
    report("at the limit, with SIGXFSZ ignored", sys::write(file, "efg", 3));
    setup::on_signal(SIGXFSZ, [](int) { caught = caught + 1; });
    report("at the limit, with a handler", sys::write(file, "efg", 3));
    report("signals", caught);
  });
  report("contents", setup::read_file("file"));
  Child dying = setup::fork([&] {
    setup::limit(RLIMIT_FSIZE, 10);
    sys::write(file, "efg", 3);
    return 7;
  });
  report("child with the default action", dying.wait());
}
