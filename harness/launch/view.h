// What a program sees of the machine's files: a root directory of its own.
//
//   /usr /bin /sbin /lib* /etc /opt /nix /gnu /sys   the machine's, only for reading
//   what --expose names      the engine and what it needs, only for reading
//   /wali/program[.wasm]     the program itself, a copy: neither path nor inode tells its name
//   /wali/devices            device files that stand for no device (namespaces.h)
//   /tmp                     the private scratch
//   /dev /proc               a few devices, and the program's own processes
//
// Nothing else is there: no home, no sources, no build tree. The root directory is
// small, its owner can write to it, and it goes with the namespace.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "harness/launch/identity.h"

namespace wali::launch {

// A step of the isolation that failed: what was tried, and errno. `step` is empty
// if none failed.
struct Failure {
  std::string step;
  int error = 0;
};

// Where the program lies in its view, without and with `.wasm`.
inline constexpr char view_directory[] = "/wali";
std::string name_of_program(const std::string &module);

// The plan of a view, made before anything is mounted.
class View {
public:
  // With the machine's system directories in it, without what lies beneath `hidden`.
  // Throws UsageError for a directory that is not there.
  explicit View(const std::vector<std::string> &hidden);

  // Adds a file or a directory under its own name, with the symbolic links that lead to
  // it; nothing if it can be seen already. `writable`: what is in it can be changed.
  // Throws UsageError, which begins with `option`, for a path that cannot be shown.
  void show(const std::string &option, const std::string &path, bool writable = false);

  // In a mount namespace of our own: builds the view on the directory `root`, with the
  // directory `tmp` as its /tmp. It is entered with `enter`.
  Failure build(const std::string &root, const std::string &tmp) const noexcept;

private:
  enum class Kind { shown, writable, link, hidden };
  struct Place {
    Kind kind;
    std::string target; // of a link
    bool is_directory = false;
  };
  bool visible(const std::string &path) const;
  // Whether a place is made before those that lie in the scratch or stay writable.
  static bool is_first(const std::string &path, const Place &what) noexcept;
  Failure place(const std::string &root, const std::string &path, const Place &what) const noexcept;

  std::map<std::string, Place> places; // by path: a directory precedes what is beneath it
};

// Makes the directory `root`, on which a view was built, the root of everything: nothing leads
// to what was the root before.
Failure enter_view(const std::string &root) noexcept;

// Makes a mount point at `path`, and the directories above it.
bool make_mount_point(const std::string &path, bool is_directory) noexcept;

bool bind_mount(const std::string &from, const std::string &to) noexcept;

// The restrictions of a mount: mount_setattr(2), MOUNT_ATTR_RDONLY and so on.
inline constexpr uint64_t mount_read_only = 1, mount_no_set_id = 2, mount_no_devices = 4,
                          mount_no_execution = 8;

// Makes a read-only mount writable.
bool allow_writing(const std::string &path) noexcept;

// Restricts the mount at `path` and, with `recursive`, all mounts beneath it.
bool restrict_mount(const std::string &path, uint64_t attributes, bool recursive) noexcept;

} // namespace wali::launch
