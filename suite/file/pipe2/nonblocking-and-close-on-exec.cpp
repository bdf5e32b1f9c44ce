// pipe2's flags apply to both ends and to nothing else: reading an empty pipe
// is EAGAIN, and both descriptors close on exec.
// Covers: pipe2 O_NONBLOCK, O_CLOEXEC, EINVAL
#include "wali/test.h"

void test() {
  Guarded<int[2]> ends;
  report("pipe2", sys::pipe2(*&ends, O_NONBLOCK | O_CLOEXEC));
  report_walls("walls", ends);
  int reader = (*ends)[0], writer = (*ends)[1];
  char byte;
  report("read of nothing", sys::read(reader, &byte, 1));
  report("reader's flags", Flags{abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(reader, F_GETFL, 0).value)});
  report("writer's flags", Flags{abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(writer, F_GETFL, 0).value)});
  report("reader closes on exec", setup::descriptor_flags(reader));
  report("writer closes on exec", setup::descriptor_flags(writer));
  ends.fill();
  report("pipe2 with an unknown flag", sys::pipe2(*&ends, O_TRUNC));
  report_poison("ends", ends);
}
