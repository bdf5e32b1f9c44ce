// mprotect changes whole pages of a part of a mapping, and changes them back. A child inherits
// the protection, and changes only its own. The contents stay.
// Covers: mprotect PROT_NONE, PROT_READ, PROT_WRITE, length
#include "wali/test.h"

namespace {

int file;

// What write from and read into the last byte of each page give.
void report_access(uint8_t *bytes) {
  auto write = [=](size_t page) { return Errno{sys::pwrite64(file, bytes + page * 4096 + 4095, 1, 0).value}; };
  auto read = [=](size_t page) { return Errno{sys::pread64(file, bytes + page * 4096 + 4095, 1, 0).value}; };
  report("writes from the pages", label(write(0), " ", write(1), " ", write(2), " ", write(3)));
  report("reads into the pages", label(read(0), " ", read(1), " ", read(2), " ", read(3)));
}

} // namespace

void test() {
  Fd owner = setup::open("file", O_RDWR | O_CREAT);
  file = owner;
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 0x42, 4 * 4096);
  report_access(bytes);
  report("mprotect of 4097 bytes", sys::mprotect(bytes + 4096, 4097, PROT_READ));
  report_access(bytes);
  report("mprotect of a byte", sys::mprotect(bytes, 1, PROT_NONE));
  report_access(bytes);
  setup::in_child([=] {
    report_access(bytes);
    report("in the child, mprotect of all", sys::mprotect(bytes, 4 * 4096, PROT_READ | PROT_WRITE));
    report_access(bytes);
  });
  report("mprotect of nothing", sys::mprotect(bytes + 3 * 4096, 0, PROT_NONE));
  report_access(bytes);
  report("mprotect of all", sys::mprotect(bytes, 4 * 4096, PROT_READ | PROT_WRITE));
  report_access(bytes);
  size_t changed = 0;
  for (size_t i = 0; i < 4 * 4096; ++i)
    changed += bytes[i] != 0x42;
  report("bytes changed", changed);
}
