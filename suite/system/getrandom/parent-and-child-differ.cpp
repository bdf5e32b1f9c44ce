// After a fork the child gets other bytes than its parent.
// Covers: getrandom fork
#include "wali/test.h"

namespace {

struct Drawn {
  Result result;
  uint8_t bytes[32];
};

void draw(Drawn &drawn) { drawn.result = sys::getrandom(drawn.bytes, sizeof(drawn.bytes), 0); }

} // namespace

void test() {
  Drawn before, parents, &childs = setup::shared<Drawn>();
  draw(before);
  Child child = setup::fork([&] { draw(childs); });
  draw(parents);
  report("child", child.wait());
  report("before the fork, getrandom", before.result);
  report("in the parent, getrandom", parents.result);
  report("in the child, getrandom", childs.result);
  report("bytes that differ, compared with 16", compared(differing_bytes(parents.bytes, childs.bytes, 32), size_t{16}));
}
