// FICLONE takes the number of the descriptor to copy from. It refuses one that is not open,
// write-only or of another file system, a read-only target, and a file system that cannot share blocks.
// Covers: ioctl FICLONE, EBADF, EXDEV, EOPNOTSUPP
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

// A request's argument that is a number, not an address.
void *number(int value) { return reinterpret_cast<void *>(static_cast<uintptr_t>(value)); }

} // namespace

void test() {
  setup::write_file("elsewhere", "contents");
  setup::write_file(label(setup::disk, "/source").c_str(), "contents");
  Fd elsewhere = setup::open("elsewhere", O_RDONLY);
  Fd source = setup::open(label(setup::disk, "/source").c_str(), O_RDONLY);
  Fd writer = setup::open(label(setup::disk, "/source").c_str(), O_WRONLY);
  Fd target = setup::open(label(setup::disk, "/target").c_str(), O_RDWR | O_CREAT);
  const int request = static_cast<int>(FICLONE);
  report("of 1000, not open", sys::ioctl(target, request, number(1000)));
  report("of another file system", sys::ioctl(target, request, number(elsewhere)));
  report("of a write-only descriptor", sys::ioctl(target, request, number(writer)));
  report("to a read-only descriptor", sys::ioctl(source, request, number(target)));
  report("within a tmpfs", sys::ioctl(target, request, number(source)));
  report("size", setup::file_size(label(setup::disk, "/target").c_str()));
}
