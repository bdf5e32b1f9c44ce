// poll, ppoll, select and pselect6, for programs about what the four share. Each such program calls every one of
// them.
#pragma once

#include "wali/test.h"

namespace wali {

struct ReadinessCall {
  const char *name;
  // Asks whether `fd`, below 64, is readable: now, or without a limit.
  Result (*readable)(int fd, bool wait);
};
inline constexpr ReadinessCall readiness_calls[] = {
    {"poll",
     [](int fd, bool wait) {
       pollfd entry = {fd, POLLIN, 0};
       return sys::poll(&entry, 1, wait ? -1 : 0);
     }},
    {"ppoll",
     [](int fd, bool wait) {
       pollfd entry = {fd, POLLIN, 0};
       timespec zero = {0, 0};
       return sys::ppoll(&entry, 1, wait ? nullptr : &zero, nullptr, 8);
     }},
    {"select",
     [](int fd, bool wait) {
       fd_set read = {{uint64_t{1} << fd}};
       timeval zero = {0, 0};
       return sys::select(fd + 1, &read, nullptr, nullptr, wait ? nullptr : &zero);
     }},
    {"pselect6",
     [](int fd, bool wait) {
       fd_set read = {{uint64_t{1} << fd}};
       timespec zero = {0, 0};
       return sys::pselect6(fd + 1, &read, nullptr, nullptr, wait ? nullptr : &zero, nullptr);
     }},
};

} // namespace wali
