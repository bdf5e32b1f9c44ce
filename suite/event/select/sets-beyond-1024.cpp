// select and pselect6 take sets of as many bits as nfds says. They report descriptor 2000 as readable and 2001 as
// writable.
// Covers: select nfds above 1024
// Covers: pselect6 nfds above 1024
// REQUIRES: open-files-4k
#include "wali/test.h"

namespace {

constexpr int reader = 2000, writer = 2001;

template <class Select> void report_sets(const char *name, Select select) {
  constexpr int word = reader / 64;
  uint64_t read[word + 1] = {}, write[word + 1] = {};
  read[word] = write[word] = uint64_t{3} << reader % 64; // both
  report(name, select(writer + 1, reinterpret_cast<fd_set *>(read), reinterpret_cast<fd_set *>(write)));
  report("readable", read[word] >> reader % 64);
  report("writable", write[word] >> reader % 64);
}

} // namespace

void test() {
  setup::limit(RLIMIT_NOFILE, 4096);
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  setup::require_value("dup2", sys::dup2(pipe.read, reader), reader);
  setup::require_value("dup2", sys::dup2(pipe.write, writer), writer);
  report_sets("select", [](int nfds, fd_set *read, fd_set *write) {
    timeval zero = {0, 0};
    return sys::select(nfds, read, write, nullptr, &zero);
  });
  report_sets("pselect6", [](int nfds, fd_set *read, fd_set *write) {
    timespec zero = {0, 0};
    return sys::pselect6(nfds, read, write, nullptr, &zero, nullptr);
  });
}
