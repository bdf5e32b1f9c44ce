// A thousand threads run one after another. None of them uses up what the next one needs, and each
// sees what the one before has written.
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
