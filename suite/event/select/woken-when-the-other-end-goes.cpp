// select and pselect6 return when another thread closes the other end of the pipe.
// Covers: select wait that ends when the other end goes
// Covers: pselect6 wait that ends when the other end goes
#include "suite/event/other_end.h"

namespace {

template <class Select> void report_ends(const char *name, Select select) {
  Pipe empty = setup::pipe(), full = full_pipe();
  fd_set read = {{uint64_t{1} << empty.read}}, write = {{uint64_t{1} << full.write}};
  report_ended_wait(label(name, " of the reader"), empty, close_writer, [&] { return select(&read, nullptr); });
  report("readable", read.bits[0] >> empty.read);
  report_ended_wait(label(name, " of the writer"), full, close_reader, [&] { return select(nullptr, &write); });
  report("writable", write.bits[0] >> full.write);
}

} // namespace

void test() {
  report_ends("select", [](fd_set *read, fd_set *write) { return sys::select(64, read, write, nullptr, nullptr); });
  report_ends("pselect6",
              [](fd_set *read, fd_set *write) { return sys::pselect6(64, read, write, nullptr, nullptr, nullptr); });
}
