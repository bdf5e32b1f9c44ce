// The buffer for the path of the environment's file needs room for the NUL and no more, even at the
// end of memory. If it is shorter or outside memory, nothing is written.
// Covers: environment __get_init_envfile, size, last valid byte
// Oracle: ABI.md, Start, end, arguments, environment
#include "wali/test.h"

namespace {

int get(void *buffer, size_t size) {
  return start::wali_get_init_envfile(static_cast<char *>(buffer), static_cast<int>(size));
}

} // namespace

void test() {
  GuardedBytes<512> path;
  report("room for any path", get(*&path, 512));
  const size_t length = Text(reinterpret_cast<char *>(*&path)).size;
  report("length", length);
  path.fill();
  report("no room for the NUL", get(*&path, length));
  report("room for the NUL and no more", get(*&path, length + 1));
  report("length", Text(reinterpret_cast<char *>(*&path)).size);
  report_poison("bytes behind the room", *&path + length + 1, 512 - length - 1);
  uint8_t *last = setup::last_bytes(512);
  __builtin_memset(last, poison, 512);
  get(setup::bad_address(), length + 1);
  report_poison("last bytes of memory", last, 512);
  uint8_t *place = last + 512 - (length + 1);
  report("room in the last bytes", get(place, length + 1));
  int differences = 0;
  for (size_t i = 0; i <= length; ++i)
    differences += place[i] != (*&path)[i];
  report("bytes that differ", differences);
  report_poison("bytes in front of it", last, 512 - (length + 1));
}
