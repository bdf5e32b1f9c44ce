// A thread can start when every descriptor below the hard limit is open. Its opens are refused
// until one is closed, and then get that number.
// Covers: threads RLIMIT_NOFILE, EMFILE
// REQUIRES: open-files-4k
#include "wali/test.h"

namespace {

int64_t refused, opened;

void open_twice(void *last) {
  refused = sys::openat(AT_FDCWD, ".", O_RDONLY, 0).value;
  setup::require_zero("close", sys::close(*static_cast<int *>(last)));
  opened = sys::openat(AT_FDCWD, ".", O_RDONLY, 0).value;
}

} // namespace

void test() {
  // More than the user's other processes have in messages, which count for the limit as well (unix(7), ETOOMANYREFS):
  // an engine may hand a descriptor on in a message.
  const rlimit limits = {1000, 1000};
  setup::require_zero("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &limits));
  int last = -1;
  Result copy = sys::dup(0);
  for (; copy.ok(); copy = sys::dup(0))
    last = copy.fd();
  report("dup in the end", copy);
  report("last descriptor", last);
  Thread(open_twice, &last).join();
  report("openat in a thread", Result{refused});
  report("openat after close", Result{opened});
}
