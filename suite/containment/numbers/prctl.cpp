// prctl's arguments that look like addresses of the host do not reach its memory.
// Covers: numbers prctl, PR_SET_MM, PR_SET_VMA, PR_GET_NAME
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  auto attack = [](int option) {
    return [option] {
      const containment::HostAddresses &host = containment::host_addresses();
      for (int i = 0; i < host.count; ++i)
        for (int second = 0; second < 16; ++second) {
          uint64_t address = static_cast<uint64_t>(host.values[i]);
          sys::prctl(option, static_cast<uint64_t>(second), address, 4096, address);
          sys::prctl(option, address, address, 4096, 0);
        }
    };
  };
  report("PR_SET_MM", containment::after(attack(PR_SET_MM)));
  report("PR_SET_VMA", containment::after(attack(PR_SET_VMA)));
  report("PR_GET_AUXV", containment::after(attack(0x41555856)));
  report("PR_SET_NAME", containment::after(attack(PR_SET_NAME)));
  report("PR_GET_TID_ADDRESS", containment::after(attack(PR_GET_TID_ADDRESS)));
  report("PR_GET_PDEATHSIG", containment::after(attack(PR_GET_PDEATHSIG)));
}
