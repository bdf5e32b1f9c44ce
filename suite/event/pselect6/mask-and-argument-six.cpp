// The sixth argument of pselect6 holds the address and the size of a mask. Either address may
// be NULL. A pending signal that the mask does not block interrupts the wait, and afterwards
// the thread has its own mask again.
// Covers: pselect6 sigmask, NULL sixth argument, EINTR, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  static int runs;
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::block(SIGUSR2);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  auto wait = [](const pselect6_mask *mask) {
    timespec zero = {0, 0};
    return sys::pselect6(0, nullptr, nullptr, nullptr, &zero, mask);
  };
  const sigset none = 0;
  const pselect6_mask absent = {0, 8}, short_one = {reinterpret_cast<uintptr_t>(&none), 4};
  const pselect6_mask bad = {reinterpret_cast<uintptr_t>(setup::bad_address()), 8};
  const pselect6_mask mask = {reinterpret_cast<uintptr_t>(&none), 8};
  report("no sixth argument", wait(nullptr));
  report("no mask in it", wait(&absent));
  report("mask of four bytes", wait(&short_one));
  report("bad mask", wait(&bad));
  report("bad sixth argument", wait(static_cast<pselect6_mask *>(setup::bad_address())));
  report("runs", runs);
  report("mask that blocks nothing", sys::pselect6(0, nullptr, nullptr, nullptr, nullptr, &mask));
  report("runs", runs);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("runs while it is blocked again", runs);
}
