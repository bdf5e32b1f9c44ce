// For suite/process/execve: programs with the set-user-ID or set-group-ID bit.
#pragma once

#include "wali/test.h"

// Copies a program of the host's, which is then the caller's and may be run by all.
inline void copy_program(const char *from, const char *to) {
  static uint8_t bytes[1 << 16];
  Fd source = setup::open(from, O_RDONLY), copy = setup::open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755);
  while (size_t count = setup::require_count("read", sys::read(source, bytes, sizeof(bytes)), sizeof(bytes)))
    setup::write_all(copy, {bytes, count});
  setup::chmod(".", 0755);
}

// Runs `program`, a copy of grep, in a child, for the lines of its status that match `pattern`.
// `prepare` makes the child a user's before.
template <class Prepare> void report_ids_of(const char *program, const char *pattern, Prepare prepare) {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    prepare();
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"grep", "-E", pattern, "/proc/self/status", nullptr};
    blocked("execve", sys::execve(program, argv, nullptr));
  });
  pipe.write.reset();
  report("child", child.wait());
  report("ids", setup::read_all(pipe.read));
}
