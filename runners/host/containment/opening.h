// openat, but for what a guest may not open.
#pragma once

#include <cstdint>

#include "runners/host/running/thread.h"

namespace wali::host {

// openat(2). -EACCES for what reaches_process_memory (judgement.h), which no
// thread of any guest can name at any time (airlock.h).
int64_t contained_openat(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode);

} // namespace wali::host
