// st_blocks and stx_blocks count what is allocated in units of 512 bytes, and not the holes of a file.
// Covers: stat st_blocks
// Covers: statx stx_blocks, STATX_BLOCKS
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

void report_blocks(const char *when) {
  struct stat status = {};
  struct statx extended = {};
  report(when, sys::stat("file", &status));
  report("st_size", status.st_size);
  report("st_blocks", status.st_blocks);
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_BLOCKS, &extended));
  report("stx_blocks", extended.stx_blocks);
}

} // namespace

void test() {
  setup::chdir(setup::disk); // whose blocks are pages of 4096 bytes
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report_blocks("empty");
  setup::resize(file, 1 << 20);
  report_blocks("a hole");
  setup::write_all(file, "x");
  report_blocks("a byte");
  setup::seek(file, 40960);
  static uint8_t bytes[8192];
  setup::write_all(file, {bytes, sizeof(bytes)});
  report_blocks("two pages more");
}
