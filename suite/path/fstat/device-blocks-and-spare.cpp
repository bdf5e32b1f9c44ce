// fstat gives the number of a device in st_rdev and the blocks of a file with contents in
// st_blocks. The spare bytes of the structure are zero.
// Covers: fstat st_rdev, st_blocks, spare bytes
#include "wali/test.h"

void test() {
  Fd null = setup::open("/dev/null", O_RDONLY);
  Guarded<struct stat> status;
  report("fstat", sys::fstat(null, &status));
  report("type", Choice{sets::file_type, status->st_mode & S_IFMT});
  report("st_rdev", Hex{status->st_rdev});
  report("st_size", status->st_size);
  report("spare bytes", Text(status->spare, sizeof(status->spare)));
  report("padding", status->pad);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  static char block[8192] = "x";
  setup::write_all(file, {block, sizeof(block)});
  setup::require_zero("fsync", sys::fsync(file));
  status.fill();
  report("fstat", sys::fstat(file, &status));
  report("st_blocks compared with 15", compared(status->st_blocks, int64_t{15}));
  report("st_rdev", status->st_rdev);
  report_walls("walls", status);
}
