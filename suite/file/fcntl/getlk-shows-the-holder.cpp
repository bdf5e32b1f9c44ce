// F_GETLK and F_OFD_GETLK give type, range and process of the conflicting lock. They count its
// range from the start of the file, beyond 4 GiB too, and write nothing beside the structure.
// Covers: fcntl F_GETLK, F_OFD_GETLK, l_pid, range beyond 4 GiB, layout, lock in the way
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  constexpr int64_t start = (int64_t{5} << 32) + 17, length = int64_t{6} << 32;
  Pipe done = setup::pipe();
  Child child = locks::holding(done, file, locks::range(F_WRLCK, start, length));
  report("holder", child.pid());
  Guarded<struct flock> found;
  *found = locks::range(F_RDLCK, 3, 0, SEEK_CUR);
  found->l_pid = -3;
  report("F_GETLK", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report_walls("walls", found);
  report("l_type", Choice{abi::sets::lock_type, found->l_type});
  report("l_whence", Choice{abi::sets::seek_whence, found->l_whence});
  report("l_start", found->l_start);
  report("l_len", found->l_len);
  report("l_pid", found->l_pid);
  *found = locks::range(F_WRLCK, start + length - 1, 7);
  report("F_OFD_GETLK", sys::fcntl(file, F_OFD_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("l_start", found->l_start);
  report("l_pid", found->l_pid);
  *found = locks::range(F_RDLCK, start + length, 5);
  report("F_GETLK behind it", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("l_type", Choice{abi::sets::lock_type, found->l_type});
}
