// What is no directory's descriptor is refused, a buffer that holds no record too.
// Covers: getdents EBADF, ENOTDIR, ENOENT, EINVAL, EFAULT, last valid byte
#include "wali/test.h"

namespace {

// The last `size` bytes before the end of memory.
uint8_t *last_bytes(size_t size) {
  static uint8_t *end;
  if (end)
    return end - size;
#ifdef __wasm32__
  setup::require("memory.grow", {static_cast<int>(__builtin_wasm_memory_grow(0, 1))});
  end = reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536);
#else
  end = setup::map(8192) + 4096;
  setup::require("munmap", sys::munmap(end, 4096));
#endif
  return end - size;
}

} // namespace

void test() {
  setup::mkdir("removed");
  setup::mkdir("directory");
  Fd removed = setup::open("removed", O_RDONLY | O_DIRECTORY), file = setup::open("file", O_RDWR | O_CREAT);
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  setup::require("unlinkat", sys::unlinkat(AT_FDCWD, "removed", AT_REMOVEDIR));
  GuardedBytes<256> buffer;
  report("-1", sys::getdents(-1, *&buffer, 256));
  report("file", sys::getdents(file, *&buffer, 256));
  report("removed directory", sys::getdents(removed, *&buffer, 256));
  report("too small", sys::getdents(directory, *&buffer, 23));
  report("of no size", sys::getdents(directory, *&buffer, 0));
  report_poison("buffer", buffer);
  report("buffer outside memory", sys::getdents(directory, setup::bad_address(), 256));
  report("record across the end of memory", sys::getdents(directory, last_bytes(16), 24));
  report("records up to the last byte", sys::getdents(directory, last_bytes(48), 48));
  report("type of the second", Choice{sets::dirent_type, last_bytes(1)[0]});
}
