// What the engine writes, read without ever blocking and kept within bounds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "harness/launch/descriptor.h"

namespace wali::launch {

// One output stream of the engine.
class Stream {
public:
  // Reads from the pipe end `source`, which becomes non-blocking. Keeps the first
  // `head_limit` bytes and the last `tail_limit`; more than `flood_limit` is a flood.
  Stream(Descriptor source, uint64_t head_limit, uint64_t tail_limit, uint64_t flood_limit);

  // Reads what is there now: all of it up to the flood limit.
  void drain();

  // The descriptor to poll; -1 when all is read, or as much as is wanted.
  int poll_fd() const { return flooded() ? -1 : source.get(); }
  bool flooded() const { return total > flood_limit; }
  uint64_t bytes() const { return total; }
  const std::string &head() const { return first; }
  std::string tail() const;

private:
  void take(std::string_view chunk);

  Descriptor source;
  uint64_t head_limit, tail_limit, flood_limit;
  uint64_t total = 0;
  std::string first;
  std::string last; // at least the tail, at most twice as much and a chunk
};

} // namespace wali::launch
