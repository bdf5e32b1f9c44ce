// linkat and link give a symbolic link itself a second name. With AT_SYMLINK_FOLLOW linkat gives
// one to the file that it leads to.
// Covers: linkat AT_SYMLINK_FOLLOW
// Covers: link symbolic links
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "link");
  report("link", sys::link("link", "first"));
  report("type", Choice{sets::file_type, setup::stat("first").st_mode & S_IFMT});
  report("linkat", sys::linkat(AT_FDCWD, "link", AT_FDCWD, "second", 0));
  report("type", Choice{sets::file_type, setup::stat("second").st_mode & S_IFMT});
  report("links of the link", setup::stat("link").st_nlink);
  report("linkat, AT_SYMLINK_FOLLOW", sys::linkat(AT_FDCWD, "link", AT_FDCWD, "third", AT_SYMLINK_FOLLOW));
  report("type", Choice{sets::file_type, setup::stat("third").st_mode & S_IFMT});
  report("links of the file", setup::stat("file").st_nlink);
  setup::symlink("nowhere", "dangling");
  report("dangling link, AT_SYMLINK_FOLLOW", sys::linkat(AT_FDCWD, "dangling", AT_FDCWD, "fourth", AT_SYMLINK_FOLLOW));
  report("fourth", sys::faccessat2(AT_FDCWD, "fourth", F_OK, AT_SYMLINK_NOFOLLOW));
}
