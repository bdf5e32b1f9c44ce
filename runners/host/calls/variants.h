// Parameters that are a number or a pointer, depending on another parameter
// (Kind::variant).
#pragma once

#include <cstdint>

namespace wali::host {

// What the third argument of fcntl is for a command.
enum class FcntlArgument { unknown, number, lock, owner, bytes };
FcntlArgument fcntl_argument(int command);

// Whether the fourth and the fifth argument of futex is an address (futex(2)). `operation`
// may contain flags.
bool futex_has_timeout(int32_t operation);
bool futex_has_second_word(int32_t operation);

// What the third argument of ioctl is for a request.
struct IoctlRequest {
  enum class Argument {
    number,     // a number or nothing: Linux does not treat it as a pointer
    in,         // a structure that the call reads
    out,        // a structure that it writes
    inout,      // a structure that it reads and writes
    ifconf,     // an ifconf, which holds a pointer
    ifreq_data, // an ifreq whose union is a pointer
  };

  uint32_t request;
  Argument argument;
  uint16_t size = 0; // of the structure, in bytes
};

// The entry of a request, or null if the host does not know it.
const IoctlRequest *find_ioctl_request(uint32_t request);

} // namespace wali::host
