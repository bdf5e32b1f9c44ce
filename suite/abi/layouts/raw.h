// Structures as bytes, with each field at the offset that ABI.md and Linux give it, not where
// harness/abi/types.h has it. Natively the kernel judges the same offsets; where there are pointers,
// wide() chooses between the interface's layout and the kernel's.
#pragma once

#include "wali/test.h"

namespace wali::layouts {

// An offset or a size in the interface's layout, and natively in that of pointers of 64 bits.
constexpr size_t wide(size_t interface, size_t native) { return sizeof(void *) == 4 ? interface : native; }

// `size` bytes between walls, poison at first. It stands for its address in a call.
template <size_t size> class Raw {
public:
  // As many zeros.
  static Raw zeros() {
    Raw raw;
    __builtin_memset(*&raw.bytes_, 0, size);
    return raw;
  }

  template <class T> operator T *() { return reinterpret_cast<T *>(*&bytes_); }
  operator uint64_t() { return reinterpret_cast<uintptr_t>(*&bytes_); }
  uint8_t *at(size_t offset) { return *&bytes_ + offset; }
  Text bytes(size_t offset, size_t count) { return {at(offset), count}; }
  // What is before the next NUL.
  Text string(size_t offset) { return reinterpret_cast<const char *>(at(offset)); }

  // Stores a field.
  template <class T> Raw &put(size_t offset, T value) {
    __builtin_memcpy(at(offset), &value, sizeof(value));
    return *this;
  }
  template <class T> T get(size_t offset) {
    T value;
    __builtin_memcpy(&value, at(offset), sizeof(value));
    return value;
  }
  // Prints a field, `NAME = VALUE`.
  template <class T> void report_field(const Name &name, size_t offset) { report(name, get<T>(offset)); }
  // Prints how many of the bytes from `begin` to `end` are not zero.
  void report_padding(size_t begin, size_t end) {
    int others = 0;
    for (size_t offset = begin; offset < end; ++offset)
      others += *at(offset) != 0;
    report("bytes of padding that are not zero", others);
  }
  void report_walls() { wali::report_walls("walls", bytes_); }

private:
  GuardedBytes<size> bytes_;
};

} // namespace wali::layouts
