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

// Moves `fd` to a number that a guest is unlikely to need: above the limit on descriptors
// if that may be raised for the moment, and below it otherwise. Returns the new number,
// which is closed on exec, or -errno. `fd` is closed in any case.
int64_t move_out_of_the_way(int fd);

} // namespace wali::host
