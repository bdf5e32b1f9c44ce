// With other threads running, openat of a FIFO needs one free descriptor and no more, and still waits for the other
// end. Without a free descriptor it is refused.
// Covers: openat EMFILE, FIFO, FIFO among threads
#include "wali/test.h"

namespace {

Event end;

} // namespace

void test() {
  setup::make_fifo("fifo");
  Thread thread([](void *) { end.wait(); });
  const int last = Fd(setup::open("fifo", O_RDWR));
  Child writer = setup::fork([] { setup::write_all(setup::open("fifo", O_WRONLY), "met"); });
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(last) + 1);
  report("last free descriptor", last);
  Result reader = sys::openat(AT_FDCWD, "fifo", O_RDONLY, 0);
  report("openat", reader);
  report("read", setup::read_all(reader.fd()));
  report("writer", writer.wait());
  report("openat without a free descriptor", sys::openat(AT_FDCWD, "fifo", O_RDONLY, 0));
  rlimit limit = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &limit));
  report("limit afterwards", limit.rlim_cur);
  end.set();
}
