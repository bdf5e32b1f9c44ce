// A vector outside memory after good ones ends the transfer there: the good ones are filled and
// counted.
// Covers: readv bad base, partial transfer
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
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  GuardedBytes<4> first, third;
  const iovec vector[] = {{&first, 3}, {unmapped(), 2}, {&third, 3}};
  report("readv", sys::readv(file, vector, 3));
  report("first", first.bytes());
  report_poison("third", third);
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
