// A write lease that stops a reader may be downgraded to a read lease, as F_GETLEASE returns. The reader's open,
// which waits, then succeeds.
// Covers: fcntl F_SETLEASE, F_GETLEASE, F_RDLCK, blocks, lease downgraded
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::block(SIGIO);
  setup::on_signal(SIGIO, [](int) {});
  Fd file = setup::open("file", O_RDONLY);
  report("F_SETLEASE F_WRLCK", sys::fcntl(file, F_SETLEASE, F_WRLCK));
  struct Reader {
    int opened;
    size_t size;
  };
  Reader &seen = setup::shared<Reader>();
  Child reader = setup::fork([&] {
    Fd own = setup::open("file", O_RDONLY);
    __atomic_store_n(&seen.opened, 1, __ATOMIC_RELEASE);
    seen.size = setup::read_all(own).size;
  });
  const sigset none = 0;
  report("wait for SIGIO", sys::rt_sigsuspend(&none, sizeof(none)));
  report("opened by then", __atomic_load_n(&seen.opened, __ATOMIC_ACQUIRE));
  report("F_GETLEASE", Choice{abi::sets::lock_type, sys::fcntl(file, F_GETLEASE, 0).value});
  report("F_SETLEASE F_RDLCK", sys::fcntl(file, F_SETLEASE, F_RDLCK));
  report("reader", reader.wait());
  report("bytes that it read", seen.size);
  report("F_GETLEASE", Choice{abi::sets::lock_type, sys::fcntl(file, F_GETLEASE, 0).value});
}
