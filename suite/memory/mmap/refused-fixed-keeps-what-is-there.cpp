// A fixed mapping that is refused leaves what is mapped at its address, with its contents and
// protection.
// Covers: mmap MAP_FIXED, EBADF, EACCES, ENODEV, EINVAL, EOVERFLOW
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDONLY), directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  uint8_t *bytes = setup::map(2 * 4096);
  __builtin_memset(bytes, 'k', 2 * 4096);
  auto map = [=](int flags, int fd, int64_t offset) {
    return sys::mmap(bytes, 8192, PROT_READ | PROT_WRITE, flags | MAP_FIXED, fd, offset);
  };
  report("a descriptor that is not open", map(MAP_SHARED, 999, 0));
  report("a file open to read", map(MAP_SHARED, file, 0));
  report("a directory", map(MAP_PRIVATE, directory, 0));
  report("an offset within a page", map(MAP_PRIVATE, file, 512));
  report("an offset beyond any file", map(MAP_PRIVATE, file, -8192));
  report("no kind of mapping", map(0, file, 0));
  report("around its middle", Text(bytes + 4094, 4));
  report("reads into its pages", memory::reads_into(probe, bytes, 2));
}
