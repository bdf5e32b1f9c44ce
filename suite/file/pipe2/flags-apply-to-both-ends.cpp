// O_CLOEXEC sets the descriptors' flag only, O_NONBLOCK the open files' only, at both ends. An unknown flag is
// refused with nothing stored.
// Covers: pipe2 O_CLOEXEC, O_NONBLOCK, EINVAL
#include "wali/test.h"

namespace {

void show(const char *name, int flags) {
  Guarded<int[2]> ends;
  report(name, sys::pipe2(*&ends, flags));
  report_walls("walls", ends);
  int reader = (*ends)[0], writer = (*ends)[1];
  report("reader", setup::status_flags(reader));
  report("writer", setup::status_flags(writer));
  report("reader's descriptor flags", setup::descriptor_flags(reader));
  report("writer's descriptor flags", setup::descriptor_flags(writer));
}

} // namespace

void test() {
  show("O_CLOEXEC", O_CLOEXEC);
  show("O_NONBLOCK", O_NONBLOCK);
  show("both", O_NONBLOCK | O_CLOEXEC);
  Guarded<int[2]> ends;
  report("pipe2 with an unknown flag", sys::pipe2(*&ends, O_TRUNC));
  report("pipe2 with an unknown flag among known ones", sys::pipe2(*&ends, O_CLOEXEC | O_NONBLOCK | O_APPEND));
  report_poison("ends", ends);
}
