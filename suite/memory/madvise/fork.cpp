// After MADV_DONTFORK a child does not have the memory, and after MADV_WIPEONFORK it has zeros
// there. MADV_DOFORK and MADV_KEEPONFORK undo that.
// Covers: madvise MADV_DONTFORK, MADV_DOFORK, MADV_WIPEONFORK, MADV_KEEPONFORK
// Covers: fork MADV_DONTFORK, MADV_WIPEONFORK
#include "wali/test.h"

namespace {

uint8_t *bytes;

// What a child's calls find in each page.
void report_child() {
  setup::in_child([] {
    Fd file = setup::open("file", O_RDWR | O_CREAT | O_TRUNC);
    for (size_t page = 0; page < 4; ++page)
      report(label("in the child, write from page ", page),
             sys::pwrite64(file, bytes + page * 4096, 1, static_cast<int64_t>(page)));
    report("in the child, what was written", setup::read_file("file"));
  });
}

} // namespace

void test() {
  bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 'a', 4 * 4096);
  report_child();
  report("MADV_DONTFORK", sys::madvise(bytes + 4096, 4096, MADV_DONTFORK));
  report("MADV_WIPEONFORK", sys::madvise(bytes + 2 * 4096, 4096, MADV_WIPEONFORK));
  report_child();
  report("our page 1", Text(bytes + 4096, 1));
  report("our page 2", Text(bytes + 8192, 1));
  report("MADV_DOFORK", sys::madvise(bytes, 4 * 4096, MADV_DOFORK));
  report("MADV_KEEPONFORK", sys::madvise(bytes, 4 * 4096, MADV_KEEPONFORK));
  report_child();
}
