// When one thread has changed the directory, the names that the others use start there: those of the first thread, and
// those of a thread that was there before.
// Covers: chdir threads
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("above", "");
  setup::write_file("directory/within", "");
  static Event moved, done;
  static Result within, above;
  Thread waiting([](void *) {
    moved.wait();
    within = sys::access("within", F_OK);
    above = sys::access("above", F_OK);
    done.set();
  });
  Thread([](void *) { report("chdir in a thread", sys::chdir("directory")); }).join();
  report("access of a name within, by the first thread", sys::access("within", F_OK));
  report("access of a name above", sys::access("above", F_OK));
  moved.set();
  done.wait();
  report("access of a name within, by a thread that was there", within);
  report("access of a name above", above);
}
