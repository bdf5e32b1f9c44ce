// MADV_REMOVE frees the pages of shared memory, which becomes zeros for other processes too. It
// refuses private memory, and a file that may not be written.
// Covers: madvise MADV_REMOVE, EACCES, EINVAL
#include "wali/test.h"

void test() {
  char *shared = static_cast<char *>(setup::shared_memory(3 * 4096));
  __builtin_memset(shared, 'x', 3 * 4096);
  setup::in_child([=] { report("madvise in a child", sys::madvise(shared + 4096, 4096, MADV_REMOVE)); });
  report("around its begin", Text(shared + 4094, 4));
  report("around its end", Text(shared + 8190, 4));
  report("private memory", sys::madvise(setup::map(4096), 4096, MADV_REMOVE));
  setup::write_file("file", "contents");
  Fd read_only = setup::open("file", O_RDONLY), file = setup::open("file", O_RDWR);
  auto remove = [](int prot, int flags, int fd) {
    Result view = sys::mmap(nullptr, 4096, prot, flags, fd, 0);
    setup::require_address("mmap", view, 4096);
    return sys::madvise(view.pointer(), 4096, MADV_REMOVE);
  };
  report("shared view of a file open to read", remove(PROT_READ, MAP_SHARED, read_only));
  report("private view of a file", remove(PROT_READ | PROT_WRITE, MAP_PRIVATE, file));
  report("file", setup::read_file("file"));
}
