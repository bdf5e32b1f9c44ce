// A write or truncation without privileges clears a file's set-id bits. The set-group-id bit without the group's
// execute bit means something else, and stays.
// Covers: write S_ISUID, S_ISGID
// Covers: pwrite64 S_ISUID, S_ISGID
// Covers: writev S_ISUID, S_ISGID
// Covers: ftruncate S_ISUID, S_ISGID
// REQUIRES: user
#include "wali/test.h"

namespace {

// Shows what a call gave and what mode it left, and sets all bits for the next.
void show(const char *call, Result result) {
  report(call, result);
  report("mode", FileMode{setup::stat("file").st_mode});
  setup::chmod("file", 06755);
}

} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  char byte[] = "x";
  const iovec vector[] = {{byte, 1}};
  setup::chmod("file", 06755);
  show("write of nothing", sys::write(file, byte, 0));
  show("write", sys::write(file, byte, 1));
  show("pwrite64", sys::pwrite64(file, byte, 1, 5));
  show("writev", sys::writev(file, vector, 1));
  show("ftruncate", sys::ftruncate(file, 7));
  setup::chmod("file", 02745);
  show("write without the group's execute bit", sys::write(file, byte, 1));
}
