// mprotect changes whole pages of a part of a mapping, for this process and its
// later children, and back again; the contents stay.
// Covers: mprotect PROT_NONE, PROT_READ, PROT_WRITE, length
#include "wali/test.h"

namespace {

int file;

// What write from and read into the last byte of each page give: `w` and `r`
// where they succeed.
Line access(uint8_t *bytes) {
  Line line;
  for (size_t page = 0; page < 4; ++page) {
    uint8_t *last = bytes + page * 4096 + 4095;
    line << (page ? " " : "") << (sys::pwrite64(file, last, 1, 0).value == 1 ? "w" : "-");
    line << (sys::pread64(file, last, 1, 0).value == 1 ? "r" : "-");
  }
  return line;
}

} // namespace

void test() {
  Fd owner = setup::open("file", O_RDWR | O_CREAT);
  file = owner;
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 0x42, 4 * 4096);
  report("at first", access(bytes));
  report("mprotect of 4097 bytes", sys::mprotect(bytes + 4096, 4097, PROT_READ));
  report("pages", access(bytes));
  report("mprotect of a byte", sys::mprotect(bytes, 1, PROT_NONE));
  report("pages", access(bytes));
  char *seen = static_cast<char *>(setup::shared_memory(4096));
  Child child = setup::fork([=] {
    Line line = access(bytes);
    __builtin_memcpy(seen, line.text().data, line.text().size);
  });
  report("child", child.wait());
  report("pages of the child", Text(seen));
  report("mprotect of nothing", sys::mprotect(bytes + 3 * 4096, 0, PROT_NONE));
  report("pages", access(bytes));
  report("mprotect of all", sys::mprotect(bytes, 4 * 4096, PROT_READ | PROT_WRITE));
  report("pages", access(bytes));
  size_t changed = 0;
  for (size_t i = 0; i < 4 * 4096; ++i)
    changed += bytes[i] != 0x42;
  report("bytes changed", changed);
}
