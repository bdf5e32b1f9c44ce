// A child is in its parent's session until it makes its own; getsid tells
// which, asked by id.
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
  report("session at first against ours", compared(sys::getsid(child.pid()).value, sys::getsid(0).value));
  setup::write_all(go.write, "x");
  char byte;
  sys::read(done.read, &byte, 1);
  report("session afterwards against its id", compared(sys::getsid(child.pid()).value, int64_t{child.pid()}));
  setup::write_all(go.write, "x");
  report("child", child.wait());
}
