// For programs about messages that are received without any buffer.
#pragma once

#include "wali/test.h"

namespace wali {

// Takes away the message's vector.
inline void without_buffers(Message &message) {
  message->msg_iov = nullptr;
  message->msg_iovlen = 0;
}

} // namespace wali
