// The system calls that change the mappings in the reservation for linear memory.
// No other code may make such calls. They never leave a hole in the reservation,
// into which the host's own next mapping could fall, except for the moments that
// are named below.
#pragma once

#include <cstdint>

#include "runners/host/memory/address_space.h"
#include "runners/host/memory/memory.h"

namespace wali::host {

class Mappings {
public:
  // `is_alone`: no other thread runs, guest's or host's.
  explicit Mappings(const Memory &memory, bool is_alone = true)
      : memory(memory), is_alone(is_alone) {}

  // mmap at exactly `range`, replacing what is there. 0 or -errno: among threads, what
  // was there is there still.
  int64_t map(AddressRange range, int prot, int flags, int fd, int64_t offset) const;

  // What mmap would return for these arguments if no address space were left: an
  // error that it finds earlier, or -ENOMEM.
  static int64_t refuse_map(int prot, int flags, int fd, int64_t offset);

  // Makes `range` inaccessible, like the rest of the reservation. 0 or -errno.
  int64_t reserve(AddressRange range) const;

  // A call that takes an address, a length and one number, and that leaves no hole in
  // the reservation: mprotect, madvise, msync. The address is passed on unchecked, so
  // the caller must have checked the range, or the length must be 0.
  int64_t call(long number, uint64_t address, uint64_t length, int64_t argument) const;

  // mremap of `from` in place, to `grown`, which includes the free space after it. All
  // other threads must be stopped: for a moment that space is a hole.
  int64_t grow(AddressRange from, AddressRange grown) const;

  // mremap of `from` to exactly `to`, replacing what is there; `flags` as in
  // mremap. All other threads must be stopped: for a moment `from` is a hole.
  // `replaced` says whether what was at `to` is gone although the call failed.
  int64_t move(AddressRange from, AddressRange to, int flags, bool &replaced) const;

private:
  uint64_t host(uint64_t address) const;
  int64_t map_in_place(AddressRange range, int prot, int flags, int fd, int64_t offset) const;
  int64_t map_and_move(AddressRange range, int prot, int flags, int fd, int64_t offset) const;
  // Whether so much address space could be reserved now: what is removed for a moment can
  // be put back then, whatever RLIMIT_AS the guest has set.
  static bool can_reserve(uint64_t length);
  // Makes `range` inaccessible and lets its pages go, without mapping anything: RLIMIT_AS
  // may be exceeded, where Linux still unmaps. A mapped file stays mapped, out of reach.
  bool withdraw(AddressRange range) const;
  // Reserves `range` again if it is a hole; otherwise returns false.
  bool fill_hole(AddressRange range) const;
  // The same for a range that must be a hole. If it is not, a mapping of the host's
  // own is within the guest's reach, and this ends the process.
  void must_fill_hole(AddressRange range) const;

  const Memory &memory;
  bool is_alone;
};

} // namespace wali::host
