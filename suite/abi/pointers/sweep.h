// One pointer of a call after the other is moved to where it must not be, and to the last
// bytes where it may be.
#pragma once

#include "wali/test.h"

namespace wali::sweep {

// Where the pointer under test lies. In `too_long` it is as in `last`, and the
// length that goes with it is 0xffffffff.
enum Place { outside, highest, wrapping, across, last, too_long };
inline constexpr Place bad_places[] = {outside, highest, wrapping, across};
inline constexpr Place places[] = {outside, highest, wrapping, across, last};
inline constexpr Place aligned_places[] = {outside, last};
inline constexpr Place end_places[] = {across, last};
inline constexpr Place buffer_places[] = {outside, highest, wrapping, across, last, too_long};

inline const char *name_of(Place place) {
  switch (place) {
  case outside:
    return "out of range";
  case highest:
    return "0xffffffff";
  case wrapping:
    return "around the end of addresses";
  case across:
    return "across the end";
  case last:
    return "last bytes";
  case too_long:
    return "last bytes, length 0xffffffff";
  }
  return "";
}

// The end of accessible memory, in front of which a page is the program's alone.
inline uintptr_t own_end() { return reinterpret_cast<uintptr_t>(setup::last_bytes(0)); }

// Bytes that changed in front of any address under test.
inline int changed_in_front = 0;

// One pointer at one place; what `good` points to is there as far as it goes.
class Swept {
public:
  Swept(Place place, const void *good, size_t size) : place_(place) {
    const uintptr_t end = own_end();
    switch (place) {
#ifdef __wasm32__
    case outside:
      address_ = end + 65536;
      break;
#else
    case outside:
      address_ = reinterpret_cast<uintptr_t>(setup::bad_address());
      break; // the kernel's
#endif
    case highest:
      address_ = ~uintptr_t{0};
      break;
    case wrapping:
      address_ = uintptr_t{0} - (size - size / 2);
      break;
    case across:
      address_ = end - (size - 1);
      break;
    case last:
    case too_long:
      address_ = end - size;
      break;
    }

    if (place < across)
      return;
    __builtin_memset(reinterpret_cast<void *>(address_ - wall), poison, wall);
    __builtin_memcpy(reinterpret_cast<void *>(address_), good, place == across ? size - 1 : size);
  }

  template <class T> operator T *() const { return reinterpret_cast<T *>(address_); }
  operator uint64_t() const { return address_; }

  // The length to hand over where `size` would be right.
  uint32_t length(uint32_t size) const { return place_ == too_long ? 0xffffffff : size; }

  void report(const char *name, Result result) {
    wali::report(label(name, ", ", name_of(place_)), result);
    count();
  }
  // For results that differ from machine to machine.
  void report_sign(const char *name, Result result) {
    wali::report(label(name, ", ", name_of(place_)), Result{result.value > 0 ? 1 : result.value});
    count();
  }

private:
  static constexpr size_t wall = 64;

  void count() const {
    if (place_ < across)
      return;
    for (size_t i = 1; i <= wall; ++i)
      changed_in_front += reinterpret_cast<const uint8_t *>(address_)[-static_cast<intptr_t>(i)] != poison;
  }

  Place place_;
  uintptr_t address_ = 0;
};

// At the end of a program: what the sweep leaves behind.
inline void finish() { wali::report("bytes changed in front of it", changed_in_front); }

// A file of 16 bytes, open for both, at its start.
inline Fd file() {
  setup::write_file("file", "0123456789abcdef");
  return setup::open("file", O_RDWR);
}

// A UDP socket with the address that it is bound to.
struct Udp : setup::Bound {
  Udp() : Bound(setup::udp_socket()) {}
  // 16 bytes that it sends to itself.
  void send() {
    setup::require_value("sendto", sys::sendto(socket, "0123456789abcdef", 16, 0, &address, sizeof(address)), 16);
  }
};

// A listener that somebody has connected to.
struct Called {
  setup::Listener listener = setup::tcp_listener();
  Fd caller = setup::caller(listener);
};

// A child that has ended or is about to.
inline int ended_child() {
  return setup::fork([] { return 7; }).release();
}

} // namespace wali::sweep
