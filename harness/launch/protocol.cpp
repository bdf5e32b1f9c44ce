// What the keeper tells the supervisor: one message, one packet.
#include "harness/launch/protocol.h"

#include <sys/socket.h>

#include <cstdio>

namespace wali::launch {

void send(int control, const Message &message) {
  ::send(control, &message, sizeof message, MSG_NOSIGNAL);
}

void send_failure(int control, Message::Kind kind, const char *step, int error) {
  Message message;
  message.kind = kind;
  message.error = error;
  std::snprintf(message.step, sizeof message.step, "%s", step);
  send(control, message);
}

} // namespace wali::launch
