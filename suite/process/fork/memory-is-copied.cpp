// The child begins with the parent's memory and changes only its own; it has
// another id, and the parent's as its parent.
// Covers: fork memory, ids
#include "wali/test.h"

namespace {

struct Seen {
  int64_t pid, parent;
  int first, later;
};
int counter = 41;

} // namespace

void test() {
  auto &seen = setup::shared<Seen>();
  ++counter;
  int64_t self = sys::getpid().value;
  Result forked = sys::fork();
  if (forked.value == 0) {
    seen.first = counter;
    counter = 1000;
    seen = {sys::getpid().value, sys::getppid().value, seen.first, counter};
    leave(3);
  }
  Child child(forked.pid());
  report("child", child.wait());
  report("its id against what fork returned", compared(seen.pid, forked.value));
  report("its parent against us", compared(seen.parent, self));
  report("what it began with", seen.first);
  report("what it changed it to", seen.later);
  report("what is here", counter);
}
