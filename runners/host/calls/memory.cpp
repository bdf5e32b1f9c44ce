// Mappings in the guest's linear memory (ABI.md, Memory). Apart from what that page says,
// the checks and their order are those of Linux's mm/mmap.c, mprotect.c, mremap.c,
// madvise.c and msync.c.
#include <errno.h>
#include <sys/mman.h>

#include <algorithm>

#include "runners/host/linking/parameters.h"
#include "runners/host/memory/mappings.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

uint64_t page_align(uint64_t value) { return (value + page_size - 1) & -page_size; }
bool is_aligned(uint64_t address) { return address % page_size == 0; }
bool is_error(int64_t result) { return result < 0; }

// The address space that the calls of this file change. An object of this class holds its
// lock.
class Space {
public:
  explicit Space(Thread &thread)
      : busy(thread),
        process(thread.process()),
        guard(process.address_space_lock),
        ranges(process.address_space),
        mappings(process.memory, !process.is_multi_threaded()) {}

  // Finds a free range of `length`. Grows memory if there is none.
  std::optional<AddressRange> allocate(uint64_t length) {
    for (;;) {
      if (auto range = ranges.find(length))
        return range;
      const uint64_t size = process.memory.size();
      if (!grow(ranges.growth_needed(length, size)))
        return std::nullopt;
      // The module may have grown memory meanwhile, so look again.
    }
  }

  // Grows memory until it reaches `end`.
  bool reach(uint64_t end) {
    if (end > max_memory_bytes)
      return false;
    for (;;) {
      const uint64_t size = process.memory.size();
      if (end <= size)
        return true;
      if (!grow(end - size))
        return false;
    }
  }

  // The part of `range` that lies within memory.
  AddressRange clamp(AddressRange range) const {
    const uint64_t size = process.memory.size();
    return {std::min(range.begin, size), std::min(range.end, size)};
  }

  bool is_occupied(AddressRange range) const {
    return clamp(range) == range && ranges.is_occupied(range);
  }

private:
  bool grow(uint64_t bytes) {
    const uint64_t pages = (bytes + wasm_page_size - 1) / wasm_page_size;
    const std::optional<uint64_t> before = process.engine.grow_memory(pages);
    if (!before)
      return false;
    const uint64_t begin = *before * wasm_page_size;
    const AddressRange range{begin, begin + pages * wasm_page_size};
    // Pages that the guest has not mapped yet do not belong to its memory.
    mappings.reserve(range);
    ranges.add(range);
    return true;
  }

  Busy busy;
  Process &process;
  std::lock_guard<std::mutex> guard;

public:
  AddressSpace &ranges;
  Mappings mappings;
};

struct MapRequest {
  uint64_t address, length;
  int prot, flags, fd;
  int64_t offset;
};

// The place of the new mapping, or nothing if there is no room.
std::optional<AddressRange> choose_place(Space &space, const MapRequest &request) {
  if (request.flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) {
    const AddressRange range{request.address, request.address + request.length};
    return space.reach(range.end) ? std::optional(range) : std::nullopt;
  }
  const uint64_t hint = request.address & -page_size; // the page that it lies in
  const AddressRange at_hint{hint, hint + request.length};
  if (hint != 0 && at_hint.end <= max_memory_bytes && space.ranges.is_free(at_hint))
    return at_hint;
  return space.allocate(request.length);
}

int64_t map(Space &space, const MapRequest &request) {
  const bool is_fixed = request.flags & (MAP_FIXED | MAP_FIXED_NOREPLACE);
  const auto from_kernel = [&](int64_t fallback) {
    int64_t answer = Mappings::refuse_map(request.prot, request.flags, request.fd, request.offset);
    return answer == -ENOMEM ? fallback : answer;
  };
  if (request.length == 0 || (is_fixed && !is_aligned(request.address)))
    return from_kernel(-EINVAL);
  if (request.flags & MAP_HUGETLB) // no place in the reservation is aligned for it
    return from_kernel(-ENOMEM);
  const std::optional<AddressRange> range = choose_place(space, request);
  if (!range)
    return from_kernel(-ENOMEM);
  if ((request.flags & MAP_FIXED_NOREPLACE) && !space.ranges.is_free(*range))
    return from_kernel(-EEXIST);
  int64_t result =
      space.mappings.map(*range, request.prot, request.flags, request.fd, request.offset);
  if (is_error(result))
    return result;
  space.ranges.occupy(*range);
  return static_cast<int64_t>(range->begin);
}

int64_t mmap(Thread &thread, const Parameters<Call::mmap> &arguments) {
  Space space(thread);
  return map(space, {.address = arguments.addr,
                     .length = page_align(arguments.length),
                     .prot = arguments.prot,
                     .flags = arguments.flags,
                     .fd = arguments.fd,
                     .offset = arguments.offset});
}

int64_t munmap(Thread &thread, const Parameters<Call::munmap> &arguments) {
  Space space(thread);
  const uint64_t address = arguments.addr, length = page_align(arguments.len);
  if (!is_aligned(address) || length == 0 || address + length > max_memory_bytes)
    return -EINVAL;
  const AddressRange range = space.clamp({address, address + length});
  if (range.empty())
    return 0;
  int64_t result = space.mappings.reserve(range);
  if (!is_error(result))
    space.ranges.release(range);
  return result;
}

int64_t mprotect(Thread &thread, const Parameters<Call::mprotect> &arguments) {
  Space space(thread);
  const uint64_t address = arguments.addr, length = page_align(arguments.len);
  const int prot = arguments.prot;
  if (!is_aligned(address) || length == 0)
    return space.mappings.call(SYS_mprotect, address, 0, prot);
  // Linux changes the pages up to the first hole, and then returns an error.
  const AddressRange range{address, address + length};
  const std::vector<AddressRange> mapped = space.ranges.occupied(space.clamp(range));
  if (mapped.empty() || mapped[0].begin != range.begin) // nothing to change: check `prot` only
    return raw_syscall(SYS_mprotect, 0, page_size, static_cast<uint64_t>(int64_t{prot}));
  int64_t result = space.mappings.call(SYS_mprotect, address, mapped[0].length(), prot);
  if (!is_error(result) && (prot & PROT_EXEC)) // the kernel allowed it, but nothing needs it
    space.mappings.call(SYS_mprotect, address, mapped[0].length(), prot & ~PROT_EXEC);
  if (!is_error(result) && mapped[0] != range)
    return -ENOMEM;
  return result;
}

// Makes a call for each mapped part of a range. It skips holes, and if there were any,
// returns an error in the end.
int64_t for_each_part(Space &space, long number, AddressRange range, int argument) {
  const std::vector<AddressRange> parts = space.ranges.occupied(space.clamp(range));
  int64_t result = parts == std::vector{range} ? 0 : -ENOMEM;
  for (AddressRange part : parts) {
    int64_t answer = space.mappings.call(number, part.begin, part.length(), argument);
    if (is_error(answer))
      return answer;
  }
  return result;
}

int64_t msync(Thread &thread, const Parameters<Call::msync> &arguments) {
  Space space(thread);
  const uint64_t address = arguments.addr, length = page_align(arguments.length);
  const int flags = arguments.flags;
  const int64_t verdict = space.mappings.call(SYS_msync, address, 0, flags);
  if (is_error(verdict) || length == 0)
    return verdict;
  return for_each_part(space, SYS_msync, {address, address + length}, flags);
}

// Whether advice affects only the guest's own pages. Two kinds harm the machine. Linux
// itself refuses advice that it does not know.
bool is_harmless(int advice) {
  constexpr int hwpoison = 100, soft_offline = 101;
  return advice != hwpoison && advice != soft_offline;
}

int64_t madvise(Thread &thread, const Parameters<Call::madvise> &arguments) {
  Space space(thread);
  const uint64_t address = arguments.addr, length = page_align(arguments.length);
  const int advice = arguments.advice;
  if (!is_harmless(advice))
    return -EPERM;
  const int64_t verdict = space.mappings.call(SYS_madvise, address, 0, advice);
  if (is_error(verdict) || length == 0)
    return verdict;
  const AddressRange range{address, address + length};
  const int64_t result = for_each_part(space, SYS_madvise, range, advice);
  if (is_error(result) && result != -ENOMEM)
    return result;
  for (AddressRange part : space.ranges.occupied(space.clamp(range))) {
    if (advice == MADV_DONTFORK)
      space.ranges.keep_from_child(part);
    else if (advice == MADV_DOFORK)
      space.ranges.give_to_child(part);
  }
  return result;
}

struct RemapRequest {
  AddressRange old;
  uint64_t new_length;
  int flags;
  uint64_t new_address;

  bool is_fixed() const { return flags & MREMAP_FIXED; }
  bool may_move() const { return flags & MREMAP_MAYMOVE; }
  bool keeps_old() const { return flags & MREMAP_DONTUNMAP; }
};

int64_t check(const RemapRequest &request) {
  constexpr int known = MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP;
  if ((request.flags & ~known) || (request.is_fixed() && !request.may_move()))
    return -EINVAL;
  if (request.keeps_old() && (!request.may_move() || request.old.length() != request.new_length))
    return -EINVAL;
  if (!is_aligned(request.old.begin) || request.new_length == 0)
    return -EINVAL;
  if (!request.is_fixed())
    return 0;
  const AddressRange target{request.new_address, request.new_address + request.new_length};
  const bool overlap = target.begin < request.old.end && request.old.begin < target.end;
  if (!is_aligned(target.begin) || target.end > max_memory_bytes || overlap)
    return -EINVAL;
  return 0;
}

int64_t shrink(Space &space, const RemapRequest &request) {
  const AddressRange tail = space.clamp({request.old.begin + request.new_length, request.old.end});
  if (!tail.empty()) {
    if (int64_t result = space.mappings.reserve(tail); is_error(result))
      return result;
    space.ranges.release(tail);
  }
  return static_cast<int64_t>(request.old.begin);
}

// Grows the mapping in place. Returns -ENOMEM if something else is in the way.
int64_t grow_in_place(Space &space, const RemapRequest &request) {
  const AddressRange grown{request.old.begin, request.old.begin + request.new_length};
  const AddressRange behind{request.old.end, grown.end};
  if (request.old.empty() || !space.ranges.is_free(space.clamp(behind)) ||
      !space.reach(grown.end) || !space.ranges.is_free(behind))
    return -ENOMEM;
  if (int64_t result = space.mappings.grow(request.old, grown); is_error(result))
    return result;
  space.ranges.move(request.old, grown);
  return static_cast<int64_t>(grown.begin);
}

int64_t move(Space &space, const RemapRequest &request) {
  std::optional<AddressRange> target;
  if (request.is_fixed()) {
    target = {request.new_address, request.new_address + request.new_length};
    if (!space.reach(target->end))
      return -ENOMEM;
  } else {
    target = space.allocate(request.new_length);
    if (!target)
      return -ENOMEM;
  }
  bool replaced;
  int64_t result = space.mappings.move(request.old, *target, request.flags, replaced);
  if (is_error(result)) {
    if (replaced)
      space.ranges.release(*target);
    return result;
  }
  space.ranges.move(request.old, *target);
  if (!request.keeps_old())
    space.ranges.release(request.old);
  return static_cast<int64_t>(target->begin);
}

int64_t mremap(Thread &thread, const Parameters<Call::mremap> &arguments) {
  const uint64_t old_address = arguments.old_address;
  const RemapRequest request{.old = {old_address, old_address + page_align(arguments.old_size)},
                             .new_length = page_align(arguments.new_size),
                             .flags = arguments.flags,
                             .new_address = arguments.new_address};
  if (int64_t verdict = check(request); is_error(verdict))
    return verdict;
  StoppedWorld world(thread);
  Space space(thread);
  if (!space.is_occupied({old_address, old_address + page_size}))
    return -EFAULT;
  const bool stays = !request.is_fixed() && !request.keeps_old();
  if (stays && request.old.length() >= request.new_length)
    return shrink(space, request);
  if (!space.is_occupied(request.old))
    return -EFAULT;
  int64_t result = stays ? grow_in_place(space, request) : -ENOMEM;
  if (result == -ENOMEM && request.may_move())
    result = move(space, request);
  return result;
}

// The break never moves (ABI.md, Memory).
int64_t brk(Thread &, const Parameters<Call::brk> &) { return 0; }

} // namespace

CallTable memory_calls() {
  static constexpr CallEntry entries[] = {
      entry<mmap>,  entry<munmap>,  entry<mprotect>, entry<mremap>,
      entry<msync>, entry<madvise>, entry<brk>,
  };
  return entries;
}

} // namespace wali::host
