// Record locks and the processes that hold them.
#pragma once

#include "wali/test.h"

namespace wali::locks {

// A lock on `length` bytes from `start` on; 0 is to the end, however far that is.
inline struct flock range(int type, int64_t start, int64_t length, int whence = SEEK_SET) {
  struct flock lock = {};
  lock.l_type = static_cast<int16_t>(type);
  lock.l_whence = static_cast<int16_t>(whence);
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

inline Result lock(int fd, int command, struct flock region) {
  return sys::fcntl(fd, command, reinterpret_cast<uintptr_t>(&region));
}

// A child that holds the lock `region` by F_SETLK until `done` is closed.
inline Child holding(Pipe &done, int fd, struct flock region) {
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    done.write.reset();
    setup::require_zero("fcntl", lock(fd, F_SETLK, region));
    ready.write.reset();
    setup::read_all(done.read);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  return child;
}

// The lock that a child finds in the way of a write lock of all from `start` on.
inline Line seen(int fd, int64_t start) {
  auto &found = setup::shared<struct flock>();
  found = range(F_WRLCK, start, 0);
  setup::fork([&] {
    setup::require_zero("fcntl", sys::fcntl(fd, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  }).wait();
  return label(Choice{abi::sets::lock_type, found.l_type}, " ", found.l_start, " length ", found.l_len);
}

} // namespace wali::locks
