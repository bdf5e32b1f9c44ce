// A vector outside memory after good ones ends the transfer there: what the good ones hold is
// written and counted.
// Covers: writev bad base, partial transfer
// REQUIRES: partial-writes
#include "wali/test.h"

namespace {

// An address without memory behind it, natively one of the program's own half.
void *unmapped() {
#ifdef __wasm32__
  return setup::bad_address();
#else
  uint8_t *page = setup::map(4096);
  setup::require_zero("munmap", sys::munmap(page, 4096));
  return page;
#endif
}

} // namespace

void test() {
  char good[] = "good";
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  const iovec vector[] = {{good, 4}, {unmapped(), 2}, {good, 4}};
  report("writev from the bad one on", sys::writev(file, vector + 1, 2));
  report("writev", sys::writev(file, vector, 3));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
