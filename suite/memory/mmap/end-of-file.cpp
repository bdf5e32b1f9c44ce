// The rest of a file's last page shows zeros, which never reach the file. The page after it
// cannot be used until the file has grown.
// Covers: mmap end of file
#include "wali/test.h"

void test() {
  setup::write_file("file", "short");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  Result result = sys::mmap(nullptr, 2 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  report("mmap", result);
  char *bytes = result.pointer<char>();
  report("last page", Text(bytes, 8));
  bytes[4095] = 'x';
  report("file's size", setup::file_size("file"));
  report("write from the page behind", sys::pwrite64(probe, bytes + 4096, 4, 0));
  report("read into the page behind", sys::pread64(file, bytes + 4096, 4, 0));
  setup::resize(file, 4096 + 10);
  setup::require_value("pwrite64", sys::pwrite64(file, "grown", 5, 4096), 5);
  report("write from the page behind", sys::pwrite64(probe, bytes + 4096, 8, 0));
  report("page behind", Text(bytes + 4096, 8));
  setup::resize(file, 3);
  report("write from the page behind", sys::pwrite64(probe, bytes + 4096, 4, 0));
  report("last page", Text(bytes, 8));
}
