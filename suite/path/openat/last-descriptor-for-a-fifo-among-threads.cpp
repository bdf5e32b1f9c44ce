// With other threads running, the last free descriptor suffices to open a FIFO,
// which waits for its other end as ever; with none free it is refused.
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
  Result reader = sys::openat(AT_FDCWD, "fifo", O_RDONLY, 0);
  report("openat against the last descriptor", compared(reader.fd(), last));
  report("read", setup::read_all(reader.fd()));
  report("writer", writer.wait());
  report("openat without a free descriptor", sys::openat(AT_FDCWD, "fifo", O_RDONLY, 0));
  rlimit limit = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &limit));
  report("limit against the one set", compared(limit.rlim_cur, static_cast<uint64_t>(last) + 1));
  end.set();
}
