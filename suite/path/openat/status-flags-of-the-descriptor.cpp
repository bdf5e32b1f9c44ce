// F_GETFL gives the flags that belong to the open file, and not those that only direct the opening. Close-on-exec
// belongs to the descriptor.
// Covers: openat O_APPEND, O_NONBLOCK, O_DSYNC, O_SYNC, O_NOATIME, O_ASYNC, O_PATH, O_CLOEXEC, O_RDONLY, O_WRONLY
// Covers: openat O_RDWR
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  const int cases[] = {O_RDONLY,
                       O_WRONLY,
                       O_RDWR,
                       O_APPEND,
                       O_NONBLOCK,
                       O_DSYNC,
                       O_SYNC,
                       O_NOATIME,
                       O_ASYNC,
                       O_PATH,
                       O_RDWR | O_APPEND | O_NONBLOCK | O_SYNC | O_NOATIME,
                       O_NOFOLLOW,
                       O_NOCTTY,
                       O_TRUNC | O_RDWR,
                       O_CREAT,
                       O_CLOEXEC};
  for (int flags : cases) {
    Fd file(setup::require_fd("openat", sys::openat(AT_FDCWD, "file", flags, 0600)));
    size_t kept = setup::require_count("fcntl", sys::fcntl(file, F_GETFL, 0), 0x7fffffff);
    report(label(Flags{sets::open_flags, static_cast<uint32_t>(flags)}),
           Flags{sets::open_flags, static_cast<uint64_t>(kept & ~O_LARGEFILE)});
  }
  report("descriptor flags without O_CLOEXEC",
         setup::descriptor_flags(Fd(sys::openat(AT_FDCWD, "file", O_RDONLY, 0).fd())));
  report("descriptor flags with O_CLOEXEC",
         setup::descriptor_flags(Fd(sys::openat(AT_FDCWD, "file", O_RDONLY | O_CLOEXEC, 0).fd())));
}
