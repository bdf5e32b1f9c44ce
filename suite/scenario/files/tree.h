// A directory tree, and a walk over the names of a directory.
#pragma once

#include "wali/test.h"

namespace tree {

inline constexpr int files_of_many = 50;

// Directories, one of them with more names than a call tells, a file with two names, symbolic
// links and a hidden name, which is a directory of a special mode and an old time.
inline void make(const char *path) {
  const auto below = [=](const char *name) { return label(path, "/", name); };
  setup::mkdir(path);
  setup::mkdir(below("many").c_str());
  for (int i = 0; i < files_of_many; ++i)
    setup::write_file(label(path, "/many/a name that is not short ", i).c_str(), "");
  setup::mkdir(below(".hidden").c_str());
  setup::write_file(below(".hidden/file").c_str(), "contents");
  setup::set_times(below(".hidden/file").c_str(), {{1000000001, 123}, {1000000002, 456}});
  setup::chmod(below(".hidden/file").c_str(), 0640);
  setup::link(below(".hidden/file").c_str(), below("second").c_str());
  setup::symlink("many/../.hidden", below("to hidden").c_str());
  setup::symlink("../no/such file", below("dangling").c_str());
  setup::set_times(below(".hidden").c_str(), {{1000000003, 0}, {1000000004, 0}});
  setup::chmod(below(".hidden").c_str(), 02751);
}

// Calls `visit(name)` for each name in a directory but `.` and `..`.
template <class Visit> void each_name(int directory, Visit visit) {
  uint8_t records[512];
  while (const size_t size =
             setup::require_count("getdents64", sys::getdents64(directory, records, sizeof(records)), sizeof(records)))
    for (size_t at = 0; at < size;) {
      linux_dirent64 entry;
      __builtin_memcpy(&entry, records + at, sizeof(entry));
      const char *name = reinterpret_cast<const char *>(records + at + sizeof(entry));
      if (!(Text(name) == ".") && !(Text(name) == ".."))
        visit(name);
      at += entry.d_reclen;
    }
}

// Opens a name in a directory, and follows no link.
inline Fd open_at(int directory, const char *name, int flags) {
  return Fd(setup::require_fd("openat", sys::openat(directory, name, flags | O_NOFOLLOW, 0600)));
}

} // namespace tree
