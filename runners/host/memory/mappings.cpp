#include "runners/host/memory/mappings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include <algorithm>

#include "runners/host/running/raw_syscall.h"

namespace wali::host {
namespace {

constexpr int reserve_flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;

bool is_error(int64_t result) { return result < 0 && result >= -4095; }

int64_t kernel_mmap(uint64_t address, uint64_t length, int prot, int flags, int fd,
                    int64_t offset) {
  return raw_syscall(SYS_mmap, address, length, static_cast<uint64_t>(int64_t{prot}),
                     static_cast<uint64_t>(int64_t{flags}), static_cast<uint64_t>(int64_t{fd}),
                     static_cast<uint64_t>(offset));
}

} // namespace

uint64_t Mappings::host(uint64_t address) const {
  return reinterpret_cast<uintptr_t>(memory.source.base) + address;
}

int64_t Mappings::map(AddressRange range, int prot, int flags, int fd, int64_t offset) const {
  flags &= ~(MAP_FIXED | MAP_FIXED_NOREPLACE);
  return is_alone ? map_in_place(range, prot, flags, fd, offset)
                  : map_and_move(range, prot, flags, fd, offset);
}

int64_t Mappings::map_in_place(AddressRange range, int prot, int flags, int fd,
                               int64_t offset) const {
  int64_t result =
      kernel_mmap(host(range.begin), range.length(), prot, flags | MAP_FIXED, fd, offset);
  if (is_error(result)) {
    fill_hole(range); // a kernel may have removed the old mapping before it failed
    return result;
  }
  // The kernel has judged PROT_EXEC; guest memory is never executed.
  if (prot & PROT_EXEC)
    call(SYS_mprotect, range.begin, range.length(), prot & ~PROT_EXEC);
  return 0;
}

// A kernel may remove the old mapping before it finds that there is no new one (as
// with most sockets). Another thread would meet the hole, or have its next mapping
// in it. So the new one is made elsewhere. That it then cannot be moved is left to a
// kernel without memory.
int64_t Mappings::map_and_move(AddressRange range, int prot, int flags, int fd,
                               int64_t offset) const {
  const int64_t made = kernel_mmap(0, range.length(), prot, flags, fd, offset);
  if (is_error(made))
    return made;
  const auto elsewhere = static_cast<uint64_t>(made);
  if (prot & PROT_EXEC)
    raw_syscall(SYS_mprotect, elsewhere, range.length(), static_cast<uint64_t>(prot & ~PROT_EXEC));
  const int64_t result = raw_syscall(SYS_mremap, elsewhere, range.length(), range.length(),
                                     MREMAP_MAYMOVE | MREMAP_FIXED, host(range.begin));
  if (!is_error(result))
    return 0;
  fill_hole(range);
  raw_syscall(SYS_munmap, elsewhere, range.length());
  return result;
}

int64_t Mappings::refuse_map(int prot, int flags, int fd, int64_t offset) {
  constexpr uint64_t more_than_there_is = uint64_t{1} << 62;
  flags &= ~(MAP_FIXED | MAP_FIXED_NOREPLACE);
  return kernel_mmap(0, more_than_there_is, prot, flags, fd, offset);
}

int64_t Mappings::reserve(AddressRange range) const {
  int64_t result =
      kernel_mmap(host(range.begin), range.length(), PROT_NONE, reserve_flags | MAP_FIXED, -1, 0);
  if (!is_error(result))
    return 0;
  fill_hole(range);
  return result == -ENOMEM && withdraw(range) ? 0 : result;
}

bool Mappings::withdraw(AddressRange range) const {
  call(SYS_munlock, range.begin, range.length(), 0); // or its pages would stay
  return call(SYS_mprotect, range.begin, range.length(), PROT_NONE) == 0 &&
         call(SYS_madvise, range.begin, range.length(), MADV_DONTNEED) == 0 &&
         call(SYS_madvise, range.begin, range.length(), MADV_DOFORK) == 0; // no hole in a child
}

int64_t Mappings::call(long number, uint64_t address, uint64_t length, int64_t argument) const {
  return raw_syscall(number, host(address), length, static_cast<uint64_t>(argument));
}

int64_t Mappings::grow(AddressRange from, AddressRange grown) const {
  const AddressRange behind{from.end, grown.end};
  if (!can_reserve(behind.length()))
    return -ENOMEM;
  int64_t result = raw_syscall(SYS_munmap, host(behind.begin), behind.length());
  if (is_error(result))
    return result;
  result = raw_syscall(SYS_mremap, host(from.begin), from.length(), grown.length(), 0);
  if (!is_error(result))
    return 0;
  must_fill_hole(behind);
  return result;
}

int64_t Mappings::move(AddressRange from, AddressRange to, int flags, bool &replaced) const {
  replaced = false;
  if (!can_reserve(std::max(from.length(), to.length())))
    return -ENOMEM;
  flags |= MREMAP_FIXED | MREMAP_MAYMOVE;
  int64_t result = raw_syscall(SYS_mremap, host(from.begin), from.length(), to.length(),
                               static_cast<uint64_t>(flags), host(to.begin));
  replaced = !is_error(result) || fill_hole(to);
  if (is_error(result)) {
    // The kernel cuts off what does not fit at the target first.
    if (from.length() > to.length())
      fill_hole({from.begin + to.length(), from.end});
    return result;
  }
  if (!(flags & MREMAP_DONTUNMAP))
    must_fill_hole(from);
  return 0;
}

bool Mappings::can_reserve(uint64_t length) {
  const int64_t probe = kernel_mmap(0, length, PROT_NONE, reserve_flags, -1, 0);
  if (is_error(probe))
    return false;
  raw_syscall(SYS_munmap, static_cast<uint64_t>(probe), length);
  return true;
}

bool Mappings::fill_hole(AddressRange range) const {
  return !is_error(kernel_mmap(host(range.begin), range.length(), PROT_NONE,
                               reserve_flags | MAP_FIXED_NOREPLACE, -1, 0));
}

void Mappings::must_fill_hole(AddressRange range) const {
  if (range.empty() || fill_hole(range))
    return;
  fputs("wali-wasmtime: the host's own memory got into the guest's reach\n", stderr);
  abort();
}

} // namespace wali::host
