// Opening a FIFO for reading and writing does not wait. The descriptor reads what it has written itself, and is never
// at end of file, since it is a writer.
// Covers: open FIFO, O_RDWR, O_TRUNC
// Covers: ftruncate EINVAL
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  const Result opened = sys::open("fifo", O_RDWR, 0);
  report("open", opened);
  Fd fifo(opened.fd());
  report("write", sys::write(fifo, "to myself", 9));
  char buffer[16] = {};
  report("read", sys::read(fifo, buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 9));
  setup::write_all(fifo, "more");
  report("open with O_TRUNC", sys::open("fifo", O_RDWR | O_TRUNC, 0));
  report("ftruncate", sys::ftruncate(fifo, 0));
  report("read", sys::read(fifo, buffer, sizeof(buffer)));
  setup::set_status_flags(fifo, O_NONBLOCK);
  report("read of nothing", sys::read(fifo, buffer, sizeof(buffer)));
}
