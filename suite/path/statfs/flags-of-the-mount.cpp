// f_flags are those of the mount through which a path or descriptor leads. All other fields are the same through both
// mounts of a file system.
// Covers: statfs f_flags, ST_RDONLY, ST_NOSUID, ST_NODEV, ST_NOEXEC, ST_RELATIME
// Covers: fstatfs f_flags, ST_RDONLY, ST_NOSUID, ST_NODEV, ST_NOEXEC, ST_RELATIME
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::write_file(label(setup::disk, "/file").c_str(), "");
  const char *mounts[] = {setup::disk, setup::read_only_disk};
  Guarded<struct statfs> by_path[2], by_descriptor;
  for (int i = 0; i < 2; ++i) {
    Line file = label(mounts[i], "/file");
    report("statfs", sys::statfs(file.c_str(), &by_path[i]));
    report("f_flags", Flags{sets::mount_flags, by_path[i]->f_flags});
    report("fstatfs", sys::fstatfs(setup::open(file.c_str(), O_RDONLY), &by_descriptor));
    report("bytes that differ from statfs's", differing_bytes(&by_descriptor, &by_path[i], sizeof(struct statfs)));
    by_path[i]->f_flags = 0;
  }
  report("bytes beside the flags that differ", differing_bytes(&by_path[0], &by_path[1], sizeof(struct statfs)));
}
