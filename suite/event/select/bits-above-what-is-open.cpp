// select and pselect6 ignore bits far above the largest open descriptor, where POSIX has EBADF. They still report an
// open descriptor below.
// Covers: select descriptors that are not open
// Covers: pselect6 descriptors that are not open
#include "wali/test.h"

namespace {

constexpr int far_above = 900000; // more than Linux has room for, for any process with few descriptors

template <class Select> void report_sets(const char *name, int fd, Select select) {
  static uint64_t read[far_above / 64 + 1];
  read[0] = uint64_t{1} << fd;
  read[far_above / 64] = uint64_t{1} << far_above % 64;
  report(name, select(far_above + 1, reinterpret_cast<fd_set *>(read)));
  report("what is open", read[0] >> fd);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  report_sets("select", pipe.read, [](int nfds, fd_set *read) {
    timeval zero = {0, 0};
    return sys::select(nfds, read, nullptr, nullptr, &zero);
  });
  report_sets("pselect6", pipe.read, [](int nfds, fd_set *read) {
    timespec zero = {0, 0};
    return sys::pselect6(nfds, read, nullptr, nullptr, &zero, nullptr);
  });
}
