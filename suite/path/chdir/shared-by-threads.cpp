// All threads of a process have one working directory: chdir in one of them moves the others.
// Covers: chdir threads
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  static Event moved, seen;
  static Text name;
  Thread waiting([](void *) {
    moved.wait();
    name = setup::read_file("name");
    seen.set();
  });
  Thread([](void *) { report("chdir in a thread", sys::chdir("a")); }).join();
  report("name in the first thread", setup::read_file("name"));
  report("chdir in the first thread", sys::chdir("b"));
  moved.set();
  seen.wait();
  report("name in a thread that was there before", name);
  Thread([](void *) { report("name in a new thread", setup::read_file("name")); }).join();
}
