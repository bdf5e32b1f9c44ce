// Every mapping of a file needs a descriptor that is open for reading. A shared one that may be written needs one
// that is open for writing as well. An O_PATH descriptor will not do.
// Covers: mmap EACCES, EBADF, MAP_SHARED, MAP_PRIVATE
#include "wali/test.h"

namespace {

Result map(int prot, int flags, int fd) { return sys::mmap(nullptr, 4096, prot, flags, fd, 0); }

} // namespace

void test() {
  setup::write_file("file", "contents");
  Fd read_only = setup::open("file", O_RDONLY), write_only = setup::open("file", O_WRONLY),
     both = setup::open("file", O_RDWR), path = setup::open("file", O_PATH);
  report("O_RDONLY, MAP_SHARED to read", map(PROT_READ, MAP_SHARED, read_only));
  report("O_RDONLY, MAP_SHARED to write", map(PROT_READ | PROT_WRITE, MAP_SHARED, read_only));
  report("O_RDONLY, MAP_PRIVATE to write", map(PROT_READ | PROT_WRITE, MAP_PRIVATE, read_only));
  report("O_WRONLY, MAP_SHARED to write", map(PROT_WRITE, MAP_SHARED, write_only));
  report("O_WRONLY, MAP_PRIVATE to read", map(PROT_READ, MAP_PRIVATE, write_only));
  report("O_RDWR, MAP_SHARED to write", map(PROT_WRITE, MAP_SHARED, both));
  report("O_PATH, MAP_PRIVATE to read", map(PROT_READ, MAP_PRIVATE, path));
}
