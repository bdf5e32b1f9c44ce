// The private directory in which one program runs.
#include "harness/launch/scratch.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "harness/launch/descriptor.h"
#include "harness/launch/error.h"
#include "harness/launch/io.h"

namespace wali::launch {

namespace {

void make_directory(const std::string &path, mode_t mode, const Identity &identity) {
  // The mode again, because the umask is the caller's.
  if (mkdir(path.c_str(), mode) != 0 || chmod(path.c_str(), mode) != 0 ||
      lchown(path.c_str(), identity.outer_uid, identity.outer_gid) != 0)
    throw MachineError(describe("cannot make " + path));
}

} // namespace

Scratch::Scratch(const std::string &parent, const Identity &identity) {
  path = std::filesystem::absolute(parent).lexically_normal() / "wali-XXXXXX";
  if (!mkdtemp(path.data()))
    throw MachineError(describe("cannot make a scratch directory in " + parent +
                                " (--scratch names another place)"));
  tmp_path = path + "/tmp";
  try {
    if (chmod(path.c_str(), 0755) != 0)
      throw MachineError(describe("cannot open up " + path));
    make_directory(tmp_path, 01777, identity);
    make_directory(tmp_path + work_directory, 0755, identity);
    make_directory(tmp_path + environment_directory, 0755, identity);
    if (mkdir(place().c_str(), 0755) != 0 || chmod(place().c_str(), 0755) != 0)
      throw MachineError(describe("cannot make " + place()));
  } catch (...) {
    int error;
    remove_tree(path, error);
    throw;
  }
}

Scratch::~Scratch() {
  if (std::string left = remove(); !left.empty())
    std::fprintf(stderr, "wali-launch: %s\n", left.c_str());
}

std::string Scratch::remove() {
  int error = 0;
  std::string top = std::exchange(path, "");
  if (top.empty() || remove_tree(top, error))
    return "";
  if (access(top.c_str(), F_OK) != 0) // the program removed it
    return "";
  return describe("cannot remove all of " + top, error);
}

void Scratch::write_environment(const std::string &text) {
  std::string file = tmp_path + environment_path;
  Descriptor fd(open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!fd || fchmod(fd.get(), 0644) != 0 || !write_all(fd.get(), text))
    throw MachineError(describe("cannot write " + file));
}

// Removal goes down with one descriptor and comes back by `..`, so depth costs
// neither descriptors nor long paths. Only a directory that the kernel calls not
// empty is entered: it says so of no mount point, which is busy.
namespace {

// Of <linux/fs.h>, which does not go together with every <sys/mount.h>: FS_IOC_GETFLAGS,
// FS_IOC_SETFLAGS, and FS_IMMUTABLE_FL with FS_APPEND_FL.
constexpr unsigned long get_inode_flags = _IOR('f', 1, long), set_inode_flags = _IOW('f', 2, long);
constexpr int keeping_flags = 0x10 | 0x20;

class TreeRemoval {
public:
  // Empties the directory `top`. Returns 0 or the errno value of the first failure.
  int run(Descriptor top) {
    Descriptor here = std::move(top);
    levels.push_back({"", clear(here.get())});
    while (here) {
      if (!levels.back().directories.empty()) {
        enter(here);
      } else if (levels.size() > 1) {
        leave(here);
      } else {
        return first_error;
      }
    }
    return first_error;
  }

private:
  struct Level {
    std::string name;                     // in the level above
    std::vector<std::string> directories; // in this one, still to be entered
  };

  void note(int error) {
    if (first_error == 0)
      first_error = error;
  }

  void enter(Descriptor &here) {
    std::string name = std::move(levels.back().directories.back());
    levels.back().directories.pop_back();
    fchmodat(here.get(), name.c_str(), 0700, 0);
    Descriptor next(
        openat(here.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!next)
      return note(errno);
    here = std::move(next);
    levels.push_back({name, clear(here.get())});
  }

  void leave(Descriptor &here) {
    here.reset(openat(here.get(), "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!here || unlinkat(here.get(), levels.back().name.c_str(), AT_REMOVEDIR) != 0)
      note(errno);
    levels.pop_back();
  }

  // Removes all entries but directories that have contents, and returns those.
  std::vector<std::string> clear(int directory) {
    std::vector<std::string> full;
    for (const std::string &name : entries(directory)) {
      int error = remove(directory, name);
      if (error == EPERM) { // either may be the reason, so both are cleared
        const bool cleared = clear_flags(directory, name.c_str());
        if (clear_flags(directory, ".") || cleared)
          error = remove(directory, name);
      }
      while (error == EBUSY && detach(directory, name))
        error = remove(directory, name);
      if (error == ENOTEMPTY || error == EEXIST)
        full.push_back(name);
      else if (error != 0)
        note(error);
    }
    return full;
  }

  static std::vector<std::string> entries(int directory) {
    std::vector<std::string> names;
    int copy = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *stream = copy < 0 ? nullptr : fdopendir(copy);
    if (!stream)
      return names;
    while (dirent *entry = readdir(stream))
      if (std::string name = entry->d_name; name != "." && name != "..")
        names.push_back(name);
    closedir(stream);
    return names;
  }

  static int remove(int directory, const std::string &name) {
    if (unlinkat(directory, name.c_str(), 0) == 0)
      return 0;
    if (errno != EISDIR)
      return errno;
    return unlinkat(directory, name.c_str(), AT_REMOVEDIR) == 0 ? 0 : errno;
  }

  // Takes the flags from a file that keep it, or what is in it, from being removed. True if
  // it had any.
  static bool clear_flags(int directory, const char *name) {
    Descriptor file(openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    int flags = 0;
    if (!file || ioctl(file.get(), get_inode_flags, &flags) != 0 || !(flags & keeping_flags))
      return false;
    flags &= ~keeping_flags;
    return ioctl(file.get(), set_inode_flags, &flags) == 0;
  }

  static bool detach(int directory, const std::string &name) {
    std::string path = "/proc/self/fd/" + std::to_string(directory) + "/" + name;
    return umount2(path.c_str(), MNT_DETACH | UMOUNT_NOFOLLOW) == 0;
  }

  int first_error = 0;
  std::vector<Level> levels;
};

} // namespace

bool remove_tree(const std::string &path, int &error) {
  Descriptor top(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!top) {
    error = errno;
    return false;
  }
  error = TreeRemoval().run(std::move(top));
  if (rmdir(path.c_str()) == 0)
    return true;
  if (error == 0)
    error = errno;
  return false;
}

} // namespace wali::launch
