// statfs gives the size of a file system and what is free. A file takes the room that is written in it, without its
// holes, until it is removed and its last descriptor is closed. fstatfs agrees.
// Covers: statfs f_type, f_blocks, f_bfree, f_bavail, f_files, f_ffree
// Covers: fstatfs f_type, f_blocks, f_bfree, f_bavail, f_files, f_ffree
// Covers: fstat st_blocks
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

struct statfs before;

// What a file system has less than before, by its path and by a descriptor of it.
void report_taken(const char *name, int descriptor) {
  Guarded<struct statfs> now, by_descriptor;
  report(name, sys::statfs(setup::disk, &now));
  report("bytes taken", (before.f_bfree - now->f_bfree) * now->f_bsize);
  report("of those for everybody", (before.f_bavail - now->f_bavail) * now->f_bsize);
  report("files taken", before.f_ffree - now->f_ffree);
  report("fstatfs", sys::fstatfs(descriptor, &by_descriptor));
  report("bytes that differ from statfs's", differing_bytes(&by_descriptor, &now, sizeof(struct statfs)));
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  Fd root = setup::open(".", O_RDONLY | O_DIRECTORY);
  setup::require_zero("statfs", sys::statfs(".", &before));
  report("f_type", Hex{before.f_type});
  report("bytes", before.f_blocks * before.f_bsize);
  report("f_files", before.f_files);
  report("bytes free", before.f_bfree * before.f_bsize);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  static char contents[131072];
  setup::write_all(file, {contents, sizeof(contents)});
  setup::require_zero("ftruncate", sys::ftruncate(file, int64_t{1} << 32));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(file, &status));
  report("bytes in st_blocks", status.st_blocks * 512);
  setup::mkdir("directory");
  report_taken("with a file and a directory", file);
  setup::unlink("file");
  report_taken("when the file's name has gone", root);
  file.reset();
  report_taken("when the file has gone", root);
}
