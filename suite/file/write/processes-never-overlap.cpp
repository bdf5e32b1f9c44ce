// Writes of several processes at once never overlap, whether each has its own open
// with O_APPEND or all share one open file and its position.
// Covers: write O_APPEND, shared position, fork
#include "wali/test.h"

namespace {

constexpr int writers = 3, writes = 100, size = 50;

void write_records(int fd, char mark) {
  char record[size];
  __builtin_memset(record, mark, size);
  for (int i = 0; i < writes; ++i)
    setup::require_count("write", sys::write(fd, record, size), size);
}

// Records of the file that are not all of one process, or of none.
int mixed(const char *path) {
  static char all[writers * writes * size];
  Fd file = setup::open(path, O_RDONLY);
  setup::require_count("read", sys::read(file, all, sizeof(all)), sizeof(all));
  int wrong = 0;
  for (size_t at = 0; at < sizeof(all); ++at)
    wrong += all[at] != all[at / size * size] || all[at] < 'a' || all[at] >= 'a' + writers;
  return wrong;
}

} // namespace

void test() {
  setup::write_file("log", "");
  Fd shared = setup::open("shared", O_WRONLY | O_CREAT);
  auto writer = [&](char mark) {
    return setup::fork([&, mark] {
      write_records(setup::open("log", O_WRONLY | O_APPEND), mark);
      write_records(shared, mark);
    });
  };
  Child a = writer('a'), b = writer('b'), c = writer('c');
  report("first writer", a.wait());
  report("second", b.wait());
  report("third", c.wait());
  report("size with O_APPEND", setup::file_size("log"));
  report("bytes out of their record", mixed("log"));
  report("size with one position", setup::file_size("shared"));
  report("bytes out of their record", mixed("shared"));
}
