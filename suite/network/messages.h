// The calls that send and those that receive, for programs about what they share: each
// such program makes the same call by every one of them.
#pragma once

#include "wali/test.h"

namespace wali {

struct SendCall {
  const char *name;
  // Sends `bytes`, to the address of `size` bytes unless that is null.
  Result (*send)(int socket, Text bytes, int flags, const void *address, uint32_t size);
};
inline constexpr SendCall send_calls[] = {
    {"sendto", [](int socket, Text bytes, int flags, const void *address,
                  uint32_t size) { return sys::sendto(socket, bytes.data, bytes.size, flags, address, size); }},
    {"sendmsg",
     [](int socket, Text bytes, int flags, const void *address, uint32_t size) {
       iovec vector = {const_cast<char *>(bytes.data), bytes.size};
       msghdr message = {};
       message.msg_name = const_cast<void *>(address);
       message.msg_namelen = size;
       message.msg_iov = &vector;
       message.msg_iovlen = 1;
       return sys::sendmsg(socket, &message, flags);
     }},
};

struct ReceiveCall {
  const char *name;
  // Receives into `bytes`, without the sender's address.
  Result (*receive)(int socket, void *bytes, size_t size, int flags);
};
inline constexpr ReceiveCall receive_calls[] = {
    {"recvfrom", [](int socket, void *bytes, size_t size,
                    int flags) { return sys::recvfrom(socket, bytes, size, flags, nullptr, nullptr); }},
    {"recvmsg",
     [](int socket, void *bytes, size_t size, int flags) {
       iovec vector = {bytes, size};
       msghdr message = {};
       message.msg_iov = &vector;
       message.msg_iovlen = 1;
       return sys::recvmsg(socket, &message, flags);
     }},
};

// Makes `call` while SIGUSR2 comes again and again to a handler with `flags`, and reports
// its result and the runs of the handler until then. By the tenth run the call must have
// been interrupted: `provide` gives it what it waits for.
template <class Provide, class Call> Result report_under_signals(Text name, uint64_t flags, Provide, Call call) {
  static int runs;
  static constexpr Provide provide{}; // captures nothing
  runs = 0;
  setup::on_signal(
      SIGUSR2,
      [](int) {
        if (++runs == 10)
          provide();
      },
      flags);
  Result result;
  int seen;
  {
    Interrupter interrupter(SIGUSR2);
    result = call();
    seen = runs;
  }
  const Line line = label(name, ", ", Flags{abi::sets::sigaction_flags, flags});
  report(line, result);
  report(label(line.text(), ": runs of the handler"), seen);
  return result;
}

} // namespace wali
