// A write through a shared mapping is seen through the file, and the other way round. Other mappings and other
// processes see it too.
// Covers: mmap MAP_SHARED, file mapping
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  auto map = [&](int64_t offset, size_t length) {
    Result result = sys::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, file, offset);
    setup::require_address("mmap", result, length);
    return result.pointer<char>();
  };
  char *whole = map(0, 3 * 4096), *second_page = map(4096, 4096);
  __builtin_memcpy(whole + 4096, "by memory", 9);
  GuardedBytes<16> buffer;
  report("pread64", sys::pread64(file, &buffer, 9, 4096));
  report("file", buffer.bytes(9));
  report("second mapping", Text(second_page, 9));
  setup::require_value("pwrite64", sys::pwrite64(file, "by call", 7, 2 * 4096 - 3), 7);
  report("first mapping", Text(whole + 2 * 4096 - 3, 7));
  report("second mapping", Text(second_page + 4093, 3));
  setup::in_child([] {
    Fd same = setup::open("file", O_RDWR);
    char *own = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, same, 8192).pointer<char>();
    report("in the child, own mapping", Text(own, 4));
    __builtin_memcpy(own + 100, "by child", 8);
  });
  report("first mapping", Text(whole + 8192 + 100, 8));
  report("size", setup::file_size("file"));
}
