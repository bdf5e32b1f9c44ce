// A thousand threads, one after another, take nothing with them that the next
// would need; each sees what the one before has written.
// Covers: threads thousand in turn
#include "wali/test.h"

namespace {

int sum;

void add(void *pointer) { sum += *static_cast<int *>(pointer); }

} // namespace

void test() {
  for (int i = 1; i <= 1000; ++i) {
    Thread thread(add, &i);
    thread.join();
  }
  report("sum", sum);
}
