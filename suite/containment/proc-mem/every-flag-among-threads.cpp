// Whatever flags a thread uses to open the memory file, no other thread can use it.
// Covers: proc-mem race, open flags
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

constexpr int flags[] = {O_CREAT,    O_EXCL,  O_NOCTTY, O_TRUNC,   O_APPEND,    O_NONBLOCK, O_DSYNC,
                         O_NOFOLLOW, O_ASYNC, O_DIRECT, O_NOATIME, O_LARGEFILE, O_CLOEXEC};
constexpr unsigned combinations = 1 << sizeof(flags) / sizeof(flags[0]);

// The flags whose bits `chosen` has.
int those_of(unsigned chosen) {
  int combined = 0;
  for (int flag : flags) {
    combined |= chosen & 1 ? flag : 0;
    chosen >>= 1;
  }
  return combined;
}

} // namespace

void test() {
  containment::Thieves thieves;
  for (int i = setup::rounds(1); i > 0; --i)
    for (unsigned chosen = 0; chosen < combinations; ++chosen)
      for (int access : {O_RDONLY, O_WRONLY, O_RDWR})
        sys::close(sys::openat(AT_FDCWD, "/proc/self/mem", access | those_of(chosen), 0600).fd());
  report("descriptors of a memory", thieves.join());
}
