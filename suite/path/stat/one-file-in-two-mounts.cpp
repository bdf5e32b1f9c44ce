// A file that two mounts lead to is one: device and inode are the same, and only statx
// tells the mounts apart. Another file system is another device.
// Covers: stat st_dev, st_ino
// Covers: fstat st_dev
// Covers: statx STATX_MNT_ID, STATX_ATTR_MOUNT_ROOT, stx_dev_major, stx_dev_minor
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::write_file(label(setup::disk, "/file").c_str(), "twelve bytes");
  Guarded<struct stat> first, second, here;
  Guarded<struct statx> root, one, two;
  report("stat", sys::stat(label(setup::disk, "/file").c_str(), &first));
  Fd file = setup::open(label(setup::read_only_disk, "/file").c_str(), O_RDONLY);
  report("fstat by the other mount", sys::fstat(file, &second));
  report("against stat", compared(__builtin_memcmp(&first, &second, sizeof(struct stat)), 0));
  report("stat here", sys::stat(".", &here));
  report("devices that are the same", int{first->st_dev == here->st_dev});
  report("statx", sys::statx(AT_FDCWD, label(setup::disk, "/file").c_str(), 0, STATX_INO | STATX_MNT_ID, &one));
  report("statx by the other mount", sys::statx(file, "", AT_EMPTY_PATH, STATX_INO | STATX_MNT_ID, &two));
  report("stx_ino", compared(one->stx_ino, two->stx_ino));
  report("stx_dev_major", compared(one->stx_dev_major, two->stx_dev_major));
  report("stx_dev_minor", compared(one->stx_dev_minor, two->stx_dev_minor));
  report("mounts that are the same", int{one->stx_mnt_id == two->stx_mnt_id});
  report("statx of the first mount's root", sys::statx(-1, setup::disk, 0, STATX_MNT_ID, &root));
  report("its mount against the file's", compared(root->stx_mnt_id, one->stx_mnt_id));
  report("its attribute", Flags{sets::statx_attributes, root->stx_attributes & STATX_ATTR_MOUNT_ROOT});
}
