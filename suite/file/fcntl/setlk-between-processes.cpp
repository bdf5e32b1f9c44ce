// A write lock keeps another process from locking exactly its bytes, beyond 4 GiB too, until its
// holder ends.
// Covers: fcntl F_SETLK, F_WRLCK, EAGAIN, range beyond 4 GiB, exact range
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  constexpr int64_t start = (int64_t{5} << 32) + 17, length = int64_t{6} << 32;
  Pipe done = setup::pipe();
  Child child = locks::holding(done, file, locks::range(F_WRLCK, start, length));
  report("byte before", locks::lock(file, F_SETLK, locks::range(F_WRLCK, start - 1, 1)));
  report("first byte", locks::lock(file, F_SETLK, locks::range(F_WRLCK, start, 1)));
  report("first byte, to read", locks::lock(file, F_SETLK, locks::range(F_RDLCK, start, 1)));
  report("last byte", locks::lock(file, F_SETLK, locks::range(F_WRLCK, start + length - 1, 1)));
  report("byte behind", locks::lock(file, F_SETLK, locks::range(F_WRLCK, start + length, 1)));
  report("same bytes modulo 4 GiB", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 17, 1)));
  report("up to the first byte", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, start)));
  report("one more", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, start + 1)));
  report("unlocking all", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0, 0)));
  report("first byte", locks::lock(file, F_SETLK, locks::range(F_WRLCK, start, 1)));
  done.write.reset();
  report("child", child.wait());
  report("first byte after its end", locks::lock(file, F_SETLK, locks::range(F_WRLCK, start, 1)));
}
