// For programs about credentials that a message names.
#pragma once

#include "wali/test.h"

namespace wali {

// Sends a byte with the credentials `named`.
inline Result send_with(int socket, const ucred &named) {
  Control<ucred> control = {{sizeof(cmsghdr) + sizeof(ucred), 0, SOL_SOCKET, SCM_CREDENTIALS}, named};
  return sys::sendmsg(socket, Message("x").with_control(control), 0);
}

} // namespace wali
