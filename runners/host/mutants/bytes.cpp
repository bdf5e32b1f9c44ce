#include "runners/host/mutants/bytes.h"

#include <algorithm>
#include <span>

namespace wali::host::mutants {
namespace {

constexpr uint64_t page = 4096;

// Reads as much of an area as is accessible, up to `most` bytes.
std::vector<std::byte> read_area(const Memory &memory, Area area, uint64_t most) {
  std::vector<std::byte> bytes;
  const uint64_t end = std::min({area.end(), area.address + most, max_memory_bytes});
  for (uint64_t at = area.address; at < end;) {
    const uint64_t next = std::min(end, (at / page + 1) * page);
    const size_t done = bytes.size();
    bytes.resize(done + (next - at));
    if (!memory.read_bytes(static_cast<GuestAddress>(at), bytes.data() + done, next - at)) {
      bytes.resize(done);
      break;
    }
    at = next;
  }
  return bytes;
}

// Writes what can be written of `bytes`.
void write_area(const Memory &memory, uint64_t address, std::span<const std::byte> bytes) {
  if (address < max_memory_bytes)
    (void)memory.write_array(static_cast<GuestAddress>(address), bytes);
}

} // namespace

Saved::Saved(const Memory &memory, Area area)
    : memory(memory), area(area), bytes(read_area(memory, area, most)) {}

void Saved::restore(Area part) const {
  const uint64_t begin = std::max(part.address, area.address);
  const uint64_t end = std::min(part.end(), area.address + bytes.size());
  if (begin < end)
    write_area(memory, begin, std::span(bytes).subspan(begin - area.address, end - begin));
}

Altered::Altered(const Memory &memory, Area area) : memory(memory), area(area) {
  constexpr uint64_t most = uint64_t{4} << 20;
  bytes = before = read_area(memory, area, most);
}

void Altered::apply() {
  applied = memory.write_array(static_cast<GuestAddress>(area.address),
                               std::span<const std::byte>(bytes));
}

bool Altered::is_left(uint64_t address) const {
  return std::ranges::any_of(
      left, [&](Area part) { return address >= part.address && address < part.end(); });
}

Altered::~Altered() {
  if (!applied)
    return;
  std::vector<std::byte> now = read_area(memory, area, bytes.size());
  for (size_t index = 0; index < now.size(); ++index)
    if (now[index] == bytes[index] && !is_left(area.address + index))
      now[index] = before[index];
  write_area(memory, area.address, now);
}

} // namespace wali::host::mutants
