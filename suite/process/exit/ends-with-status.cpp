// exit of the only thread ends the process with the low eight bits of the status. Nothing after it runs.
// Covers: exit status
#include "wali/test.h"

void test() {
  int &after = setup::shared<int>();
  for (int status : {0, 1, 255, 256 + 77, -1}) {
    Child child = setup::fork([&] {
      sys::exit(status);
      after = 1;
    });
    report(label("exit of ", status), child.wait());
  }
  report("what ran afterwards", after);
}
