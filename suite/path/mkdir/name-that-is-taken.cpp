// mkdir refuses a name that exists, whether it is a file of any type, a link, dangling or not,
// or a directory, and does not change it.
// Covers: mkdir EEXIST, kinds of file
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory", 0700);
  setup::symlink("directory", "link");
  setup::symlink("nowhere", "dangling");
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  const char *names[] = {"file",   "directory", "directory/", "link", "dangling",   "fifo",
                         "socket", ".",         "..",         "/",    "directory/."};
  for (const char *name : names)
    report(name, sys::mkdir(name, 0755));
  report("mode of the directory", FileMode{setup::stat("directory").st_mode});
  report("what the link dangles to", sys::access("nowhere", F_OK));
  report("new name with a slash behind it", sys::mkdir("new/", 0700));
  report("type", Choice{sets::file_type, setup::stat("new").st_mode & S_IFMT});
}
