// Since Linux 5.13 MREMAP_DONTUNMAP takes mappings of files. The old place then shows the file
// again: what was written to private pages has moved.
// Covers: mremap MREMAP_DONTUNMAP, file mapping
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  for (int kind : {int{MAP_SHARED}, int{MAP_PRIVATE}}) {
    uint8_t *old = memory::view(file, 4096, kind);
    __builtin_memcpy(old, "WRITTEN", 7);
    const Result moved = sys::mremap(old, 4096, 4096, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, nullptr);
    report(label(Flags{abi::sets::mmap_flags, static_cast<uint64_t>(kind)}), moved);
    report("write from the new place", sys::pwrite64(probe, moved.pointer(), 8, 0));
    report("its bytes", setup::read_file("probe"));
    report("old place", Text(old, 8));
    setup::write_file("file", "contents");
    setup::write_file("probe", "");
  }
  report("file", setup::read_file("file"));
}
