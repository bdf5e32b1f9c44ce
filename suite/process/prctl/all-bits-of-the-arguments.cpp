// PR_SET_NO_NEW_PRIVS requires the arguments 1, 0, 0 and 0, in all 64 bits of each. With any others
// it fails and sets nothing.
// Covers: prctl PR_SET_NO_NEW_PRIVS, EINVAL, unused arguments
// REQUIRES: new-privileges
#include "wali/test.h"

void test() {
  constexpr uint64_t high = uint64_t{1} << 32;
  const uint64_t wrong[][4] = {{1, 1, 0, 0},    {1, 0, 1, 0},    {1, 0, 0, 1},   {1 | high, 0, 0, 0},
                               {1, high, 0, 0}, {1, 0, high, 0}, {1, 0, 0, high}};
  for (const auto &arguments : wrong)
    report(label(Hex{arguments[0]}, " ", Hex{arguments[1]}, " ", Hex{arguments[2]}, " ", Hex{arguments[3]}),
           sys::prctl(PR_SET_NO_NEW_PRIVS, arguments[0], arguments[1], arguments[2], arguments[3]));
  report("PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
  report("0x1 0x0 0x0 0x0", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
  report("PR_GET_NO_NEW_PRIVS", sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
}
