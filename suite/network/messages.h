// The calls that accept, those that send and those that receive, for programs about what
// they share: each such program makes the same call by every one of them.
#pragma once

#include "wali/test.h"

namespace wali {

struct AcceptCall {
  const char *name;
  Result (*accept)(int listener, void *address, uint32_t *size);
};
inline constexpr AcceptCall accept_calls[] = {
    {"accept", [](int listener, void *address, uint32_t *size) { return sys::accept(listener, address, size); }},
    {"accept4", [](int listener, void *address, uint32_t *size) { return sys::accept4(listener, address, size, 0); }},
};

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

} // namespace wali
