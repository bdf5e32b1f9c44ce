// A child begins with a copy of its parent's memory, and what it changes there stays its
// own. Its id is what fork returned to the parent, and its parent is the caller.
// Covers: fork memory, ids
#include "wali/test.h"

namespace {

struct Seen {
  Result pid, parent;
  int first, later;
};
int counter = 41;

} // namespace

void test() {
  auto &seen = setup::shared<Seen>();
  ++counter;
  report("getpid", sys::getpid());
  const Result forked = sys::fork();
  if (forked.value == 0) {
    seen.first = counter;
    counter = 1000;
    seen = {sys::getpid(), sys::getppid(), seen.first, counter};
    leave(3);
  }
  report("fork", forked);
  report("child", Child(forked.pid()).wait());
  report("in the child, getpid", seen.pid);
  report("in the child, getppid", seen.parent);
  report("counter as the child finds it", seen.first);
  report("counter as the child leaves it", seen.later);
  report("counter in the parent", counter);
}
