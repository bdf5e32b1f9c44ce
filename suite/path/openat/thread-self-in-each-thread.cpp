// In each of two threads, /proc/thread-self leads openat to the files and descriptors of
// that thread.
// Covers: openat /proc/thread-self, threads
#include "wali/test.h"

namespace {

void look(const char *who) {
  setup::require_zero("prctl", sys::prctl(PR_SET_NAME, reinterpret_cast<uintptr_t>(who), 0, 0, 0));
  Result name = sys::openat(AT_FDCWD, "/proc/thread-self/comm", O_RDONLY, 0);
  report(who, setup::read_all(name.fd()));
  Result again = sys::openat(AT_FDCWD, label("/proc/thread-self/fd/", name.fd()).c_str(), O_RDONLY, 0);
  report("opened anew by its descriptor", setup::read_all(again.fd()));
}

} // namespace

void test() {
  Thread([](void *) { look("second"); }).join();
  Event end;
  Thread other([](void *event) { static_cast<Event *>(event)->wait(); }, &end);
  look("first");
  end.set();
}
