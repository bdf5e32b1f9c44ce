// F_SETSIG chooses the signal of F_NOTIFY. A realtime signal is queued for each event, and its si_fd is the
// directory's descriptor.
// Covers: fcntl F_SETSIG, F_NOTIFY, DN_CREATE, DN_MULTISHOT, si_fd
#include "wali/test.h"

namespace {

constexpr int signo = SIGRTMIN + 6;
int seen[4], count;

} // namespace

void test() {
  constexpr uint32_t dn_create = 4, dn_multishot = 0x80000000;
  setup::block(signo);
  setup::on_siginfo(signo, [](int, siginfo *info, void *) { seen[count++ % 4] = info->si_fd; });
  setup::mkdir("first");
  setup::mkdir("second");
  Fd first = setup::open("first", O_RDONLY), second = setup::open("second", O_RDONLY);
  for (int directory : {int{first}, int{second}}) {
    report("descriptor", directory);
    report("F_SETSIG", sys::fcntl(directory, F_SETSIG, signo));
    report("F_NOTIFY", sys::fcntl(directory, F_NOTIFY, dn_create | dn_multishot));
  }
  setup::mkdir("second/a");
  setup::mkdir("first/b");
  setup::mkdir("second/c");
  setup::unblock(signo);
  report("signals", count);
  report("directories", label(seen[0], " ", seen[1], " ", seen[2]));
}
