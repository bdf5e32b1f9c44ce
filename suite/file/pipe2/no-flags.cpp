// Without flags pipe2 does what pipe does: the first descriptor is the end for reading, and
// neither has O_NONBLOCK or FD_CLOEXEC.
// Covers: pipe2 flags 0, ends
#include "wali/test.h"

void test() {
  Guarded<int[2]> ends;
  report("pipe2", sys::pipe2(*&ends, 0));
  report_walls("walls", ends);
  int reader = (*ends)[0], writer = (*ends)[1];
  report("reader's flags", setup::status_flags(reader));
  report("writer's flags", setup::status_flags(writer));
  report("reader's descriptor flags", setup::descriptor_flags(reader));
  report("writer's descriptor flags", setup::descriptor_flags(writer));
  setup::write_all(writer, "in");
  setup::write_all(writer, "to");
  sys::close(writer);
  report("what comes out", setup::read_all(reader));
}
