// Parameters that are a number or a pointer, by the value of another (Kind::variant).
#pragma once

#include <cstdint>

namespace wali::host {

// What the third argument of fcntl is, by command.
enum class FcntlArgument { unknown, number, lock, owner, bytes };
FcntlArgument fcntl_argument(int command);

// Whether the fourth argument of futex is an address, and whether the fifth is one
// (futex(2)). The operation may have its flags.
bool futex_has_timeout(int32_t operation);
bool futex_has_second_word(int32_t operation);

// What the third argument of ioctl is, by request.
struct IoctlRequest {
  enum class Argument {
    number,     // or nothing: Linux does not follow it
    in,         // a structure that the call reads
    out,        // one that it writes
    inout,      // both
    ifconf,     // an ifconf, which has a pointer
    ifreq_data, // an ifreq whose union is a pointer
  };

  uint32_t request;
  Argument argument;
  uint16_t size = 0; // of the structure, in bytes
};

// The entry of that request; null for one that the host does not know.
const IoctlRequest *find_ioctl_request(uint32_t request);

} // namespace wali::host
