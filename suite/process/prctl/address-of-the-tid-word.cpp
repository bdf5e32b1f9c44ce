// PR_GET_TID_ADDRESS returns the address that set_tid_address was last given in this thread. A child of fork has
// none.
// Covers: prctl PR_GET_TID_ADDRESS, fork
// Covers: fork address of set_tid_address
#include "wali/test.h"

namespace {

int word = 1;

void report_address(const char *name) {
  Guarded<int *> address;
  report(name, sys::prctl(PR_GET_TID_ADDRESS, reinterpret_cast<uintptr_t>(&address), 0, 0, 0));
  report("address", reinterpret_cast<uintptr_t>(*address));
  report_walls("walls", address);
}

} // namespace

void test() {
  setup::require_pid("set_tid_address", sys::set_tid_address(&word));
  report("the word's", reinterpret_cast<uintptr_t>(&word));
  report_address("PR_GET_TID_ADDRESS");
  setup::in_child([] { report_address("PR_GET_TID_ADDRESS in a child"); });
}
