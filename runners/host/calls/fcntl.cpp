// fcntl: what its third argument is depends on the command (fcntl(2)).
#include <linux/fcntl.h>
#include <sys/syscall.h>

#include "runners/host/calls/variants.h"
#include "runners/host/linking/parameters.h"

// Commands that this machine's headers may be too old for.
#ifndef F_DUPFD_QUERY
#define F_DUPFD_QUERY 1027
#endif
#ifndef F_CREATED_QUERY
#define F_CREATED_QUERY 1028
#endif
#ifndef F_GETOWNER_UIDS
#define F_GETOWNER_UIDS 17
#endif

namespace wali::host {

FcntlArgument fcntl_argument(int command) {
  switch (command) {
  case F_GETLK:
  case F_SETLK:
  case F_SETLKW:
  case F_OFD_GETLK:
  case F_OFD_SETLK:
  case F_OFD_SETLKW:
    return FcntlArgument::lock;
  case F_GETOWN_EX:
  case F_SETOWN_EX:
    return FcntlArgument::owner;
  case F_GETOWNER_UIDS:
  case F_GET_RW_HINT:
  case F_SET_RW_HINT:
  case F_GET_FILE_RW_HINT:
  case F_SET_FILE_RW_HINT:
    return FcntlArgument::bytes;
  case F_DUPFD:
  case F_DUPFD_CLOEXEC:
  case F_DUPFD_QUERY:
  case F_CREATED_QUERY:
  case F_GETFD:
  case F_SETFD:
  case F_GETFL:
  case F_SETFL:
  case F_GETOWN:
  case F_SETOWN:
  case F_GETSIG:
  case F_SETSIG:
  case F_GETLEASE:
  case F_SETLEASE:
  case F_NOTIFY:
  case F_GETPIPE_SZ:
  case F_SETPIPE_SZ:
  case F_GET_SEALS:
  case F_ADD_SEALS:
    return FcntlArgument::number;
  default:
    return FcntlArgument::unknown;
  }
}

namespace {

using abi::Call;

int64_t fcntl(Thread &thread, const Parameters<Call::fcntl> &arguments) {
  switch (fcntl_argument(arguments.cmd)) {
  case FcntlArgument::lock:
  case FcntlArgument::owner:
  case FcntlArgument::bytes:
    return thread.syscall(SYS_fcntl, arguments.fd, arguments.cmd,
                          thread.memory().for_kernel(address_in(arguments.arg)));
  case FcntlArgument::number:
    return thread.syscall(SYS_fcntl, arguments.fd, arguments.cmd, arguments.arg);
  case FcntlArgument::unknown:
    break;
  }
  // A newer kernel may take a pointer there, so it must not get the guest's number. Linux
  // is asked for a command that no kernel has, and gives the right error.
  constexpr int no_command = -1;
  return thread.syscall(SYS_fcntl, arguments.fd, no_command, 0);
}

constexpr CallEntry entries[] = {entry<fcntl>};

} // namespace

CallTable fcntl_calls() { return entries; }

} // namespace wali::host
