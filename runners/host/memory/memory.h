// How the host accesses guest memory.
//
// There are only two ways to the guest's bytes:
//
//  - for_kernel() turns a guest address into a pointer that only the kernel
//    follows. The host cannot dereference it: only Thread::syscall takes it.
//    The kernel then finds out what is readable, in its own order, and returns
//    -EFAULT or makes a partial transfer.
//  - read() and write() copy between guest memory and the host's own objects.
//    They return false if the range is not accessible, for instance because the
//    guest has unmapped or protected it, or truncated the file that is mapped.
//
// A raw pointer into guest memory is never handed out.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <type_traits>

#include "harness/abi/model.h"

namespace wali::host {

// An offset into the guest's memory 0. All 32 bits are valid.
using GuestAddress = uint32_t;

// A pointer for the kernel alone. It has the size of a pointer, so structures
// in the kernel's layout can hold it (an iovec's base, for instance).
class KernelPointer {
public:
  constexpr KernelPointer() = default; // NULL
  // Of the host's own, beside those of the guest.
  static KernelPointer to_own(const char *text) {
    return KernelPointer(reinterpret_cast<uintptr_t>(text));
  }

private:
  friend class Memory;
  friend class Thread;
  constexpr explicit KernelPointer(uintptr_t value) : value(value) {}

  uintptr_t value = 0;
};
static_assert(sizeof(KernelPointer) == sizeof(void *));

// The largest memory of a 32-bit guest, in bytes.
inline constexpr uint64_t max_memory_bytes = uint64_t{1} << 32;

// How many bytes of address space from the base on must be reserved without access,
// so that no sum of a 32-bit address and a 32-bit length leaves it (ABI.md, Pointers).
inline constexpr uint64_t memory_reservation_bytes = uint64_t{1} << 33;

class Memory {
public:
  // What the engine says about its linear memory. `size` is called only if an address
  // lies beyond the size seen last, since memory never shrinks.
  struct Source {
    uint8_t *base = nullptr;
    uint64_t (*size)(void *context) = nullptr;
    void *context = nullptr;
  };

  // `source.base` starts a reservation of memory_reservation_bytes of which
  // only the memory's current size is ever accessible.
  explicit Memory(Source source) : source(source) {}
  Memory(const Memory &) = delete;
  Memory &operator=(const Memory &) = delete;

  // The pointer that the kernel is to use for `address`: NULL for 0, the byte
  // itself for an address inside memory, and an address that faults otherwise.
  // No length is needed: after the memory's end comes reserved space without access,
  // which is longer than any length that a guest can name.
  KernelPointer for_kernel(GuestAddress address) const {
    if (address == 0)
      return {};
    return at(address);
  }

  // Like for_kernel, but address 0 is an ordinary address.
  KernelPointer at(GuestAddress address) const {
    if (address >= known_size.load(std::memory_order_relaxed) && !is_inside(address))
      return KernelPointer(reinterpret_cast<uintptr_t>(source.base) + fault_offset);
    return KernelPointer(reinterpret_cast<uintptr_t>(source.base) + address);
  }

  // Wakes one waiter of a non-private futex on the word at `address`.
  void wake_one(GuestAddress address) const;

  // A pointer other than NULL for which the kernel always returns -EFAULT: for what
  // the host could not read, so that the kernel finds the errors in its own order.
  KernelPointer faulting() const {
    return KernelPointer(reinterpret_cast<uintptr_t>(source.base) + fault_offset);
  }

  // Copies a guest structure into `value`. Returns false if it cannot be read
  // completely; `value` may then be partly written.
  template <class T> [[nodiscard]] bool read(GuestAddress address, T &value) const {
    static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>);
    return read_bytes(address, &value, sizeof value);
  }

  // Copies `value` into guest memory. Returns false if it cannot be written
  // completely; as with the kernel's own copies, a prefix may then be there.
  template <class T> [[nodiscard]] bool write(GuestAddress address, const T &value) const {
    static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>);
    return write_bytes(address, &value, sizeof value);
  }

  template <class T>
  [[nodiscard]] bool read_array(GuestAddress address, std::span<T> values) const {
    static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>);
    return read_bytes(address, values.data(), values.size_bytes());
  }

  template <class T>
  [[nodiscard]] bool write_array(GuestAddress address, std::span<const T> values) const {
    static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>);
    return write_bytes(address, values.data(), values.size_bytes());
  }

  // Copies of 4 and 8 bytes use a single access. A length of 0 always succeeds.
  [[nodiscard]] bool read_bytes(GuestAddress address, void *to, size_t length) const;
  [[nodiscard]] bool write_bytes(GuestAddress address, const void *from, size_t length) const;

  // The string at `address` without its NUL, or nothing if there is no NUL within
  // `limit` bytes or before inaccessible memory.
  std::optional<std::string> read_string(GuestAddress address, size_t limit) const;

  // The current size in bytes, a multiple of 65536.
  uint64_t size() const;

  // Whether all of [address, address + length) lies below size().
  bool contains(uint64_t address, uint64_t length) const {
    return length <= max_memory_bytes && address + length <= size();
  }

private:
  friend class Mappings; // mmap and its like

  // Beyond every address a guest can name and within the reservation.
  static constexpr uint64_t fault_offset = max_memory_bytes;

  bool is_inside(uint64_t address) const;

  Source source;
  mutable std::atomic<uint64_t> known_size = 0; // at most the current size
};

} // namespace wali::host
