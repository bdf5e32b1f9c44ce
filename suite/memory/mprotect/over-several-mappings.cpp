// One call changes the protection of all mappings in its range, whatever their kind. Their
// contents stay.
// Covers: mprotect several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  setup::write_file("file", "of a file");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *bytes = setup::map(4 * 4096);
  auto map = [&](size_t page, int prot, int flags, int fd) {
    setup::require_address("mmap", sys::mmap(bytes + page * 4096, 4096, prot, flags | MAP_FIXED, fd, 0), 4096);
  };
  map(1, PROT_READ | PROT_WRITE, MAP_SHARED, file);
  map(2, PROT_NONE, MAP_SHARED | MAP_ANONYMOUS, -1);
  __builtin_memcpy(bytes, "of memory", 9);
  report("to read", sys::mprotect(bytes, 4 * 4096, PROT_READ));
  report("writes from the pages", memory::writes_from(probe, bytes, 4));
  report("reads into the pages", memory::reads_into(probe, bytes, 4));
  report("to write", sys::mprotect(bytes, 4 * 4096, PROT_READ | PROT_WRITE));
  report("reads into the pages", memory::reads_into(probe, bytes, 4));
  bytes[4096] = 'O';
  report("first page", Text(bytes, 9));
  report("file", setup::read_file("file"));
  report("no access", sys::mprotect(bytes, 4 * 4096, PROT_NONE));
  report("writes from the pages", memory::writes_from(probe, bytes, 4));
}
