// What a program sees of the machine's files: a root directory of its own.
#include "harness/launch/view.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "harness/launch/descriptor.h"
#include "harness/launch/error.h"

namespace wali::launch {

namespace fs = std::filesystem;

namespace {

// Where programs, libraries and their configuration are installed for everyone.
// /usr comes before those that are links into it on most machines.
constexpr const char *system_directories[] = {"/usr", "/bin",   "/etc",   "/gnu",
                                              "/lib", "/lib32", "/lib64", "/libx32",
                                              "/nix", "/opt",   "/sbin",  "/sys"};

// Those that the view makes itself, and that nobody can bring along.
constexpr const char *own_places[] = {"/", "/dev", "/proc", "/tmp", view_directory};

constexpr int most_links = 40;
constexpr long mount_setattr_number = 442;

bool is_beneath(const std::string &path, const std::string &directory) {
  return path.size() > directory.size() && path.starts_with(directory) &&
         path[directory.size()] == '/';
}

std::string normal(const std::string &path) {
  fs::path result = fs::absolute(path).lexically_normal();
  return (result.has_filename() ? result : result.parent_path()).string();
}

} // namespace

std::string name_of_program(const std::string &module) {
  return module.ends_with(".wasm") ? "program.wasm" : "program";
}

View::View(const std::vector<std::string> &hidden) {
  for (const std::string &path : hidden) {
    std::error_code error;
    fs::path real = fs::canonical(path, error);
    if (error || !fs::is_directory(real))
      throw UsageError("--hide needs a directory, not '" + path + "'");
    places[real.string()] = {Kind::hidden, "", true};
  }
  for (const char *path : system_directories)
    if (access(path, F_OK) == 0)
      show("", path);
}

bool View::visible(const std::string &path) const {
  for (std::string at = path;; at.erase(at.rfind('/'))) {
    if (at.empty())
      return false;
    auto found = places.find(at);
    if (found != places.end() && found->second.kind != Kind::link)
      return found->second.kind != Kind::hidden;
  }
}

void View::show(const std::string &option, const std::string &path, bool writable) {
  std::string rest = normal(path), at;
  for (int links = 0; !rest.empty();) {
    size_t end = std::min(rest.find('/', 1), rest.size());
    std::string here = at + rest.substr(0, end);
    struct stat status;
    if (here == "/" || lstat(here.c_str(), &status) != 0)
      throw UsageError(option + " needs a file or a directory, not '" + path + "'");
    rest.erase(0, end);
    if (!S_ISLNK(status.st_mode)) {
      at = here;
      continue;
    }
    if (++links > most_links)
      throw UsageError(option + ": too many symbolic links lead to '" + path + "'");
    std::string target = fs::read_symlink(here).string();
    if (!visible(here))
      places[here] = {Kind::link, target, false};
    rest = normal(fs::path(at.empty() ? "/" : at) / target) + rest;
    at.clear();
  }
  if (std::ranges::find(own_places, at) != std::end(own_places) || is_beneath(at, "/proc") ||
      is_beneath(at, "/dev"))
    throw UsageError(option + " " + path +
                     " would undo the program's own view; name a directory beneath it");
  bool is_directory = fs::is_directory(at);
  if (!is_directory && !fs::is_regular_file(at))
    throw UsageError(option + " needs a file or a directory, not '" + path + "'");
  auto same = places.find(at);
  bool named_hidden = same != places.end() && same->second.kind == Kind::hidden;
  if (writable || named_hidden || !visible(at))
    places[at] = {writable ? Kind::writable : Kind::shown, "", is_directory};
}

bool make_mount_point(const std::string &path, bool is_directory) noexcept {
  for (size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1))
    if (mkdir(path.substr(0, slash).c_str(), 0755) != 0 && errno != EEXIST)
      return false;
  if (is_directory)
    return mkdir(path.c_str(), 0755) == 0 || errno == EEXIST;
  return access(path.c_str(), F_OK) == 0 ||
         Descriptor(open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
}

bool bind_mount(const std::string &from, const std::string &to) noexcept {
  return mount(from.c_str(), to.c_str(), nullptr, MS_BIND | MS_REC, nullptr) == 0;
}

namespace {

// The kernel's struct mount_attr. C libraries before 2023 do not have it, or not beside
// <sys/mount.h>.
struct MountAttributes {
  uint64_t set = 0, clear = 0, propagation = 0, user_namespace = 0;
};

// Names of mountinfo hold blanks and backslashes as three octal digits (proc(5)).
std::string without_escapes(const std::string &name) {
  std::string plain;
  for (size_t i = 0; i < name.size(); ++i) {
    const bool escaped = name[i] == '\\' && i + 3 < name.size();
    plain += escaped ? static_cast<char>(std::stoi(name.substr(i + 1, 3), nullptr, 8)) : name[i];
    i += escaped ? 3 : 0;
  }
  return plain;
}

// The mount points beneath `directory`.
std::vector<std::string> mounts_beneath(const std::string &directory) {
  std::vector<std::string> found;
  std::ifstream file("/proc/self/mountinfo");
  for (std::string line, field; std::getline(file, line);) {
    std::istringstream fields(line);
    for (int i = 0; i < 5; ++i) // the fifth is the mount point
      fields >> field;
    if (const std::string path = without_escapes(field); is_beneath(path, directory))
      found.push_back(path);
  }
  return found;
}

// Mounts `path` again where it is, with the flags that it has and the change.
bool remount(const std::string &path, const MountAttributes &change) {
  // Those of statvfs(3) are those of mount(2) but for the last.
  constexpr unsigned long same =
      ST_RDONLY | ST_NOSUID | ST_NODEV | ST_NOEXEC | ST_NOATIME | ST_NODIRATIME;
  static_assert(int{ST_NOEXEC} == int{MS_NOEXEC} && int{ST_NODIRATIME} == int{MS_NODIRATIME});
  struct statvfs now;
  if (statvfs(path.c_str(), &now) != 0)
    return false;
  const unsigned long kept =
      (now.f_flag & same) | ((now.f_flag & ST_RELATIME) != 0 ? MS_RELATIME : 0);
  const unsigned long flags = (kept & ~change.clear) | change.set;
  return mount(nullptr, path.c_str(), nullptr, MS_REMOUNT | MS_BIND | flags, nullptr) == 0;
}

// As mount_setattr(2) does, one mount after the other. Another mount may cover one, or lie beyond a
// directory that we may not search; then it is out of reach for the program as well.
bool change_mount_before_5_12(const std::string &path, const MountAttributes &change,
                              bool recursive) {
  struct stat status;
  if (recursive)
    for (const std::string &beneath : mounts_beneath(path))
      if (lstat(beneath.c_str(), &status) == 0 && !remount(beneath, change))
        return false;
  return remount(path, change);
}

bool change_mount(const std::string &path, const MountAttributes &change, bool recursive) {
  constexpr int with_all_in_it = 0x8000; // AT_RECURSIVE
  if (syscall(mount_setattr_number, AT_FDCWD, path.c_str(), recursive ? with_all_in_it : 0, &change,
              sizeof change) == 0)
    return true;
  return errno == ENOSYS && change_mount_before_5_12(path, change, recursive);
}

} // namespace

bool restrict_mount(const std::string &path, uint64_t attributes, bool recursive) noexcept {
  return change_mount(path, {.set = attributes}, recursive);
}

bool allow_writing(const std::string &path) noexcept {
  return change_mount(path, {.clear = mount_read_only}, false);
}

namespace {

constexpr const char *devices[] = {"full", "null", "random", "tty", "urandom", "zero"};
constexpr const char *links_in_dev[][2] = {{"/proc/self/fd", "fd"},
                                           {"/proc/self/fd/0", "stdin"},
                                           {"/proc/self/fd/1", "stdout"},
                                           {"/proc/self/fd/2", "stderr"},
                                           {"pts/ptmx", "ptmx"}};

Failure make_devices(const std::string &dev) noexcept {
  for (const char *name : devices) {
    const std::string from = std::string("/dev/") + name, to = dev + "/" + name;
    if (!make_mount_point(to, false) || !bind_mount(from, to) ||
        !restrict_mount(to, mount_read_only | mount_no_set_id | mount_no_execution, false))
      return {"show " + from, errno};
  }
  for (const auto &[target, name] : links_in_dev)
    if (symlink(target, (dev + "/" + name).c_str()) != 0)
      return {"make a link in /dev", errno};
  const std::string pts = dev + "/pts", shm = dev + "/shm";
  if (mkdir(pts.c_str(), 0755) != 0 || mount("devpts", pts.c_str(), "devpts", MS_NOSUID | MS_NOEXEC,
                                             "newinstance,ptmxmode=0666,mode=0620") != 0)
    return {"mount a private /dev/pts", errno};
  if (mkdir(shm.c_str(), 0755) != 0 || chmod(shm.c_str(), 01777) != 0)
    return {"make /dev/shm", errno};
  return {};
}

} // namespace

Failure View::place(const std::string &root, const std::string &path,
                    const Place &what) const noexcept {
  const std::string to = root + path;
  if (what.kind == Kind::link) {
    make_mount_point(to.substr(0, to.rfind('/')), true);
    return symlink(what.target.c_str(), to.c_str()) == 0 ? Failure{}
                                                         : Failure{"make a link " + path, errno};
  }
  if (what.kind == Kind::hidden) {
    bool covers = visible(path.substr(0, path.rfind('/')));
    bool done = !covers || mount("hidden", to.c_str(), "tmpfs", MS_NOSUID | MS_NODEV,
                                 "size=1m,mode=0755") == 0;
    return done ? Failure{} : Failure{"hide " + path, errno};
  }
  if (!make_mount_point(to, what.is_directory) || !bind_mount(path, to))
    return {"show " + path, errno};
  return {};
}

bool View::is_first(const std::string &path, const Place &what) noexcept {
  return !is_beneath(path, "/tmp") && what.kind != Kind::writable;
}

Failure View::build(const std::string &root, const std::string &tmp) const noexcept {
  if (mount("view", root.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=256m,mode=0755") != 0)
    return {"mount a root directory", errno};
  // First what is beside /tmp, made read-only in one go, the root directory excepted.
  for (const auto &[path, what] : places)
    if (is_first(path, what))
      if (Failure failure = place(root, path, what); !failure.step.empty())
        return failure;
  for (const auto &[path, what] : places)
    if (what.kind == Kind::writable && !make_mount_point(root + path, what.is_directory))
      return {"show " + path, errno};
  if (!restrict_mount(root, mount_read_only | mount_no_set_id | mount_no_devices, true))
    return {"make the machine's files read-only", errno};
  if (!allow_writing(root))
    return {"make the root directory writable", errno};
  for (const char *own : {"/dev", "/proc", "/tmp", view_directory})
    if (mkdir((root + own).c_str(), 0755) != 0 && errno != EEXIST)
      return {std::string("make ") + own, errno};
  if (!bind_mount(tmp, root + "/tmp") || !restrict_mount(root + "/tmp", mount_no_devices, true))
    return {"mount " + tmp + " as /tmp", errno};
  for (const auto &[path, what] : places) {
    if (is_first(path, what))
      continue;
    Failure failure = place(root, path, what);
    uint64_t attributes =
        mount_no_set_id | mount_no_devices | (what.kind == Kind::writable ? 0 : mount_read_only);
    if (failure.step.empty() && what.kind != Kind::link && what.kind != Kind::hidden &&
        !restrict_mount(root + path, attributes, true))
      failure = {"restrict " + path, errno};
    if (!failure.step.empty())
      return failure;
  }
  return make_devices(root + "/dev");
}

// As switch_root(8) does. What was the root lies beneath the new one: that is no path's to
// reach and only the namespace's owner's to uncover, which no program is; in a namespace that
// it makes for itself, the kernel locks the mount. Detaching it would take as long as all the
// rest: the kernel waits for all processors then.
Failure enter_view(const std::string &root) noexcept {
  if (chdir(root.c_str()) != 0 || mount(".", "/", nullptr, MS_MOVE, nullptr) != 0 ||
      chroot(".") != 0 || chdir("/") != 0)
    return {"enter the program's view of the machine", errno};
  return {};
}

} // namespace wali::launch
