// Descriptors of one open directory share its position, over fork too. A descriptor from another
// open has its own.
// Covers: getdents64 dup, fork
#include "wali/test.h"

namespace {

// The last byte of each name, in the order of the alphabet.
struct Names {
  char last[16];
  size_t count;

  // Reads at most two records of 24 bytes.
  Result read(int directory) {
    alignas(8) uint8_t buffer[48];
    Result result = sys::getdents64(directory, buffer, sizeof(buffer));
    for (size_t at = 0; result.ok() && at < result.size(); at += 24) {
      Text name(reinterpret_cast<char *>(buffer) + at + sizeof(linux_dirent64));
      size_t place = count++;
      for (; place > 0 && last[place - 1] > name.data[name.size - 1]; --place)
        last[place] = last[place - 1];
      last[place] = name.data[name.size - 1];
    }
    return result;
  }
};

} // namespace

void test() {
  setup::mkdir("directory");
  for (const char *name : {"directory/d", "directory/a", "directory/c", "directory/b"})
    setup::write_file(name, "");
  Fd first = setup::open("directory", O_RDONLY | O_DIRECTORY), other = setup::open("directory", O_RDONLY | O_DIRECTORY);
  Fd copy = setup::duplicate(first);
  Names &names = setup::shared<Names>(), &others = setup::shared<Names>();
  report("two records", names.read(first));
  report("two of the copy", names.read(copy));
  setup::in_child([&] { report("two in a child", names.read(first)); });
  report("no more of the first", names.read(first));
  report("no more of the copy", names.read(copy));
  report("last bytes of the names", Text(names.last, names.count));
  for (int i = 0; i < 4; ++i)
    report("another open directory", others.read(other));
  report("last bytes of the names", Text(others.last, others.count));
}
