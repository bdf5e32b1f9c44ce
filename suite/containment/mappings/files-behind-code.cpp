// No file that the host has mapped, its code among them, can be opened for writing, neither by its
// name in /proc/self/maps nor through its mapping.
// Covers: mappings maps, map_files
// REQUIRES: namespaces
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

bool is_writable(const char *path) {
  Result fd = sys::open(path, O_WRONLY, 0);
  sys::close(fd.fd());
  return fd.ok();
}

// Offset of `wanted` in `text` from `from` on; the end where there is none.
size_t find(Text text, char wanted, size_t from) {
  while (from < text.size && text.data[from] != wanted)
    ++from;
  return from;
}

int by_name, by_mapping;

void try_line(Text line) {
  const size_t path = find(line, '/', 0);
  if (path == line.size)
    return;
  by_name += is_writable(label(line.part(path, line.size - path)).c_str());
  by_mapping += is_writable(label("/proc/self/map_files/", line.part(0, find(line, ' ', 0))).c_str());
}

} // namespace

void test() {
  static char maps[65536];
  Fd file = setup::open("/proc/self/maps", O_RDONLY);
  size_t size = 0;
  while (size_t got = setup::require_count("read", sys::read(file, maps + size, sizeof(maps) - size), sizeof(maps)))
    size += got;
  const Text all(maps, size);
  for (size_t begin = 0, end; begin < size; begin = end + 1) {
    end = find(all, '\n', begin);
    try_line(all.part(begin, end - begin));
  }
  report("writable by name", by_name);
  report("writable by mapping", by_mapping);
}
