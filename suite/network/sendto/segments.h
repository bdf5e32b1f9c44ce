// For suite/network/sendto: what a TCP socket has sent.
#pragma once

#include "wali/test.h"

// Segments with data that the socket has sent: a field of Linux's tcp_info.
inline uint32_t segments_sent(int socket) {
  constexpr size_t at = 156; // tcpi_data_segs_out
  alignas(8) static char info[at + 4];
  uint32_t size = sizeof(info), segments = 0;
  setup::require_zero("getsockopt", sys::getsockopt(socket, SOL_TCP, TCP_INFO, info, &size));
  __builtin_memcpy(&segments, info + at, sizeof(segments));
  return segments;
}
