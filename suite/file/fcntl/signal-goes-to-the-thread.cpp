// With F_OWNER_TID the signal of an asynchronous descriptor waits for the thread that is
// the owner, and for no other thread of its process.
// Covers: fcntl F_SETOWN_EX, F_OWNER_TID, O_ASYNC, threads
#include "wali/test.h"

namespace {

struct Owner {
  Event sent;
  SignalSet pending;
};

void look(void *argument) {
  auto *owner = static_cast<Owner *>(argument);
  owner->sent.wait();
  owner->pending = setup::pending_signals();
}

} // namespace

void test() {
  setup::block(SIGIO);
  Pipe pipe = setup::pipe();
  Owner owner = {};
  Thread thread(look, &owner);
  f_owner_ex wanted = {F_OWNER_TID, thread.tid()};
  report("F_SETOWN_EX", sys::fcntl(pipe.read, F_SETOWN_EX, reinterpret_cast<uintptr_t>(&wanted)));
  setup::set_status_flags(pipe.read, O_ASYNC);
  setup::write_all(pipe.write, "!");
  report("pending here", setup::pending_signals());
  owner.sent.set();
  thread.join();
  report("pending in the thread", owner.pending);
}
