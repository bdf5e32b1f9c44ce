// Beyond RLIMIT_FSIZE a write and an ftruncate give EFBIG and send SIGXFSZ, which ends the process
// by default. A write across the limit goes as far as the limit.
// Covers: setrlimit RLIMIT_FSIZE, SIGXFSZ
#include "wali/test.h"

namespace {

int signals;

} // namespace

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  rlimit limits = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_FSIZE, &limits));
  limits.rlim_cur = 10;
  report("setrlimit", sys::setrlimit(RLIMIT_FSIZE, &limits));
  setup::on_signal(SIGXFSZ, [](int) { ++signals; });
  report("write across the limit", sys::write(file, "0123456789abcdef", 16));
  report("SIGXFSZ", signals);
  report("write at the limit", sys::write(file, "x", 1));
  report("SIGXFSZ", signals);
  report("ftruncate beyond the limit", sys::ftruncate(file, 11));
  report("SIGXFSZ", signals);
  report("size", setup::file_size("file"));
  setup::set_disposition(SIGXFSZ, SIG_DFL);
  Child child = setup::fork([&] { sys::write(file, "x", 1); });
  report("child with the default action", child.wait());
}
