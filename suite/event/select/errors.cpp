// select and pselect6 refuse closed descriptors, negative counts, wrong times and bad
// addresses. The sets stay as they were.
// Covers: select EBADF, EINVAL, EFAULT
// Covers: pselect6 EBADF, EINVAL, EFAULT
#include "wali/test.h"

namespace {

template <class Time, class Select> void report_errors(const char *name, Time wrong, Select select) {
  auto report_call = [&](const char *what, Result result) { report(label(name, ", ", what), result); };
  fd_set read = {{uint64_t{1} << 40}}, write = read, except = read;
  Time zero = {0, 0};
  report_call("closed descriptor", select(41, &read, &write, &except, &zero));
  report("sets", label(Hex{read.bits[0]}, " ", Hex{write.bits[0]}, " ", Hex{except.bits[0]}));
  report("time", zero);
  zero = {0, 0};
  report_call("closed descriptor beyond nfds", select(40, &read, nullptr, nullptr, &zero));
  zero = {0, 0};
  report_call("more than the limit of descriptors, no sets", select(1 << 20, nullptr, nullptr, nullptr, &zero));
  zero = {0, 0};
  report_call("negative nfds", select(-1, nullptr, nullptr, nullptr, &zero));
  zero = {0, 0};
  report_call("wrong time", select(0, nullptr, nullptr, nullptr, &wrong));
  report_call("bad time", select(0, nullptr, nullptr, nullptr, static_cast<Time *>(setup::bad_address())));
  report_call("bad set", select(41, static_cast<fd_set *>(setup::bad_address()), nullptr, nullptr, &zero));
}

} // namespace

void test() {
  report_errors("select", timeval{-1, 0}, sys::select);
  report_errors("pselect6", timespec{0, 1000000000},
                [](int nfds, fd_set *read, fd_set *write, fd_set *except, timespec *time) {
                  return sys::pselect6(nfds, read, write, except, time, nullptr);
                });
}
