// AT_SYMLINK_NOFOLLOW and AT_EMPTY_PATH choose what statx looks at. AT_NO_AUTOMOUNT and either kind of
// synchronisation are accepted and change nothing here.
// Covers: statx AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH, AT_NO_AUTOMOUNT, AT_STATX_FORCE_SYNC, AT_STATX_DONT_SYNC
#include "wali/test.h"

void test() {
  setup::write_file("file", "1234");
  setup::symlink("file", "link");
  Fd file = setup::open("file", O_RDONLY);
  Guarded<struct statx> extended;
  const int flags[] = {0,
                       AT_SYMLINK_NOFOLLOW,
                       AT_NO_AUTOMOUNT,
                       AT_STATX_FORCE_SYNC,
                       AT_STATX_DONT_SYNC,
                       AT_SYMLINK_NOFOLLOW | AT_STATX_DONT_SYNC};
  for (int flag : flags) {
    extended.fill();
    report(label(Flags{sets::at_flags, static_cast<uint32_t>(flag)}),
           sys::statx(AT_FDCWD, "link", flag, STATX_BASIC_STATS, &extended));
    report("type", Choice{sets::file_type, extended->stx_mode & S_IFMT});
  }
  extended.fill();
  report("empty path without AT_EMPTY_PATH", sys::statx(file, "", 0, STATX_BASIC_STATS, &extended));
  report_poison("structure", extended);
  report("empty path", sys::statx(file, "", AT_EMPTY_PATH, STATX_SIZE, &extended));
  report("size", extended->stx_size);
  report("empty path of the working directory", sys::statx(AT_FDCWD, "", AT_EMPTY_PATH, STATX_TYPE, &extended));
  report("type", Choice{sets::file_type, extended->stx_mode & S_IFMT});
}
