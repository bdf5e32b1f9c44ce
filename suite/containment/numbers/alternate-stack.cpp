// A signal that would be handled on an alternate stack outside of memory ends the
// process, not with status 0, and its parent goes on.
// Covers: numbers sigaltstack, SA_ONSTACK
// Oracle: wali-abi.md, Pointers
#include "wali/containment.h"

namespace {

void handler(int, siginfo *, void *) { sys::exit_group(0); }

Compared status_with(uintptr_t address, size_t size) {
  return compared(setup::fork([=] {
                    struct stack stack = {reinterpret_cast<void *>(address), 0, size};
                    sys::sigaltstack(&stack, nullptr);
                    setup::on_siginfo(SIGUSR1, handler, SA_ONSTACK);
                    sys::kill(sys::getpid().pid(), SIGUSR1);
                    return 0;
                  })
                      .wait()
                      .value,
                  0);
}

} // namespace

void test() {
  report("beyond memory, status against 0", status_with(0xc0000000, 65536));
  report("up to the end of addresses, status against 0", status_with(0xffff0000, 65535));
  report("child that works", containment::after([] {}));
}
