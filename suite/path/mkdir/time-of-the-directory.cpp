// Each call that makes, moves or removes a name sets the modification time of its directory. A call that fails does
// not.
// Covers: mkdir parent's times
// Covers: mkdirat parent's times
// Covers: rmdir parent's times
// Covers: unlink parent's times
// Covers: unlinkat parent's times
// Covers: link parent's times
// Covers: linkat parent's times
// Covers: symlink parent's times
// Covers: symlinkat parent's times
// Covers: rename parent's times
// Covers: renameat2 parent's times
#include "wali/test.h"

namespace {

// Sets the directory's times back, makes the call, and says how far they moved on.
template <class Call> void attempt(const char *name, Call call) {
  const timespec old[2] = {{1, 1}, {2, 2}};
  setup::set_times("parent", old);
  report(name, call());
  report("seconds that st_mtim moved on", setup::stat("parent").st_mtim.tv_sec - 2);
}

} // namespace

void test() {
  setup::mkdir("parent");
  setup::write_file("file", "");
  attempt("mkdir", [] { return sys::mkdir("parent/one", 0700); });
  attempt("mkdirat", [] { return sys::mkdirat(AT_FDCWD, "parent/two", 0700); });
  attempt("mkdir once more", [] { return sys::mkdir("parent/two", 0700); });
  attempt("rmdir", [] { return sys::rmdir("parent/one"); });
  attempt("unlinkat, AT_REMOVEDIR", [] { return sys::unlinkat(AT_FDCWD, "parent/two", AT_REMOVEDIR); });
  attempt("link", [] { return sys::link("file", "parent/one"); });
  attempt("linkat", [] { return sys::linkat(AT_FDCWD, "file", AT_FDCWD, "parent/two", 0); });
  attempt("unlink", [] { return sys::unlink("parent/one"); });
  attempt("unlinkat", [] { return sys::unlinkat(AT_FDCWD, "parent/two", 0); });
  attempt("symlink", [] { return sys::symlink("file", "parent/one"); });
  attempt("symlinkat", [] { return sys::symlinkat("file", AT_FDCWD, "parent/two"); });
  attempt("rename out of it", [] { return sys::rename("parent/one", "one"); });
  attempt("rename into it", [] { return sys::rename("one", "parent/one"); });
  attempt("renameat2", [] { return sys::renameat2(AT_FDCWD, "parent/two", AT_FDCWD, "parent/three", 0); });
}
