// With MSG_DONTWAIT sendto and sendmsg fail with EAGAIN instead of waiting for room.
// Covers: sendto MSG_DONTWAIT, EAGAIN
// Covers: sendmsg MSG_DONTWAIT, EAGAIN
#include "suite/network/messages.h"
#include "wali/test.h"

void test() {
  setup::on_signal(SIGUSR2, [](int) {});
  for (const SendCall &call : send_calls) {
    SocketPair pair = setup::socketpair();
    static char bytes[65536];
    Interrupter interrupter(SIGUSR2); // a wait that should be none ends
    report(label(call.name, " with room"), call.send(pair.first, "x", MSG_DONTWAIT, nullptr, 0));
    Result result = {1};
    for (int sent = 0; result.value > 0 && sent < 1000; ++sent)
      result = call.send(pair.first, {bytes, sizeof(bytes)}, MSG_DONTWAIT, nullptr, 0);
    report(label(call.name, " without room"), result);
  }
}
