// SIGCONT continues a stopped process even when it is ignored or blocked. A handler for it runs after that.
// Covers: kill SIGSTOP, SIGCONT
#include "wali/test.h"

namespace {

int runs;

void stop_and_continue(const char *name, void (*prepare)()) {
  Event &ready = setup::shared<Event>(), &released = setup::shared<Event>();
  Child child = setup::fork([&] {
    prepare();
    ready.set();
    released.wait();
    // The stop may have come between two calls. A handler has run when the next one returns.
    sys::sched_yield();
    return runs;
  });
  ready.wait();
  int status = 0;
  child.kill(SIGSTOP);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report(label(name, ", child"), WaitStatus{status});
  child.kill(SIGCONT);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
  report(label(name, ", child"), WaitStatus{status});
  released.set();
  report(label(name, ", child with its handler's runs"), child.wait());
}

} // namespace

void test() {
  stop_and_continue("default", [] {});
  stop_and_continue("ignored", [] { setup::set_disposition(SIGCONT, SIG_IGN); });
  stop_and_continue("blocked", [] { setup::block(SIGCONT); });
  stop_and_continue("caught", [] { setup::on_signal(SIGCONT, [](int) { ++runs; }); });
}
