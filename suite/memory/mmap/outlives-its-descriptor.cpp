// A mapping stays when its descriptor has been closed and the file has lost its name.
// Covers: mmap file mapping after close
#include "wali/test.h"

void test() {
  setup::write_file("file", "kept by the mapping");
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDONLY);
  Result result = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  report("mmap", result);
  char *bytes = result.pointer<char>();
  file.reset();
  setup::unlink("file");
  report("bytes", Text(bytes, 19));
  bytes[0] = 'K';
  report("file", setup::read_all(other));
}
