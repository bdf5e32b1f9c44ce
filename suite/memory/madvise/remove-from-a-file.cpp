// MADV_REMOVE makes a hole in the file that is mapped: it gives up the room, keeps its size, and
// shows zeros there, also in other mappings.
// Covers: madvise MADV_REMOVE, file mapping
// REQUIRES: namespaces
#include "suite/memory/mappings.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  uint8_t *bytes = memory::view(file, 3 * 4096, MAP_SHARED), *other = memory::view(file, 3 * 4096, MAP_SHARED);
  __builtin_memset(bytes, 'r', 3 * 4096);
  report("st_blocks", setup::stat(path.c_str()).st_blocks);
  report("madvise", sys::madvise(bytes + 4096, 4096, MADV_REMOVE));
  report("st_blocks", setup::stat(path.c_str()).st_blocks);
  report("size", setup::file_size(path.c_str()));
  report("around the begin of the hole", Text(other + 4094, 4));
  report("around its end", Text(other + 8190, 4));
  GuardedBytes<4> buffer;
  report("pread64", sys::pread64(file, &buffer, 4, 4094));
  report("file", buffer.bytes());
}
