// mprotect refuses addresses within a page, unknown protections, and PROT_GROWSDOWN or
// PROT_GROWSUP for memory that does not grow. The memory stays as it was.
// Covers: mprotect EINVAL
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(2 * 4096);
  setup::write_file("file", "byte");
  Fd file = setup::open("file", O_RDWR);
  report("address + 1", sys::mprotect(bytes + 1, 4096, PROT_READ));
  report("address + 2048, no length", sys::mprotect(bytes + 2048, 0, PROT_READ));
  report("protection 0x40", sys::mprotect(bytes, 4096, PROT_READ | 0x40));
  report("PROT_GROWSUP|PROT_GROWSDOWN", sys::mprotect(bytes, 4096, PROT_READ | PROT_GROWSUP | PROT_GROWSDOWN));
  report("PROT_GROWSDOWN", sys::mprotect(bytes, 4096, PROT_READ | PROT_GROWSDOWN));
  report("PROT_GROWSUP", sys::mprotect(bytes, 4096, PROT_READ | PROT_GROWSUP));
  report("read into the memory", sys::pread64(file, bytes, 4, 0));
}
