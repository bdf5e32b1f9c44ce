// If the interpreter that a program names cannot run, execve of the program fails with the error that says why. Linux
// uses the first of two interpreters.
// Covers: execve PT_INTERP, ENOENT, EACCES, ENOTDIR, ELOOP, ELIBBAD, EIO
#include "wali/test.h"

namespace {

void write_program(const char *name, Text contents) {
  setup::write_file(name, contents);
  setup::chmod(name, 0700);
}

// A program of this machine's kind, of nothing but what names its interpreters
// (elf(5)): a header, a segment for each, and the names.
void write_elf(const char *name, Text first, Text second = {}) {
  struct {
    uint8_t header[64];
    struct {
      uint32_t type, flags;
      uint64_t offset, addresses[2], file_size, memory_size, alignment;
    } segments[2];
    char names[2][64];
  } elf = {};
  Fd shell = setup::open("/bin/sh", O_RDONLY);
  setup::require_count("read", sys::read(shell, elf.header, sizeof(elf.header)), sizeof(elf.header));
  const uint64_t at = sizeof(elf.header);
  const uint16_t sizes[6] = {64, 56, uint16_t(second.size ? 2 : 1), 0, 0, 0};
  __builtin_memcpy(elf.header + 32, &at, sizeof(at));
  __builtin_memset(elf.header + 40, 0, 8); // no sections
  __builtin_memcpy(elf.header + 52, sizes, sizeof(sizes));
  const Text names[] = {first, second};
  for (int i = 0; i < 2; ++i) {
    __builtin_memcpy(elf.names[i], names[i].data, names[i].size);
    elf.segments[i] = {
        3, 4, sizeof(elf) - sizeof(elf.names) + i * sizeof(elf.names[0]), {}, names[i].size + 1, names[i].size + 1,
        1}; // PT_INTERP
  }
  write_program(name, {&elf, sizeof(elf)});
}

} // namespace

void test() {
  const char *const argv[] = {"x", nullptr};
  setup::write_file("plain", "no program");
  setup::symlink("loop", "loop");
  write_program("short", "too short for the header of a program");
  write_program("long", "long enough, but not the header of a program, not the header of a program");
  for (const char *interpreter : {"missing", ".", "plain", "plain/x", "loop", "short", "long"}) {
    write_elf("program", interpreter);
    report(label("program for '", interpreter, "'"), sys::execve("program", argv, nullptr));
  }
  write_elf("program", "long", "missing");
  report("program for two", sys::execve("program", argv, nullptr));
}
