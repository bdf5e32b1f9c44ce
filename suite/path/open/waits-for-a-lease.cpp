// Without O_NONBLOCK open and openat wait for a file that has a write lease. The holder gets a signal, and they go on
// when it gives the lease up.
// Covers: open lease
// Covers: openat lease
#include "wali/test.h"

namespace {

int told;

template <class Open> void report_wait(const char *name, Open open) {
  told = 0;
  Fd holder = setup::open("file", O_RDWR);
  setup::require_zero("fcntl", sys::fcntl(holder, F_SETLEASE, F_WRLCK));
  Child child = setup::fork([&] {
    holder.reset(); // the lease is the parent's
    char bytes[16];
    return static_cast<int>(sys::read(open().fd(), bytes, sizeof(bytes)).value);
  });
  while (__atomic_load_n(&told, __ATOMIC_RELAXED) == 0)
    setup::sleep_ms(1);
  report(name, sys::wait4(child.pid(), nullptr, WNOHANG, nullptr));
  report("the lease is given up", sys::fcntl(holder, F_SETLEASE, F_UNLCK));
  report("child, which reads", child.wait());
}

} // namespace

void test() {
  setup::write_file("file", "contents");
  setup::on_signal(SIGIO, [](int) { ++told; });
  report_wait("child that has ended, open", [] { return sys::open("file", O_RDONLY, 0); });
  report_wait("child that has ended, openat", [] { return sys::openat(AT_FDCWD, "file", O_RDONLY, 0); });
}
