// The bytes that one writev writes from several buffers lie together in the file, whatever other processes append at
// the same time.
// Covers: writev O_APPEND, fork
#include "wali/test.h"

namespace {

constexpr int writers = 3, writes = 100, size = 50;

// All of them have written something before any goes on.
void append_records(char mark, Event *begun) {
  Fd log = setup::open("log", O_WRONLY | O_APPEND);
  char record[size];
  __builtin_memset(record, mark, size);
  const iovec buffers[] = {{record, 7}, {record, 30}, {record, size - 37}};
  for (int i = 0; i < writes; ++i) {
    setup::require_value("writev", sys::writev(log, buffers, 3), size);
    begun[mark - 'a'].set();
    for (int writer = 0; writer < writers; ++writer)
      begun[writer].wait();
  }
}

} // namespace

void test() {
  setup::write_file("log", "");
  auto *begun = static_cast<Event *>(setup::shared_memory(writers * sizeof(Event)));
  auto writer = [=](char mark) { return setup::fork([=] { append_records(mark, begun); }); };
  Child a = writer('a'), b = writer('b'), c = writer('c');
  report("first writer", a.wait());
  report("second", b.wait());
  report("third", c.wait());
  static char all[writers * writes * size];
  Fd log = setup::open("log", O_RDONLY);
  report("size", sys::read(log, all, sizeof(all)));
  int mixed = 0;
  for (size_t at = 0; at < sizeof(all); ++at)
    mixed += all[at] != all[at / size * size];
  report("bytes out of their record", mixed);
}
