// Which parts of the guest's linear memory are free for mappings.
//
// Everything below the memory's size that the host did not obtain itself by
// growing it is the module's own (its data, its stack, its memory.grow). What
// the host obtained is free or mapped. munmap makes any range free, the module's
// own too, as on Linux. All addresses and lengths are multiples of 4096.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace wali::host {

inline constexpr uint64_t page_size = 4096;       // the kernel's
inline constexpr uint64_t wasm_page_size = 65536; // memory grows by these

// [begin, end) in guest addresses. `end` may be 4 GiB.
struct AddressRange {
  uint64_t begin = 0;
  uint64_t end = 0;

  uint64_t length() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool operator==(const AddressRange &) const = default;
};

// A set of addresses as disjoint ranges that do not touch.
class RangeSet {
public:
  void insert(AddressRange range);
  void erase(AddressRange range);

  bool contains(AddressRange range) const;
  bool intersects(AddressRange range) const;
  // The parts of `range` that are in the set, and those that are not, in order.
  std::vector<AddressRange> inside(AddressRange range) const;
  std::vector<AddressRange> outside(AddressRange range) const;
  // The lowest range of `length` in the set.
  std::optional<AddressRange> find(uint64_t length) const;
  // The range that ends at `end`; empty when there is none.
  AddressRange ending_at(uint64_t end) const;
  std::vector<AddressRange> all() const;

private:
  std::map<uint64_t, uint64_t> ranges; // begin to end
};

class AddressSpace {
public:
  // The host grew memory by `range`: it is free.
  void add(AddressRange range) { free_ranges.insert(range); }

  // The lowest free range of `length`, which stays free.
  std::optional<AddressRange> find(uint64_t length) const;

  // How much memory must grow for `length` to be free at its end, when its size
  // is `size`: what is free up to there counts.
  uint64_t growth_needed(uint64_t length, uint64_t size) const;

  // `range` is mapped now, whatever it was.
  void occupy(AddressRange range);
  // `range` is free now. It must lie within the memory's size.
  void release(AddressRange range);

  bool is_free(AddressRange range) const { return free_ranges.contains(range); }
  bool is_occupied(AddressRange range) const { return !free_ranges.intersects(range); }
  // The parts of `range` that are not free, in order.
  std::vector<AddressRange> occupied(AddressRange range) const {
    return free_ranges.outside(range);
  }

  // MADV_DONTFORK: a child shall not have these. They stay what they are here.
  void keep_from_child(AddressRange range) { kept_from_child.insert(range); }
  void give_to_child(AddressRange range) { kept_from_child.erase(range); }
  // mremap moved what was at `from` to `to`.
  void move(AddressRange from, AddressRange to);
  // What a child will not have.
  std::vector<AddressRange> kept_from_children() const { return kept_from_child.all(); }
  // In a child: frees that.
  void after_fork();

private:
  // What is free but for what the hole_never_reused fault keeps back.
  RangeSet available() const;

  RangeSet free_ranges;
  RangeSet unmapped; // what release() got, under that fault
  RangeSet kept_from_child;
};

} // namespace wali::host
