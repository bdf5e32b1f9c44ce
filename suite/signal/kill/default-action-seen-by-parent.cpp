// A signal with its default action ends the process, and wait4 says which signal it was.
// Covers: kill default action
#include "wali/test.h"

void test() {
  for (int signo : {SIGTERM, SIGKILL, SIGUSR1, SIGALRM}) {
    Child child = setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
    report(label("kill with ", Signal{signo}), sys::kill(child.pid(), signo));
    report("child", child.wait());
  }
}
