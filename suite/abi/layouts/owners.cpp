// f_owner_ex has the kind of owner at 0 and its id at 4, in and out.
// Covers: layouts f_owner_ex
// Covers: fcntl layout, F_SETOWN_EX, F_GETOWN_EX
#include "suite/abi/layouts/raw.h"

void test() {
  Pipe pipe = setup::pipe();
  layouts::Raw<8> set, got;
  const int self = sys::getpid().pid();
  report("getpid", self);
  set.put<int32_t>(0, F_OWNER_PID).put<int32_t>(4, self);
  report("F_SETOWN_EX", sys::fcntl(pipe.read, F_SETOWN_EX, set));
  report("F_GETOWN_EX", sys::fcntl(pipe.read, F_GETOWN_EX, got));
  got.report_field<int32_t>("kind", 0);
  got.report_field<int32_t>("id", 4);
  got.report_walls();
}
