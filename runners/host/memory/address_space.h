// Which parts of the guest's linear memory are free for mappings.
//
// The host grows memory to make room for mappings. What it obtained in this way
// is free or mapped. Everything else below the memory's size is the module's own:
// its data, its stack, and what it got by memory.grow. munmap makes any range
// free, the module's own too, as on Linux. All addresses and lengths are multiples
// of 4096.
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
  // Notes that the host grew memory by `range`, which is free.
  void add(AddressRange range) { free_ranges.insert(range); }

  // The lowest free range of `length`, which stays free.
  std::optional<AddressRange> find(uint64_t length) const;

  // By how much memory of `size` bytes must grow for `length` bytes to be free at its
  // end. A free range that ends at `size` counts.
  uint64_t growth_needed(uint64_t length, uint64_t size) const;

  // Notes that `range` is mapped, whatever it was before.
  void occupy(AddressRange range);
  // Notes that `range` is free. It must lie within the memory's size.
  void release(AddressRange range);

  bool is_free(AddressRange range) const { return free_ranges.contains(range); }
  bool is_occupied(AddressRange range) const { return !free_ranges.intersects(range); }
  // The parts of `range` that are not free, in order.
  std::vector<AddressRange> occupied(AddressRange range) const {
    return free_ranges.outside(range);
  }

  // MADV_DONTFORK: children do not get these. In this process nothing changes.
  void keep_from_child(AddressRange range) { kept_from_child.insert(range); }
  void give_to_child(AddressRange range) { kept_from_child.erase(range); }
  // Notes that mremap moved what was at `from` to `to`.
  void move(AddressRange from, AddressRange to);
  // What children do not get.
  std::vector<AddressRange> kept_from_children() const { return kept_from_child.all(); }
  // In a child: makes that free.
  void after_fork();

private:
  // What is free, without what the fault hole_never_reused keeps back.
  RangeSet available() const;

  RangeSet free_ranges;
  RangeSet unmapped; // what release() got, under that fault
  RangeSet kept_from_child;
};

} // namespace wali::host
