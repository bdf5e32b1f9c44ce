// MADV_DONTFORK keeps memory from a child, MADV_WIPEONFORK gives it zeros there;
// each can be taken back.
// Covers: madvise MADV_DONTFORK, MADV_DOFORK, MADV_WIPEONFORK, MADV_KEEPONFORK
#include "wali/test.h"

namespace {

uint8_t *bytes;

// What a child finds in each page: `-` for no memory, `0` for a zero.
Line seen_by_child() {
  char *seen = static_cast<char *>(setup::shared_memory(4096));
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::fork([&] {
    for (size_t page = 0; page < 4; ++page)
      seen[page] = sys::pwrite64(file, bytes + page * 4096, 1, 0).value != 1 ? '-'
                   : bytes[page * 4096]                                      ? static_cast<char>(bytes[page * 4096])
                                                                             : '0';
  }).wait();
  return label(Text(seen, 4));
}

} // namespace

void test() {
  bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 'a', 4 * 4096);
  report("child at first", seen_by_child());
  report("MADV_DONTFORK", sys::madvise(bytes + 4096, 4096, MADV_DONTFORK));
  report("MADV_WIPEONFORK", sys::madvise(bytes + 2 * 4096, 4096, MADV_WIPEONFORK));
  report("child", seen_by_child());
  report("our bytes", label(Text(bytes + 4096, 1), Text(bytes + 8192, 1)));
  report("MADV_DOFORK", sys::madvise(bytes, 4 * 4096, MADV_DOFORK));
  report("MADV_KEEPONFORK", sys::madvise(bytes, 4 * 4096, MADV_KEEPONFORK));
  report("child", seen_by_child());
}
