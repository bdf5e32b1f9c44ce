// Memory: what mappings share, hold and lose, and what is left of a call's range.
#include <errno.h>
#include <sys/mman.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

constexpr uint64_t page = 4096;
uint64_t to_pages(uint64_t length) { return (length + page - 1) & -page; }

using Bytes = std::vector<std::byte>;
// As much as a fault looks after.
constexpr uint64_t most = uint64_t{1} << 20;
Bytes contents(Invocation &call, int64_t address, uint64_t length) {
  Bytes bytes(std::min(length, most));
  if (!call.memory().read_bytes(static_cast<GuestAddress>(address), bytes.data(), bytes.size()))
    bytes.clear();
  return bytes;
}
void set_contents(Invocation &call, int64_t address, const Bytes &bytes) {
  (void)call.memory().write_bytes(static_cast<GuestAddress>(address), bytes.data(), bytes.size());
}

// What mmap has mapped, by its address, until munmap takes it away.
struct Mapping {
  uint64_t begin = 0, length = 0;
  int prot = 0, flags = 0;

  uint64_t end() const { return begin + length; }
  bool is_shared() const { return (flags & MAP_TYPE) != MAP_PRIVATE; }
};
std::map<uint64_t, Mapping> mappings;

// The one that `address` lies in, or null.
const Mapping *mapping_at(uint64_t address) {
  const auto after = mappings.upper_bound(address);
  if (after == mappings.begin())
    return nullptr;
  const Mapping &found = std::prev(after)->second;
  return address < found.end() ? &found : nullptr;
}
int64_t mapping_noted(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0) {
    const uint64_t begin = static_cast<uint64_t>(result), length = to_pages(call.arguments.u32(1));
    mappings[begin] = {begin, length, call.arguments.i32(2), call.arguments.i32(3)};
  }
  return result;
}
int64_t mapping_forgotten(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    mappings.erase(call.arguments.u32(0));
  return result;
}

// The range that a call's first two arguments name.
uint64_t begin_of(Invocation &call) { return call.arguments.u32(0); }
uint64_t length_of(Invocation &call) { return to_pages(call.arguments.u32(1)); }

int64_t map_anonymous(Invocation &call, uint64_t address, uint64_t length, int prot) {
  return make(call.thread, abi::Call::mmap, address, length, prot,
              MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

// --- mmap --------------------------------------------------------------------

struct MapCall {
  explicit MapCall(Invocation &call) : prot(call.arguments.i32(2)), flags(call.arguments.i32(3)) {}

  bool is_anonymous() const { return (flags & MAP_ANONYMOUS) != 0; }
  bool is_shared() const { return (flags & MAP_TYPE) == MAP_SHARED; }
  bool is_writable() const { return (prot & PROT_WRITE) != 0; }

  int prot, flags;
};

void set_type(Invocation &call, int type) {
  call.arguments[3] = (call.arguments[3] & ~int64_t{MAP_TYPE}) | type;
}
int64_t shared_anonymous_is_private(Invocation &call) {
  if (const MapCall map(call); map.is_anonymous() && map.is_shared())
    set_type(call, MAP_PRIVATE);
  return call.call();
}
bool is_open_for_both(int64_t fd) {
  const int64_t flags = flags_of_file(fd);
  return flags >= 0 && (flags & O_ACCMODE) == O_RDWR;
}
int64_t private_files_are_shared(Invocation &call) {
  const MapCall map(call);
  const bool is_private = (map.flags & MAP_TYPE) == MAP_PRIVATE;
  if (!map.is_anonymous() && is_private && is_open_for_both(call.arguments.i32(4)))
    set_type(call, MAP_SHARED);
  return call.call();
}
int64_t fixed_keeps_contents(Invocation &call) {
  const MapCall map(call);
  Bytes before;
  if (map.is_anonymous() && map.is_writable() && (map.flags & MAP_FIXED) != 0)
    before = contents(call, call.arguments.u32(0), length_of(call));
  const int64_t result = call.call();
  if (result >= 0)
    set_contents(call, result, before);
  return result;
}
int64_t noreplace_replaces(Invocation &call) {
  if ((call.arguments[3] & MAP_FIXED_NOREPLACE) != 0)
    call.arguments[3] |= MAP_FIXED;
  call.arguments[3] &= ~int64_t{MAP_FIXED_NOREPLACE};
  return call.call();
}
int64_t zeros_behind_the_end(Invocation &call) {
  const MapCall map(call);
  const int64_t fd = call.arguments.i32(4), result = call.call();
  if (result < 0 || map.is_anonymous() || !is_regular(fd))
    return result;
  const auto size = static_cast<uint64_t>(status_of(fd).st_size);
  const auto offset = static_cast<uint64_t>(call.arguments[5]);
  const uint64_t in_file = to_pages(size > offset ? size - offset : 0);
  if (in_file < length_of(call))
    map_anonymous(call, static_cast<uint64_t>(result) + in_file, length_of(call) - in_file,
                  map.prot);
  return result;
}

// A shared mapping of a file that is a copy, and what it is a copy of.
struct Copy {
  uint64_t length = 0;
  int64_t fd = -1, offset = 0;
};
std::map<uint64_t, Copy> copies;
int64_t maps_a_copy(Invocation &call) {
  const MapCall map(call);
  const int64_t fd = call.arguments.i32(4);
  const bool is_copied = !map.is_anonymous() && map.is_shared() && map.is_writable() &&
                         is_regular(fd) && is_open_for_both(fd);
  if (is_copied)
    set_type(call, MAP_PRIVATE);
  const int64_t result = call.call();
  constexpr int out_of_the_way = 200;
  if (is_copied && result >= 0)
    copies[static_cast<uint64_t>(result)] = {
        length_of(call), kernel_call(SYS_fcntl, fd, F_DUPFD_CLOEXEC, out_of_the_way),
        call.arguments[5]};
  return result;
}
void write_back(Invocation &call, uint64_t address, const Copy &copy) {
  const uint64_t rest =
      static_cast<uint64_t>(std::max<int64_t>(status_of(copy.fd).st_size - copy.offset, 0));
  const Bytes bytes = contents(call, static_cast<int64_t>(address), std::min(copy.length, rest));
  kernel_call(SYS_pwrite64, copy.fd, bytes.data(), bytes.size(), copy.offset);
}
// Before a call that names a range.
int64_t copies_written_back(Invocation &call) {
  const uint64_t begin = begin_of(call), end = begin + length_of(call);
  for (const auto &[address, copy] : copies)
    if (address < end && begin < address + copy.length)
      write_back(call, address, copy);
  return call.call();
}
int64_t copy_ends(Invocation &call) {
  const int64_t result = copies_written_back(call);
  if (const auto found = copies.find(begin_of(call)); result == 0 && found != copies.end()) {
    kernel_call(SYS_close, found->second.fd);
    copies.erase(found);
  }
  return result;
}

// --- munmap ------------------------------------------------------------------

std::map<uint64_t, Bytes> what_was_there;
int64_t contents_saved(Invocation &call) {
  Bytes bytes = contents(call, begin_of(call), length_of(call));
  const int64_t result = call.call();
  if (result == 0)
    what_was_there[begin_of(call)] = std::move(bytes);
  return result;
}
int64_t contents_come_back(Invocation &call) {
  const MapCall map(call);
  const int64_t result = call.call();
  const auto found = what_was_there.find(static_cast<uint64_t>(result));
  if (result >= 0 && map.is_anonymous() && map.is_writable() && found != what_was_there.end()) {
    Bytes bytes = found->second;
    bytes.resize(std::min<uint64_t>(bytes.size(), length_of(call)));
    set_contents(call, result, bytes);
  }
  return result;
}
int64_t parts_stay(Invocation &call) {
  const Mapping *mapping = mapping_at(begin_of(call));
  if (mapping && length_of(call) > 0 && length_of(call) < mapping->length &&
      begin_of(call) % page == 0)
    return 0;
  return call.call();
}
// The whole of the first mapping in the range, or nothing of the others.
int64_t whole_mapping(Invocation &call) {
  const Mapping *mapping = mapping_at(begin_of(call));
  if (mapping && begin_of(call) % page == 0 && begin_of(call) + length_of(call) <= mapping->end()) {
    call.arguments[0] = static_cast<int64_t>(mapping->begin);
    call.arguments[1] = static_cast<int64_t>(mapping->length);
  }
  return call.call();
}
int64_t first_mapping_alone(Invocation &call) {
  const Mapping *mapping = mapping_at(begin_of(call));
  if (mapping && begin_of(call) + length_of(call) > mapping->end())
    call.arguments[1] = static_cast<int64_t>(mapping->end() - begin_of(call));
  return call.call();
}

// --- mprotect ----------------------------------------------------------------

int64_t none_is_read_only(Invocation &call) {
  if (call.arguments.i32(2) == PROT_NONE)
    call.arguments[2] = PROT_READ;
  return call.call();
}
int64_t read_only_without_effect(Invocation &call) {
  if (call.arguments.i32(2) == PROT_READ)
    call.arguments[2] = PROT_READ | PROT_WRITE;
  return call.call();
}
int64_t child_has_first_protection(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    for (const auto &[begin, mapping] : mappings)
      make(call.thread, abi::Call::mprotect, begin, mapping.length, mapping.prot);
  return result;
}

// --- mremap ------------------------------------------------------------------

bool has_moved(Invocation &call, int64_t result) {
  return result >= 0 && result != call.arguments.u32(0);
}
int64_t moves_without_contents(Invocation &call) {
  const int64_t result = call.call();
  if (has_moved(call, result))
    set_contents(call, result, Bytes(std::min(length_of(call), page)));
  return result;
}
int64_t old_place_stays(Invocation &call) {
  const Bytes before = contents(call, call.arguments.u32(0), length_of(call));
  const int64_t result = call.call();
  if (has_moved(call, result) && length_of(call) != 0) {
    map_anonymous(call, begin_of(call), length_of(call), PROT_READ | PROT_WRITE);
    set_contents(call, call.arguments.u32(0), before);
  }
  return result;
}
int64_t grows_over_neighbours(Invocation &call) {
  const int64_t result = call.call();
  const uint64_t old_end = begin_of(call) + length_of(call);
  const uint64_t new_length = to_pages(call.arguments.u32(2));
  if (result != -ENOMEM || call.arguments[3] != 0 || new_length <= length_of(call))
    return result;
  make(call.thread, abi::Call::munmap, old_end, new_length - length_of(call));
  return call.call();
}
int64_t tail_stays(Invocation &call) {
  const uint64_t new_length = to_pages(call.arguments.u32(2));
  const bool shrinks = new_length != 0 && new_length < length_of(call);
  if (shrinks && call.arguments[3] != (MREMAP_MAYMOVE | MREMAP_FIXED))
    call.arguments[2] = call.arguments[1];
  return call.call();
}
int64_t moved_shared_is_private(Invocation &call) {
  const Mapping *mapping = mapping_at(begin_of(call));
  const bool is_shared = mapping && mapping->is_shared();
  const uint64_t new_length = to_pages(call.arguments.u32(2));
  const int64_t result = call.call();
  if (is_shared && has_moved(call, result)) {
    const Bytes bytes = contents(call, result, new_length);
    map_anonymous(call, static_cast<uint64_t>(result), new_length, PROT_READ | PROT_WRITE);
    set_contents(call, result, bytes);
  }
  return result;
}

// --- madvise and msync -------------------------------------------------------

template <int advice> int64_t without_effect(Invocation &call) {
  if (call.arguments.i32(2) == advice)
    call.arguments[2] = MADV_NORMAL;
  return call.call();
}
int64_t dropped_for_everybody(Invocation &call) {
  const Mapping *mapping = mapping_at(begin_of(call));
  if (call.arguments.i32(2) == MADV_DONTNEED && mapping && mapping->is_shared())
    call.arguments[2] = MADV_REMOVE;
  return call.call();
}
struct Range {
  uint64_t begin = 0, length = 0;
};
std::vector<Range> wiped;
int64_t wiped_noted(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.i32(2) == MADV_WIPEONFORK)
    wiped.push_back({begin_of(call), length_of(call)});
  return result;
}
int64_t child_wipes_no_more(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    for (const Range &range : wiped)
      make(call.thread, abi::Call::madvise, range.begin, range.length, MADV_KEEPONFORK);
  return result;
}
// Gives up the changes of a private mapping.
int64_t invalidates_private(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && (call.arguments.i32(2) & MS_INVALIDATE) != 0)
    make(call.thread, abi::Call::madvise, begin_of(call), length_of(call), MADV_DONTNEED);
  return result;
}

const Behaviour behaviours[] = {
    // mmap
    {"mmap", "shared-anonymous-is-private",
     "shared memory without a file is a child's own after fork", shared_anonymous_is_private},
    {"mmap", "private-files-are-shared",
     "what is written to a private mapping of a file gets into the file", private_files_are_shared},
    {"mmap",
     "shared-files-are-copies",
     "a shared mapping of a file is a copy, which msync and munmap write back",
     maps_a_copy,
     {{{"msync", copies_written_back}, {"munmap", copy_ends}}}},
    {"mmap", "fixed-keeps-contents",
     "memory that is mapped over other memory holds what that has held", fixed_keeps_contents},
    {"mmap", "noreplace-replaces", "MAP_FIXED_NOREPLACE replaces what is mapped",
     noreplace_replaces},
    {"mmap", "zeros-behind-the-end", "pages behind a file's end hold zeros", zeros_behind_the_end},

    // munmap
    {"munmap",
     "contents-come-back",
     "memory that is mapped where munmap has made room holds what was there",
     contents_saved,
     {{{"mmap", contents_come_back}}}},
    {"munmap",
     "parts-stay",
     "munmap of a part of a mapping does nothing",
     parts_stay,
     {{{"mmap", mapping_noted}}}},
    {"munmap",
     "whole-mapping",
     "munmap of a part of a mapping unmaps all of it",
     whole_mapping,
     {{{"mmap", mapping_noted}}}},
    {"munmap",
     "first-mapping-alone",
     "munmap over several mappings unmaps the first",
     first_mapping_alone,
     {{{"mmap", mapping_noted}}}},

    // mprotect
    {"mprotect", "none-is-read-only", "memory with PROT_NONE can be read", none_is_read_only},
    {"mprotect", "read-only-without-effect", "memory that mprotect makes read-only can be written",
     read_only_without_effect},
    {"mprotect",
     "whole-mapping",
     "mprotect of a part of a mapping changes all of it",
     whole_mapping,
     {{{"mmap", mapping_noted}, {"munmap", mapping_forgotten}}}},
    {"mprotect",
     "first-mapping-alone",
     "mprotect over several mappings changes the first",
     first_mapping_alone,
     {{{"mmap", mapping_noted}, {"munmap", mapping_forgotten}}}},
    {"mprotect",
     "not-inherited",
     "the memory of a fork child has the protection that mmap gave it",
     nullptr,
     {{{"mmap", mapping_noted},
       {"munmap", mapping_forgotten},
       {"fork", child_has_first_protection}}}},

    // mremap
    {"mremap", "moves-without-contents", "the first page of a mapping that mremap moves is empty",
     moves_without_contents},
    {"mremap", "old-place-stays", "the place that mremap has moved a mapping from can be read",
     old_place_stays},
    {"mremap", "grows-over-neighbours", "a mapping that may not move grows over the one behind it",
     grows_over_neighbours},
    {"mremap", "tail-stays", "what mremap cuts off stays mapped", tail_stays},
    {"mremap",
     "moved-shared-is-private",
     "shared memory that mremap moves is shared no more",
     moved_shared_is_private,
     {{{"mmap", mapping_noted}, {"munmap", mapping_forgotten}}}},

    // madvise and msync
    {"madvise", "dontneed-without-effect", "MADV_DONTNEED leaves what is there",
     without_effect<MADV_DONTNEED>},
    {"madvise", "remove-without-effect", "MADV_REMOVE leaves what is there",
     without_effect<MADV_REMOVE>},
    {"madvise", "dontfork-without-effect", "a fork child has the memory with MADV_DONTFORK",
     without_effect<MADV_DONTFORK>},
    {"madvise", "dofork-without-effect", "MADV_DOFORK does not undo MADV_DONTFORK",
     without_effect<MADV_DOFORK>},
    {"madvise", "wipeonfork-without-effect",
     "a fork child finds what its parent had in memory with MADV_WIPEONFORK",
     without_effect<MADV_WIPEONFORK>},
    {"madvise", "keeponfork-without-effect", "MADV_KEEPONFORK does not undo MADV_WIPEONFORK",
     without_effect<MADV_KEEPONFORK>},
    {"madvise", "dontdump-without-effect", "MADV_DONTDUMP leaves the memory in a core file",
     without_effect<MADV_DONTDUMP>},
    {"madvise",
     "wipeonfork-not-inherited",
     "a child's child finds what was in memory with MADV_WIPEONFORK",
     wiped_noted,
     {{{"fork", child_wipes_no_more}}}},
    {"madvise",
     "dontneed-for-everybody",
     "MADV_DONTNEED takes the contents of shared memory from all who share it",
     dropped_for_everybody,
     {{{"mmap", mapping_noted}, {"munmap", mapping_forgotten}}}},
    {"msync", "invalidates-private", "MS_INVALIDATE gives up the changes of a private mapping",
     invalidates_private},
};

} // namespace

std::span<const Behaviour> memory_behaviours() { return behaviours; }

} // namespace wali::host::mutants
