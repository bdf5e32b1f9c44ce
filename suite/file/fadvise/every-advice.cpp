// fadvise accepts each advice for a whole file, for a range beyond 4 GiB, and on a write-only descriptor. Contents
// and position stay as they are.
// Covers: fadvise POSIX_FADV_NORMAL, POSIX_FADV_RANDOM, POSIX_FADV_SEQUENTIAL
// Covers: fadvise POSIX_FADV_WILLNEED, POSIX_FADV_DONTNEED, POSIX_FADV_NOREUSE
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY);
  for (int advice = POSIX_FADV_NORMAL; advice <= POSIX_FADV_NOREUSE; ++advice)
    report(label(Choice{abi::sets::fadvise_advice, advice}), sys::fadvise(file, 0, 0, advice));
  report("beyond 4 GiB", sys::fadvise(file, int64_t{5} << 32, int64_t{6} << 32, POSIX_FADV_WILLNEED));
  report("write-only", sys::fadvise(writer, 0, 4, POSIX_FADV_DONTNEED));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
