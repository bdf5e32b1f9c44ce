// What the engine writes, read without ever blocking and kept within bounds.
#include "harness/launch/streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace wali::launch {

Stream::Stream(Descriptor from, uint64_t head_limit, uint64_t tail_limit, uint64_t flood_limit)
    : source(std::move(from)),
      head_limit(head_limit),
      tail_limit(tail_limit),
      flood_limit(flood_limit) {
  fcntl(source.get(), F_SETFL, O_NONBLOCK);
}

void Stream::drain() {
  char buffer[1 << 16]; // a pipe's usual capacity
  while (source && !flooded()) {
    ssize_t size = read(source.get(), buffer, sizeof buffer);
    if (size < 0 && errno == EINTR)
      continue;
    if (size < 0 && errno == EAGAIN)
      return;
    if (size <= 0)
      source.reset();
    else
      take({buffer, static_cast<size_t>(size)});
  }
}

void Stream::take(std::string_view chunk) {
  total += chunk.size();
  first.append(chunk.substr(0, std::min<uint64_t>(chunk.size(), head_limit - first.size())));
  if (tail_limit == 0)
    return;
  last.append(chunk);
  if (last.size() > 2 * tail_limit)
    last.erase(0, last.size() - tail_limit);
}

std::string Stream::tail() const {
  return last.substr(last.size() - std::min<uint64_t>(last.size(), tail_limit));
}

} // namespace wali::launch
