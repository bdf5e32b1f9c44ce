#include "runners/host/trace/selection.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace wali::host::trace {

Selection::Selection(std::string_view text) {
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(',', begin), text.size());
    add(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

void Selection::add(std::string_view word) {
  const size_t before = names.size();
  std::set<std::string> groups;
  for (std::span<const abi::Syscall> calls : {abi::syscalls(), start_calls()})
    for (const abi::Syscall &call : calls) {
      groups.insert("%" + std::string(call.group));
      if (word == call.name || (word.starts_with('%') && word.substr(1) == call.group))
        names.push_back(call.name);
    }
  if (names.size() > before)
    return;
  std::string known;
  for (const std::string &group : groups)
    known += (known.empty() ? "" : ", ") + group;
  throw std::invalid_argument("no call or group `" + std::string(word) +
                              "`; calls are named without SYS_, groups are " + known);
}

bool Selection::has(const Import &import) const {
  const abi::Syscall *call = describe(import);
  return names.empty() || (call && std::ranges::count(names, call->name) != 0);
}

} // namespace wali::host::trace
