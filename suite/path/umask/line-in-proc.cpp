// The line Umask of the process's status in /proc shows the mask.
// Covers: umask /proc/self/status
#include "wali/test.h"

namespace {

Text mask_in_proc() {
  const Text status = setup::read_file("/proc/self/status"), field = "\nUmask:\t";
  size_t begin = 0;
  while (begin < status.size && !(status.part(begin, field.size) == field))
    ++begin;
  return status.part(begin + field.size, 4);
}

} // namespace

void test() {
  for (uint32_t mask : {0027u, 0777u, 0u}) {
    sys::umask(mask);
    report("Umask", mask_in_proc());
  }
}
