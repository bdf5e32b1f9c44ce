// What a receive returns of the sender.
#pragma once

#include "wali/test.h"

namespace wali {

// Receives a byte with room for credentials, and reports the result, the length of what came along, and the
// sender's id.
inline void report_sender(const char *name, int socket) {
  char byte;
  Control<ucred> received = {};
  Message message(&byte, 1);
  message.with_control(received);
  report(name, sys::recvmsg(socket, message, 0));
  report("msg_controllen", message->msg_controllen);
  report("pid", received.value.pid);
}

} // namespace wali
