// A file has the same device and inode through two mounts, and only statx's mount id distinguishes them. A file on
// another file system has another device.
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
  report("bytes that differ from stat's", differing_bytes(&second, &first, sizeof(struct stat)));
  report("stat here", sys::stat(".", &here));
  report("bytes of st_dev that differ", differing_bytes(&first->st_dev, &here->st_dev, sizeof(first->st_dev)));
  report("statx", sys::statx(AT_FDCWD, label(setup::disk, "/file").c_str(), 0, STATX_INO | STATX_MNT_ID, &one));
  report("device and inode", label(one->stx_dev_major, ":", one->stx_dev_minor, " ", one->stx_ino));
  report("stx_mnt_id", one->stx_mnt_id);
  report("statx by the other mount", sys::statx(file, "", AT_EMPTY_PATH, STATX_INO | STATX_MNT_ID, &two));
  report("device and inode", label(two->stx_dev_major, ":", two->stx_dev_minor, " ", two->stx_ino));
  report("bytes of stx_mnt_id that differ", differing_bytes(&one->stx_mnt_id, &two->stx_mnt_id, 8));
  report("statx of the first mount's root", sys::statx(-1, setup::disk, 0, STATX_MNT_ID, &root));
  report("its stx_mnt_id", root->stx_mnt_id);
  report("its attribute", Flags{sets::statx_attributes, root->stx_attributes & STATX_ATTR_MOUNT_ROOT});
}
