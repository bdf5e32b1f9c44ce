// The id -1 signals every process that the caller may signal, whatever its group and
// session, but not the caller.
// Covers: kill pid -1
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

struct Shared {
  Event ready;
  Result suspend;
  int runs;
};

int runs;

// SIGWINCH harms nobody who does not expect it.
void await_signal(Shared &shared) {
  setup::block(SIGWINCH);
  shared.ready.set();
  const sigset none = 0;
  shared.suspend = sys::rt_sigsuspend(&none, 8);
  shared.runs = runs;
}

} // namespace

void test() {
  Shared &near = setup::shared<Shared>(), &far = setup::shared<Shared>();
  setup::on_signal(SIGWINCH, [](int) { ++runs; });
  Child child = setup::fork([&] { await_signal(near); });
  Child of_another_session = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    await_signal(far);
  });
  near.ready.wait();
  far.ready.wait();
  report("kill", sys::kill(-1, SIGWINCH));
  report("child", child.wait());
  report("child of another session", of_another_session.wait());
  report("the child's rt_sigsuspend", near.suspend);
  report("the other child's rt_sigsuspend", far.suspend);
  report("the child's handler", near.runs);
  report("the other child's handler", far.runs);
  report("the caller's handler", runs);
}
