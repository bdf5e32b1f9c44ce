// The structures that commands point to may end where memory ends, not beyond.
// Covers: fcntl last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *end = setup::last_bytes(0);
  uintptr_t end_address = reinterpret_cast<uintptr_t>(end);
  auto *last = reinterpret_cast<struct flock *>(end - sizeof(struct flock));
  *last = {};
  last->l_type = F_WRLCK;
  report("F_SETLK", sys::fcntl(file, F_SETLK, end_address - 32));
  report("F_GETLK", sys::fcntl(file, F_GETLK, end_address - 32));
  report("l_type", Choice{abi::sets::lock_type, last->l_type});
  report("F_GETLK that leaves memory", sys::fcntl(file, F_GETLK, end_address - 31));
  report("F_GETOWN_EX", sys::fcntl(file, F_GETOWN_EX, end_address - 8));
  report("F_GETOWN_EX that leaves memory", sys::fcntl(file, F_GETOWN_EX, end_address - 7));
  report("F_GETOWNER_UIDS", sys::fcntl(file, F_GETOWNER_UIDS, end_address - 8));
  report("F_GETOWNER_UIDS that leaves memory", sys::fcntl(file, F_GETOWNER_UIDS, end_address - 7));
  report("F_GET_RW_HINT", sys::fcntl(file, F_GET_RW_HINT, end_address - 8));
  report("F_GET_RW_HINT that leaves memory", sys::fcntl(file, F_GET_RW_HINT, end_address - 7));
}
