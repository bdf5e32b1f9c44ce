// A thread can wait on a word that may only be read, unless nobody can ever change it. It cannot
// wait on a word without access or without a mapping.
// Covers: futex EFAULT, PROT_READ, PROT_NONE
#include "wali/test.h"

void test() {
  const timespec none = {0, 0};
  auto *readable = reinterpret_cast<int *>(setup::map(4096, PROT_READ));
  auto *closed = reinterpret_cast<int *>(setup::map(4096, PROT_NONE));
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 4096);
  Result view = sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0);
  setup::require_address("mmap", view, 4096);
  report("FUTEX_WAIT in a file that may only be read",
         sys::futex(view.pointer<int>(), FUTEX_WAIT, 0, &none, nullptr, 0));
  report("FUTEX_WAIT where it may only be read", sys::futex(readable, FUTEX_WAIT, 0, &none, nullptr, 0));
  report("FUTEX_WAIT, private, where it may only be read",
         sys::futex(readable, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0, &none, nullptr, 0));
  report("FUTEX_WAIT without access", sys::futex(closed, FUTEX_WAIT, 0, &none, nullptr, 0));
  report("FUTEX_WAIT, private, without access",
         sys::futex(closed, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0, &none, nullptr, 0));
  report("FUTEX_LOCK_PI where it may only be read", sys::futex(readable, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0));
  setup::require_zero("munmap", sys::munmap(readable, 4096));
  report("FUTEX_WAIT without a mapping", sys::futex(readable, FUTEX_WAIT, 0, &none, nullptr, 0));
}
