// MADV_FREE and MADV_WIPEONFORK refuse views of a file, private ones as well. MADV_DONTNEED of a
// shared view loses nothing, and MADV_DONTFORK keeps a part of it from a child.
// Covers: madvise EINVAL, MADV_FREE, MADV_WIPEONFORK, MADV_DONTNEED, MADV_DONTFORK, file mapping
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "the file's");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::resize(file, 2 * 4096);
  for (int kind : {MAP_PRIVATE, MAP_SHARED}) {
    uint8_t *view = memory::view(file, 2 * 4096, kind);
    report("MADV_FREE", sys::madvise(view, 4096, MADV_FREE));
    report("MADV_WIPEONFORK", sys::madvise(view, 4096, MADV_WIPEONFORK));
    report("view", Text(view, 10));
  }
  uint8_t *shared = memory::view(file, 2 * 4096, MAP_SHARED);
  __builtin_memcpy(shared, "THE", 3);
  report("MADV_DONTNEED of a shared view", sys::madvise(shared, 4096, MADV_DONTNEED));
  report("view", Text(shared, 10));
  report("file", setup::read_file("file").part(0, 10));
  report("MADV_DONTFORK of its second page", sys::madvise(shared + 4096, 4096, MADV_DONTFORK));
  setup::in_child([&] {
    report("in a child, writes from the pages", memory::writes_from(probe, shared, 2));
    __builtin_memcpy(shared + 4, "FILE", 4);
  });
  report("view after the child", Text(shared, 10));
}
