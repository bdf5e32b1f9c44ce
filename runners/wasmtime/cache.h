// Compiled code, kept between runs.
//
// An entry is one file. Its name is a hash of the module and of the compiler and its
// configuration; it holds the module's bytes too, and is used only if they are the
// same. Entries appear by rename and are never written again, so any number of runs
// may share a cache. If anything is wrong with a cache, the run goes on without it.
//
// The code is checked and used in a copy in memory, so that changing the file does not
// change what runs. But whoever can write to the cache can leave code there that the
// next run executes as a part of the engine.
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
  // `configuration` names everything, apart from the module, that the code depends on.
  Cache(std::string directory, std::string configuration);
  // A cache that is empty and stays so.
  Cache() = default;

  // The code compiled from `module`, or nothing. No descriptor stays open.
  std::optional<std::vector<uint8_t>> find(Bytes module) const;

  void store(Bytes module, Bytes code) const;

  // $WALI_CACHE_DIR or the user's cache directory; empty if there is neither.
  static std::string default_directory();

private:
  std::string path_of(Bytes module) const;

  std::string directory, configuration;
};

} // namespace wali::runner
