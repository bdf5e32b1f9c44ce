// mprotect refuses addresses within a page, unknown protections, writing to a file that
// is open to read, and holes. What lies before a hole is changed all the same.
// Covers: mprotect EINVAL, ENOMEM, EACCES
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096);
  setup::write_file("file", "read only");
  Fd read_only = setup::open("file", O_RDONLY), file = setup::open("file", O_RDWR);
  Result view = sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, read_only, 0);
  setup::require_address("mmap", view, 4096);
  report("address + 1", sys::mprotect(bytes + 1, 4096, PROT_READ));
  report("address + 2048, no length", sys::mprotect(bytes + 2048, 0, PROT_READ));
  report("protection 0x40", sys::mprotect(bytes, 4096, PROT_READ | 0x40));
  report("PROT_GROWSUP|PROT_GROWSDOWN", sys::mprotect(bytes, 4096, PROT_READ | PROT_GROWSUP | PROT_GROWSDOWN));
  report("PROT_GROWSDOWN of what does not grow", sys::mprotect(bytes, 4096, PROT_READ | PROT_GROWSDOWN));
  report("PROT_GROWSUP of what does not grow", sys::mprotect(bytes, 4096, PROT_READ | PROT_GROWSUP));
  report("read-only file, to write", sys::mprotect(view.pointer(), 4096, PROT_READ | PROT_WRITE));
  report("outside of memory", sys::mprotect(setup::bad_address(), 4096, PROT_READ));
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  report("a page without a mapping", sys::mprotect(bytes + 4096, 4096, PROT_READ));
  report("read into the first page", sys::pread64(file, bytes, 4, 0));
  report("a mapping and a hole", sys::mprotect(bytes, 3 * 4096, PROT_READ));
  report("read into the page before the hole", sys::pread64(file, bytes, 4, 0));
  report("read into the page behind the hole", sys::pread64(file, bytes + 2 * 4096, 4, 0));
}
