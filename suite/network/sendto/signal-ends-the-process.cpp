// SIGPIPE ends a process that does nothing about it, and the send does not return. A process that
// ignores the signal gets EPIPE.
// Covers: sendto SIGPIPE, EPIPE
// Covers: sendmsg SIGPIPE, EPIPE
#include "suite/network/messages.h"

namespace {

// How a child ends that sends to nobody, with `disposition` for SIGPIPE: it exits with the errno.
void report_child(const SendCall &call, const char *name, uintptr_t disposition) {
  SocketPair pair = setup::socketpair();
  pair.second.reset();
  Child child = setup::fork([&] {
    setup::set_disposition(SIGPIPE, disposition);
    return static_cast<int>(-call.send(pair.first, "x", 0, nullptr, 0).value);
  });
  report(label(call.name, ", ", name), child.wait());
}

} // namespace

void test() {
  for (const SendCall &call : send_calls) {
    report_child(call, "SIG_DFL", SIG_DFL);
    report_child(call, "SIG_IGN", SIG_IGN);
  }
}
