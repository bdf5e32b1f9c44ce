// Compiled code, kept between runs.
//
// An entry is one file, found by a hash of what it was compiled from and by
// whom; it holds the module's bytes too, and only counts when they are the same.
// Entries appear by rename and are never written again, so any number of runs may
// share a cache. Whatever is wrong with a cache, the run goes on without it.
//
// The code is judged and used in a copy in memory: nobody changes what runs by
// changing the file. Who can write the cache can still leave code there for the
// next run, which executes it as the engine.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wali::runner {

using Bytes = std::span<const uint8_t>;

class Cache {
public:
  // `configuration` names everything but the module that the code depends on.
  Cache(std::string directory, std::string configuration);
  // A cache that holds nothing and keeps nothing.
  Cache() = default;

  // The code compiled from `module`, or nothing. No descriptor stays open.
  std::optional<std::vector<uint8_t>> find(Bytes module) const;

  void store(Bytes module, Bytes code) const;

  // $WALI_CACHE_DIR, else the user's cache directory; empty when there is none.
  static std::string default_directory();

private:
  std::string path_of(Bytes module) const;

  std::string directory, configuration;
};

} // namespace wali::runner
