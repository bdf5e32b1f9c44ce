// Parent and child share each open file's position, and each closes its own
// descriptor only.
// Covers: fork descriptors
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "0123456789");
  setup::seek(file, 2);
  Child child = setup::fork([&] {
    char bytes[3];
    sys::read(file, bytes, 3);
    file.reset();
    return bytes[0] == '2' ? 21 : 22;
  });
  report("child", child.wait());
  char bytes[3];
  report("read here", sys::read(file, bytes, 3));
  report("bytes", Text(bytes, 3));
}
