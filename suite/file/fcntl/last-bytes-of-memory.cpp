// The structures that commands point to may end where memory ends, not beyond.
// Covers: fcntl last valid byte, EFAULT
#include "wali/test.h"

namespace {

// The last `size` bytes before the end of memory.
uint8_t *last_bytes(size_t size) {
#ifdef __wasm32__
  __builtin_wasm_memory_grow(0, 1);
  return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536 - size);
#else
  uint8_t *pages = setup::map(8192);
  setup::require("munmap", sys::munmap(pages + 4096, 4096));
  return pages + 4096 - size;
#endif
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *end = last_bytes(0);
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
