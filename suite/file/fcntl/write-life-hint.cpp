// F_GET_RW_HINT gives, in 64 bits, what F_SET_RW_HINT stored through any descriptor of the file. A value that is not
// a hint is refused and changes nothing.
// Covers: fcntl F_GET_RW_HINT, F_SET_RW_HINT, EINVAL
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), other = setup::open("file", O_RDONLY);
  Guarded<uint64_t> hint;
  report("F_GET_RW_HINT", sys::fcntl(file, F_GET_RW_HINT, reinterpret_cast<uintptr_t>(&hint)));
  report("at first", *hint);
  report_walls("walls", hint);
  uint64_t wanted = 3;
  report("F_SET_RW_HINT 3", sys::fcntl(file, F_SET_RW_HINT, reinterpret_cast<uintptr_t>(&wanted)));
  wanted = 6;
  report("F_SET_RW_HINT 6", sys::fcntl(file, F_SET_RW_HINT, reinterpret_cast<uintptr_t>(&wanted)));
  report("F_GET_RW_HINT of another open", sys::fcntl(other, F_GET_RW_HINT, reinterpret_cast<uintptr_t>(&hint)));
  report("hint", *hint);
}
