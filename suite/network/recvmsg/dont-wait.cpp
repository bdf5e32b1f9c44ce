// With MSG_DONTWAIT recvfrom and recvmsg fail with EAGAIN instead of waiting. They receive
// what is there.
// Covers: recvfrom MSG_DONTWAIT, EAGAIN
// Covers: recvmsg MSG_DONTWAIT, EAGAIN
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  setup::on_signal(SIGUSR2, [](int) {});
  for (const ReceiveCall &call : receive_calls) {
    SocketPair pair = setup::socketpair();
    char bytes[8] = {};
    {
      Interrupter interrupter(SIGUSR2); // a wait that should be none ends
      report(label(call.name, " of nothing"), call.receive(pair.first, bytes, sizeof(bytes), MSG_DONTWAIT));
    }
    setup::write_all(pair.second, "there");
    report(label(call.name, " of something"), call.receive(pair.first, bytes, sizeof(bytes), MSG_DONTWAIT));
    report("bytes", Text(bytes));
  }
}
