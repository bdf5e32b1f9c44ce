// recvmsg, but for descriptors that a guest may not have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "runners/host/memory/layouts.h"
#include "runners/host/running/thread.h"

namespace wali::host {

// recvmsg(2). `header` leads to `control`, a buffer of the host's with the room
// that the guest gave: what is there afterwards, header.controllen bytes, names
// descriptors that the guest has got. -EACCES, and none of them, where one reaches
// process memory (judgement.h); no thread of any guest can name that one at any
// time (airlock.h).
int64_t contained_recvmsg(Thread &thread, int socket, kernel_layout::msghdr &header,
                          std::span<std::byte> control, int flags);

// The descriptors of a control message: of SCM_RIGHTS, or the one of SCM_PIDFD.
// `control` must be aligned as allocated memory is.
std::span<int> descriptors_in(const ControlMessage &message, std::span<std::byte> control);

// Closes them.
void close_all(std::span<const int> descriptors);

} // namespace wali::host
