// A child is in its parent's session until it makes its own. Its parent sees both by
// getsid of the child's id.
// Covers: getsid child
#include "wali/test.h"

void test() {
  Pipe go = setup::pipe(), done = setup::pipe();
  Child child = setup::fork([&] {
    char byte;
    sys::read(go.read, &byte, 1);
    sys::setsid();
    setup::write_all(done.write, "x");
    sys::read(go.read, &byte, 1);
  });
  report("fork", child.pid());
  report("getsid of 0", sys::getsid(0));
  report("getsid of the child", sys::getsid(child.pid()));
  setup::write_all(go.write, "x");
  char byte;
  report("the child has made its session", sys::read(done.read, &byte, 1));
  report("getsid of 0", sys::getsid(0));
  report("getsid of the child", sys::getsid(child.pid()));
  setup::write_all(go.write, "x");
  report("child", child.wait());
}
