// openat, except for files that a guest must not open.
#pragma once

#include <cstdint>

#include "runners/host/running/thread.h"

namespace wali::host {

// openat(2). Returns -EACCES for a file that reaches_process_memory (judgement.h). At no
// time can any thread of the guest name a descriptor of such a file (airlock.h).
int64_t contained_openat(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode);

} // namespace wali::host
