// Descriptors of the host's own in the guest's table: none to the guest.
#pragma once

#include <atomic>
#include <climits>
#include <cstdint>

namespace wali::host {

// What the lane has there (airlock.h), which may not be closed or replaced.
inline std::atomic<int> hidden_descriptors[3] = {INT_MIN, INT_MIN, INT_MIN};

// What a guest means that names `fd`: -1 for one that is hidden from it.
inline int64_t guest_descriptor(int64_t fd) {
  for (const std::atomic<int> &hidden : hidden_descriptors)
    if (static_cast<int>(fd) == hidden.load(std::memory_order_relaxed)) [[unlikely]]
      return -1;
  return fd;
}

// Moves `fd` to a number that is least in a guest's way: beyond the limit on
// descriptors, where that may be raised for the moment, else below it. The new number,
// which is closed on exec, or -errno. `fd` is closed in any case.
int64_t move_out_of_the_way(int fd);

} // namespace wali::host
