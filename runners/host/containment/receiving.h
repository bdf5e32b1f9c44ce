// recvmsg, except for descriptors that a guest must not have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "runners/host/memory/layouts.h"
#include "runners/host/running/thread.h"

namespace wali::host {

// recvmsg(2). `header` must point to `control`, a buffer of the host that is as long as the
// guest's. Afterwards its first header.controllen bytes name the descriptors that the guest
// has received. If one of them reaches process memory (judgement.h), the guest receives
// none of them, and the result is -EACCES. At no time can any thread of the guest name
// that one (airlock.h).
int64_t contained_recvmsg(Thread &thread, int socket, kernel_layout::msghdr &header,
                          std::span<std::byte> control, int flags);

// The descriptors of a control message: those of SCM_RIGHTS, or the one of SCM_PIDFD.
// `control` must be aligned like allocated memory.
std::span<int> descriptors_in(const ControlMessage &message, std::span<std::byte> control);

// Closes them.
void close_all(std::span<const int> descriptors);

} // namespace wali::host
