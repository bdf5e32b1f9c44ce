// The host's own descriptors in the guest's table. To the guest they do not exist.
#pragma once

#include <atomic>
#include <climits>
#include <cstdint>

namespace wali::host {

// The descriptors of the lane (airlock.h). The guest must not close or replace them.
inline std::atomic<int> hidden_descriptors[3] = {INT_MIN, INT_MIN, INT_MIN};

// The descriptor to use if the guest names `fd`: -1 if that one is hidden, and `fd`
// otherwise.
inline int64_t guest_descriptor(int64_t fd) {
  for (const std::atomic<int> &hidden : hidden_descriptors)
    if (static_cast<int>(fd) == hidden.load(std::memory_order_relaxed)) [[unlikely]]
      return -1;
  return fd;
}

} // namespace wali::host
