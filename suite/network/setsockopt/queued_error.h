// Errors that a socket keeps for MSG_ERRQUEUE.
#pragma once

#include "suite/network/options.h"

namespace wali {

// Reports the error that is queued, as the control message that it comes with tells it.
template <class Address> void report_queued_error(const char *name, int socket) {
  // sock_extended_err of linux/errqueue.h, with the address of who said it.
  struct ExtendedError {
    uint32_t error;
    uint8_t origin, type, code, pad;
    uint32_t info, data;
    Address offender;
  };
  char bytes[16];
  Control<ExtendedError> along = {};
  report(name, sys::recvmsg(socket, Message(bytes, sizeof(bytes)).with_control(along), MSG_ERRQUEUE));
  report("level", along.header.cmsg_level);
  report("type", along.header.cmsg_type);
  report("error", Result{-int64_t{along.value.error}});
  report("origin", int64_t{along.value.origin});
  report("info", along.value.info);
}

} // namespace wali
