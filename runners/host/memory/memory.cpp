#include "runners/host/memory/memory.h"

#include <linux/futex.h>

#include <algorithm>

#include "runners/host/running/assembly.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {

uint64_t Memory::size() const {
  uint64_t now = source.size(source.context);
  known_size.store(now, std::memory_order_relaxed);
  return now;
}

bool Memory::is_inside(uint64_t address) const { return address < size(); }

// A copy that starts inside and straddles the end faults there, in the
// reservation, and comes back as a failure.
bool Memory::read_bytes(GuestAddress address, void *to, size_t length) const {
  if (length == 0)
    return true;
  if (length > max_memory_bytes)
    return false;
  return wali_copy(to, reinterpret_cast<const void *>(at(address).value), length) == 0;
}

bool Memory::write_bytes(GuestAddress address, const void *from, size_t length) const {
  if (length == 0)
    return true;
  if (length > max_memory_bytes)
    return false;
  return wali_copy(reinterpret_cast<void *>(at(address).value), from, length) == 0;
}

void Memory::wake_one(GuestAddress address) const {
  raw_syscall(SYS_futex, at(address).value, FUTEX_WAKE, 1);
}

std::optional<std::string> Memory::read_string(GuestAddress address, size_t limit) const {
  constexpr uint64_t page = 4096;
  std::string text;
  uint64_t position = address;
  while (text.size() <= limit && position < max_memory_bytes) {
    // Not across a page: what follows the string's own page may be inaccessible.
    char piece[page];
    size_t length = page - position % page;
    if (!read_bytes(static_cast<GuestAddress>(position), piece, length))
      return std::nullopt;
    const char *const end = piece + length, *const nul = std::find(piece, piece + length, '\0');
    text.append(piece, static_cast<size_t>(nul - piece));
    if (nul != end)
      return text.size() <= limit ? std::optional(std::move(text)) : std::nullopt;
    position += length;
  }
  return std::nullopt;
}

} // namespace wali::host
