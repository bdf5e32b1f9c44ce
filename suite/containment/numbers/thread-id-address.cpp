// If the word that set_tid_address named lies outside memory, the thread ends without harm to the
// process.
// Covers: numbers set_tid_address
// Covers: set_tid_address bad address
#include "suite/containment/containment.h"

namespace {

void ends(void *address) { sys::set_tid_address(static_cast<int *>(address)); }

} // namespace

void test() {
  for (uintptr_t bad :
       {reinterpret_cast<uintptr_t>(setup::bad_address()), uintptr_t{0xc0000000}, ~uintptr_t{0} - 1, ~uintptr_t{0}})
    report("child", containment::after([bad] { Thread(ends, reinterpret_cast<void *>(bad)).join(); }));
}
