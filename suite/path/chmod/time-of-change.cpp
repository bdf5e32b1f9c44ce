// A call that changes the mode, the owner, the times or the number of names of a file sets its time
// of change to the present. It leaves the time of modification alone.
// Covers: chmod time of change
// Covers: fchmod time of change
// Covers: fchmodat time of change
// Covers: chown time of change
// Covers: fchown time of change
// Covers: fchownat time of change
// Covers: utimensat time of change
// Covers: link time of change
// Covers: linkat time of change
// Covers: unlink time of change
// Covers: unlinkat time of change
#include "wali/test.h"

namespace {

// Makes the call when a change is stamped with a later time than the last one.
template <class Call> void attempt(const char *name, Call call) {
  timespec before = setup::stat("file").st_ctim;
  setup::wait_past(before);
  report(name, call());
  report("st_ctim compared with before", compared(setup::stat("file").st_ctim, before));
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  int uid = static_cast<int>(sys::geteuid().value), gid = static_cast<int>(sys::getegid().value);
  const timespec old[2] = {{1, 1}, {2, 2}}, access[2] = {{3, 3}, {0, UTIME_OMIT}};
  setup::require_zero("utimensat", sys::utimensat(file, nullptr, old, 0));
  attempt("chmod", [] { return sys::chmod("file", 0640); });
  attempt("fchmod", [&] { return sys::fchmod(file, 0604); });
  attempt("fchmodat", [] { return sys::fchmodat(AT_FDCWD, "file", 0600, 0); });
  attempt("chown", [&] { return sys::chown("file", uid, -1); });
  attempt("fchown", [&] { return sys::fchown(file, -1, gid); });
  attempt("fchownat", [&] { return sys::fchownat(AT_FDCWD, "file", uid, gid, 0); });
  attempt("utimensat", [&] { return sys::utimensat(AT_FDCWD, "file", access, 0); });
  attempt("link", [] { return sys::link("file", "second"); });
  attempt("linkat", [] { return sys::linkat(AT_FDCWD, "file", AT_FDCWD, "third", 0); });
  attempt("unlink", [] { return sys::unlink("second"); });
  attempt("unlinkat", [] { return sys::unlinkat(AT_FDCWD, "third", 0); });
  report("st_ctim", setup::stat("file").st_ctim);
  report("chmod of what is missing", sys::chmod("missing", 0640));
  report("st_ctim", setup::stat("file").st_ctim);
  report("st_atim", setup::stat("file").st_atim);
  report("st_mtim", setup::stat("file").st_mtim);
}
