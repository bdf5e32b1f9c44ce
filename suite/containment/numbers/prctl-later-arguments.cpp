// If prctl's third, fourth or fifth argument is an address of the guest or the host, it reaches no
// memory, whatever the option.
// Covers: numbers prctl, PR_SCHED_CORE, PR_CAP_AMBIENT
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

constexpr int options = 80; // more than Linux has in a row
constexpr int set_syscall_user_dispatch = 59;

// Where Linux grants these, the caller does not live on: one would end the program with
// its parent, the others at its next call.
bool ends_the_caller(int option) {
  return option == PR_SET_PDEATHSIG || option == PR_SET_SECCOMP || option == set_syscall_user_dispatch;
}

// Each option with `address` in one place, and few values in front of it.
void try_all(uint64_t address) {
  for (int option = 1; option < options; ++option)
    for (uint64_t second : {0, 1, 3}) {
      if (ends_the_caller(option))
        continue;
      sys::prctl(option, second, address, 0, 0);
      sys::prctl(option, second, 0, address, 0);
      sys::prctl(option, second, 0, 0, address);
      sys::prctl(option, second, 3, 4096, address);
    }
}

} // namespace

void test() {
  report("addresses of the host", containment::after([] {
           for (int i = 0; i < containment::host_addresses().count; ++i)
             try_all(static_cast<uint64_t>(containment::host_addresses().values[i]));
         }));
  report("addresses beyond memory", containment::after([] {
           for (uint64_t address : {containment::memory_end(), containment::memory_end() - 1, uint64_t{0xffffffff}})
             try_all(address);
         }));
  static GuardedBytes<64> bytes;
  auto &changed = setup::shared<int>();
  auto try_own = [&] {
    try_all(static_cast<uint64_t>(reinterpret_cast<uintptr_t>(&*bytes)));
    for (size_t i = 0; i < 192; ++i)
      changed += bytes.all()[i] != poison;
  };
  report("an address of the guest", containment::after(try_own));
  report("bytes that changed there", changed);
}
