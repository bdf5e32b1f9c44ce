#include "runners/host/memory/address_space.h"

#include <algorithm>
#include <iterator>

#include "runners/host/mutants/faults.h"

namespace wali::host {

void RangeSet::insert(AddressRange range) {
  if (range.empty())
    return;
  // All that overlap or touch become one.
  auto next = ranges.upper_bound(range.begin);
  if (next != ranges.begin() && std::prev(next)->second >= range.begin)
    --next;
  while (next != ranges.end() && next->first <= range.end) {
    range.begin = std::min(range.begin, next->first);
    range.end = std::max(range.end, next->second);
    next = ranges.erase(next);
  }
  ranges.emplace(range.begin, range.end);
}

void RangeSet::erase(AddressRange range) {
  for (AddressRange part : inside(range)) {
    auto whole = std::prev(ranges.upper_bound(part.begin));
    const AddressRange old{whole->first, whole->second};
    ranges.erase(whole);
    if (old.begin < part.begin)
      ranges.emplace(old.begin, part.begin);
    if (part.end < old.end)
      ranges.emplace(part.end, old.end);
  }
}

std::vector<AddressRange> RangeSet::inside(AddressRange range) const {
  std::vector<AddressRange> parts;
  auto next = ranges.upper_bound(range.begin);
  if (next != ranges.begin())
    --next;
  for (; next != ranges.end() && next->first < range.end; ++next) {
    AddressRange part{std::max(range.begin, next->first), std::min(range.end, next->second)};
    if (!part.empty())
      parts.push_back(part);
  }
  return parts;
}

std::vector<AddressRange> RangeSet::outside(AddressRange range) const {
  std::vector<AddressRange> parts;
  uint64_t position = range.begin;
  for (AddressRange part : inside(range)) {
    if (position < part.begin)
      parts.push_back({position, part.begin});
    position = part.end;
  }
  if (position < range.end)
    parts.push_back({position, range.end});
  return parts;
}

bool RangeSet::contains(AddressRange range) const { return outside(range).empty(); }

bool RangeSet::intersects(AddressRange range) const { return !inside(range).empty(); }

std::optional<AddressRange> RangeSet::find(uint64_t length) const {
  for (auto [begin, end] : ranges)
    if (end - begin >= length)
      return AddressRange{begin, begin + length};
  return std::nullopt;
}

AddressRange RangeSet::ending_at(uint64_t end) const {
  for (auto [range_begin, range_end] : ranges)
    if (range_end == end)
      return {range_begin, range_end};
  return {};
}

std::vector<AddressRange> RangeSet::all() const {
  std::vector<AddressRange> result;
  for (auto [begin, end] : ranges)
    result.push_back({begin, end});
  return result;
}

RangeSet AddressSpace::available() const {
  RangeSet ranges = free_ranges;
  for (AddressRange range : unmapped.all())
    ranges.erase(range);
  return ranges;
}

std::optional<AddressRange> AddressSpace::find(uint64_t length) const {
  return has_fault(Fault::hole_never_reused) ? available().find(length) : free_ranges.find(length);
}

uint64_t AddressSpace::growth_needed(uint64_t length, uint64_t size) const {
  const AddressRange last = has_fault(Fault::hole_never_reused) ? available().ending_at(size)
                                                                : free_ranges.ending_at(size);
  return length > last.length() ? length - last.length() : 0;
}

void AddressSpace::occupy(AddressRange range) {
  free_ranges.erase(range);
  kept_from_child.erase(range);
}

void AddressSpace::release(AddressRange range) {
  free_ranges.insert(range);
  kept_from_child.erase(range);
  if (has_fault(Fault::hole_never_reused))
    unmapped.insert(range);
}

void AddressSpace::move(AddressRange from, AddressRange to) {
  const std::vector<AddressRange> kept = kept_from_child.inside(from);
  occupy(to);
  for (AddressRange part : kept) {
    const AddressRange moved{part.begin - from.begin + to.begin,
                             std::min(part.end - from.begin + to.begin, to.end)};
    // A mapping that ends with the property keeps it where it has grown.
    kept_from_child.insert(part.end == from.end ? AddressRange{moved.begin, to.end} : moved);
  }
}

void AddressSpace::after_fork() {
  for (AddressRange range : kept_from_children())
    release(range);
}

} // namespace wali::host
