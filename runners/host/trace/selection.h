// Which imports --trace shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runners/host/linking/registry.h"

namespace wali::host::trace {

class Selection {
public:
  // All of them.
  Selection() = default;
  // Those of `NAME,NAME…`: calls without `SYS_`, imports of start, arguments,
  // environment and threads, and `%GROUP` for the calls of a group. Throws
  // std::invalid_argument, with what is wrong in one line.
  explicit Selection(std::string_view text);

  bool has(const Import &import) const;

private:
  void add(std::string_view word);

  std::vector<std::string_view> names; // of the table's entries; empty: all
};

} // namespace wali::host::trace
