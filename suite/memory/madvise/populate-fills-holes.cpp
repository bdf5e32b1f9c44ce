// MADV_POPULATE_WRITE, since Linux 5.14, gives room to the holes of a file that is mapped, and
// writes nothing there.
// Covers: madvise MADV_POPULATE_WRITE, file mapping
// REQUIRES: namespaces
#include "suite/memory/mappings.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_RDWR | O_CREAT);
  setup::resize(file, 4 * 4096);
  uint8_t *bytes = memory::view(file, 4 * 4096, MAP_SHARED);
  report("st_blocks", setup::stat(path.c_str()).st_blocks);
  report("madvise of three pages", sys::madvise(bytes, 3 * 4096, MADV_POPULATE_WRITE));
  report("st_blocks", setup::stat(path.c_str()).st_blocks);
  report("around the second page's end", Text(bytes + 8190, 4));
}
