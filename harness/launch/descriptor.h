// An owner for a file descriptor.
#pragma once

#include <unistd.h>

#include <utility>

namespace wali::launch {

// Owns a descriptor and closes it; empty when it holds -1.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd(fd) {}
  Descriptor(Descriptor &&other) noexcept : fd(std::exchange(other.fd, -1)) {}
  Descriptor &operator=(Descriptor &&other) noexcept {
    reset(std::exchange(other.fd, -1));
    return *this;
  }
  ~Descriptor() { reset(); }

  int get() const { return fd; }
  explicit operator bool() const { return fd >= 0; }
  void reset(int replacement = -1) {
    if (fd >= 0)
      ::close(fd);
    fd = replacement;
  }

private:
  int fd = -1;
};

} // namespace wali::launch
