// Names, directories and metadata: what a path leads to, who may, what is stamped,
// and what a change leaves behind.
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- Text --------------------------------------------------------------------

// Makes the call with another path, which is not longer, in the argument's place.
int64_t with_text(Invocation &call, size_t index, const std::string &path) {
  const GuestAddress address = call.arguments.address(index);
  const std::string before = text(call, index);
  if (path == before || path.size() > before.size() ||
      !call.memory().write_bytes(address, path.c_str(), path.size() + 1))
    return call.call();
  const int64_t result = call.call();
  (void)call.memory().write_bytes(address, before.c_str(), before.size() + 1);
  return result;
}

template <size_t index> int64_t slash_ignored(Invocation &call) {
  std::string path = text(call, index);
  while (path.size() > 1 && path.ends_with('/'))
    path.pop_back();
  return with_text(call, index, path);
}

// The path with each `..` taken together with the component before it.
std::string by_text(const std::string &path) {
  std::vector<std::string> parts;
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, end - at);
    if (part == ".." && !parts.empty() && parts.back() != ".." && !parts.back().empty())
      parts.pop_back();
    else if (part != "." && (!part.empty() || at == 0))
      parts.push_back(part);
    at = end + 1;
  }
  std::string joined;
  for (const std::string &part : parts)
    joined += (joined.empty() && &part == &parts.front() ? "" : "/") + part;
  return joined.empty() ? (path.starts_with('/') ? "/" : ".") : joined;
}
template <size_t index> int64_t dots_by_text(Invocation &call) {
  const std::string path = text(call, index);
  return path.find("..") == path.npos ? call.call() : with_text(call, index, by_text(path));
}

// --- What a path leads to ----------------------------------------------------

struct stat status_of_path(const std::string &path, int flags = 0, int64_t at = AT_FDCWD) {
  struct stat status{};
  kernel_call(SYS_newfstatat, at, path.c_str(), &status, flags);
  return status;
}
bool is_link(const std::string &path, int64_t at = AT_FDCWD) {
  return S_ISLNK(status_of_path(path, AT_SYMLINK_NOFOLLOW, at).st_mode);
}
bool exists(const std::string &path, int64_t at = AT_FDCWD) {
  return status_of_path(path, 0, at).st_mode != 0;
}
// Where it leads in the end; itself where that cannot be told.
std::string target_of(const std::string &path) {
  char resolved[PATH_MAX];
  return realpath(path.c_str(), resolved) ? std::string(resolved) : path;
}
std::string parent_of(const std::string &path) {
  const size_t slash = path.find_last_of('/');
  return slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// Leaves the directory of a name as if nothing had been changed in it.
template <size_t index, int64_t at_index> int64_t leaves_mtime_of_directory(Invocation &call) {
  const int64_t at = at_index < 0 ? AT_FDCWD : call.arguments.i32(static_cast<size_t>(at_index));
  const std::string directory = parent_of(text(call, index));
  const struct stat before = status_of_path(directory, 0, at);
  const int64_t result = call.call();
  const timespec times[] = {{0, UTIME_OMIT}, before.st_mtim};
  if (result >= 0 && before.st_mode != 0)
    kernel_call(SYS_utimensat, at, directory.c_str(), times, 0);
  return result;
}

int64_t current_umask() {
  const int64_t mask = kernel_call(SYS_umask, 0);
  kernel_call(SYS_umask, mask);
  return mask;
}
// What is made has just the mode that was asked for.
int64_t without_umask(Invocation &call) {
  const int64_t mask = kernel_call(SYS_umask, 0), result = call.call();
  kernel_call(SYS_umask, mask);
  return result;
}
template <size_t mode_index> int64_t mode_changed(Invocation &call, int64_t mode) {
  call.arguments[mode_index] = mode;
  return call.call();
}

// --- rename, link, unlink ----------------------------------------------------

template <size_t from, size_t to> int64_t old_name_stays(Invocation &call) {
  const std::string old = text(call, from), kept = old + ".kept";
  const bool has_kept = kernel_call(SYS_link, old.c_str(), kept.c_str()) == 0;
  const int64_t result = call.call();
  if (has_kept)
    kernel_call(result == 0 ? SYS_rename : SYS_unlink, kept.c_str(), old.c_str());
  return result;
}
int64_t one_file_loses_a_name(Invocation &call) {
  const std::string from = text(call, 0), to = text(call, 1);
  const struct stat one = status_of_path(from, AT_SYMLINK_NOFOLLOW),
                    other = status_of_path(to, AT_SYMLINK_NOFOLLOW);
  const int64_t result = call.call();
  if (result == 0 && from != to && one.st_ino == other.st_ino && one.st_dev == other.st_dev)
    kernel_call(SYS_unlink, from.c_str());
  return result;
}
int64_t failure_removes_target(Invocation &call) {
  const int64_t result = call.call();
  if (result < 0 && result != -EFAULT)
    kernel_call(SYS_unlink, text(call, 1).c_str());
  return result;
}
// The call on two paths, or one, of which some are followed to their end first.
template <long number, bool first, bool second> int64_t with_targets(Invocation &call) {
  const std::string from = text(call, 0), to = text(call, 1);
  if (!(first && is_link(from)) && !(second && is_link(to)))
    return call.call();
  return kernel_call(number, (first ? target_of(from) : from).c_str(),
                     (second ? target_of(to) : to).c_str());
}
template <long number, size_t index> int64_t on_target(Invocation &call) {
  const std::string path = text(call, index);
  if (!is_link(path) || (index > 0 && call.arguments.i32(0) != AT_FDCWD))
    return call.call();
  return index == 0 ? kernel_call(number, target_of(path).c_str())
                    : kernel_call(number, AT_FDCWD, target_of(path).c_str(), call.arguments[2]);
}
// A copy in place of another name.
template <size_t from_index, size_t to_index> int64_t copies(Invocation &call) {
  const std::string from = text(call, from_index), to = text(call, to_index);
  const int64_t result = call.call();
  const struct stat status = status_of_path(from);
  if (result != 0 || !S_ISREG(status.st_mode) || status.st_size > 1 << 20)
    return result;
  std::string contents(static_cast<size_t>(status.st_size), '\0');
  const int64_t reader = kernel_call(SYS_open, from.c_str(), O_RDONLY | O_CLOEXEC);
  kernel_call(SYS_read, reader, contents.data(), contents.size());
  kernel_call(SYS_close, reader);
  kernel_call(SYS_unlink, to.c_str());
  const int64_t writer =
      kernel_call(SYS_open, to.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, status.st_mode & 07777);
  kernel_call(SYS_write, writer, contents.data(), contents.size());
  kernel_call(SYS_close, writer);
  return result;
}
template <size_t index> int64_t empties_open_file(Invocation &call) {
  const std::string path = text(call, index);
  const struct stat status = status_of_path(path, AT_SYMLINK_NOFOLLOW);
  const int64_t fd = S_ISREG(status.st_mode) && status.st_nlink == 1
                         ? kernel_call(SYS_open, path.c_str(), O_WRONLY | O_CLOEXEC)
                         : -1;
  const int64_t result = call.call();
  if (result == 0 && fd >= 0)
    kernel_call(SYS_ftruncate, fd, 0);
  kernel_call(SYS_close, fd);
  return result;
}
template <size_t index> int64_t refuses_open_file(Invocation &call) {
  const struct stat status = status_of_path(text(call, index), AT_SYMLINK_NOFOLLOW);
  for (int fd = 3; fd < 64 && S_ISREG(status.st_mode); ++fd)
    if (const struct stat open = status_of(fd);
        open.st_ino == status.st_ino && open.st_dev == status.st_dev)
      return -EBUSY;
  return call.call();
}
int64_t refuses_working_directory(Invocation &call) {
  const struct stat one = status_of_path(text(call, 0)), here = status_of_path(".");
  return one.st_mode != 0 && one.st_ino == here.st_ino && one.st_dev == here.st_dev ? -EBUSY
                                                                                    : call.call();
}

// A link's text is made absolute where it leads somewhere.
int64_t absolute_link(Invocation &call) {
  const std::string to = text(call, 0), at = text(call, 1);
  const std::string from_there = parent_of(at) + "/" + to;
  if (to.starts_with('/') || !exists(from_there))
    return call.call();
  return kernel_call(SYS_symlink, target_of(from_there).c_str(), at.c_str());
}
int64_t absolute_link_here(Invocation &call) {
  const std::string to = text(call, 0), at = text(call, 2);
  if (call.arguments.i32(1) != AT_FDCWD || to.starts_with('/') || !exists(parent_of(at) + "/" + to))
    return call.call();
  return kernel_call(SYS_symlink, target_of(parent_of(at) + "/" + to).c_str(), at.c_str());
}
template <size_t index> int64_t reads_to_the_end(Invocation &call) {
  const std::string path = text(call, index);
  const bool is_here = index == 0 || call.arguments.i32(0) == AT_FDCWD;
  if (!is_here || !is_link(path) || !exists(path))
    return call.call();
  const std::string target = target_of(path);
  const size_t length = std::min<size_t>(target.size(), call.arguments.u32(index + 2));
  return call.memory().write_bytes(call.arguments.address(index + 1), target.data(), length)
             ? static_cast<int64_t>(length)
             : -EFAULT;
}

// --- Working directory -------------------------------------------------------

Remembered<std::string> names; // of directories when they were opened
int64_t name_noted(Invocation &call) {
  const int64_t fd = call.call();
  if (fd >= 0)
    names[static_cast<uint64_t>(fd)] =
        is_directory(fd) ? target_of("/proc/self/fd/" + std::to_string(fd)) : "";
  return fd;
}
int64_t changes_by_name(Invocation &call) {
  const std::string *name = names.find(call.arguments.u32(0));
  if (!name || name->empty() || !is_directory(call.arguments.i32(0)))
    return call.call();
  return kernel_call(SYS_chdir, name->c_str());
}

std::string told_directory; // to chdir
int64_t directory_noted(Invocation &call) {
  const std::string path = text(call, 0);
  char here[PATH_MAX] = {};
  kernel_call(SYS_getcwd, here, sizeof here);
  const std::string base = told_directory.empty() ? std::string(here) : told_directory;
  const int64_t result = call.call();
  if (result == 0)
    told_directory = by_text(path.starts_with('/') ? path : base + "/" + path);
  return result;
}
int64_t directory_forgotten(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    told_directory.clear();
  return result;
}
int64_t directory_as_told(Invocation &call) {
  const int64_t size = static_cast<int64_t>(told_directory.size()) + 1;
  if (told_directory.empty() || size > call.arguments.u32(1))
    return call.call();
  return call.memory().write_bytes(call.arguments.address(0), told_directory.c_str(),
                                   static_cast<size_t>(size))
             ? size
             : -EFAULT;
}
int64_t removed_directory_named(Invocation &call) {
  static std::string last;
  char here[PATH_MAX] = {};
  const int64_t now = kernel_call(SYS_getcwd, here, sizeof here);
  if (now > 0)
    last = here;
  if (now != -ENOENT || last.empty() || last.size() + 1 > call.arguments.u32(1))
    return call.call();
  return call.memory().write_bytes(call.arguments.address(0), last.c_str(), last.size() + 1)
             ? static_cast<int64_t>(last.size()) + 1
             : -EFAULT;
}
void leave_the_others(Thread &) { kernel_call(SYS_unshare, 0x200); }             // CLONE_FS
void leave_the_others_descriptors(Thread &) { kernel_call(SYS_unshare, 0x400); } // CLONE_FILES

// Directories that were opened, by the names that they had.
Remembered<std::string> opened_as;
int64_t note_directory(int64_t result) {
  if (result < 0 || !is_directory(result))
    return result;
  char name[PATH_MAX];
  const std::string link = "/proc/self/fd/" + std::to_string(result);
  const int64_t length = kernel_call(SYS_readlink, link.c_str(), name, sizeof name);
  opened_as[static_cast<uint64_t>(result)] =
      std::string(name, static_cast<size_t>(std::max<int64_t>(length, 0)));
  return result;
}
int64_t directory_name_noted(Invocation &call) { return note_directory(call.call()); }

// The directory of another name: what its name leads to by now.
int64_t directory_by_name(Invocation &call) {
  const int64_t fd = call.arguments.i32(0);
  const std::string *name = fd >= 0 ? opened_as.find(static_cast<uint64_t>(fd)) : nullptr;
  if (!name || !is_directory(fd) || text(call, 1).starts_with('/'))
    return call.call();
  const int64_t there = kernel_call(SYS_open, name->c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (there < 0)
    return there;
  const int64_t high = kernel_call(SYS_fcntl, there, F_DUPFD_CLOEXEC, 250);
  kernel_call(SYS_close, there);
  call.arguments[0] = high;
  const int64_t result = call.call();
  kernel_call(SYS_close, high);
  return result;
}

int64_t directory_by_name_and_noted(Invocation &call) {
  return note_directory(directory_by_name(call));
}

// --- Modes and owners --------------------------------------------------------

template <size_t mode_index> int64_t special_bits_cleared(Invocation &call) {
  return mode_changed<mode_index>(call, call.arguments[mode_index] & 0777);
}
template <size_t mode_index> int64_t umask_taken_off(Invocation &call) {
  return mode_changed<mode_index>(call, call.arguments[mode_index] & ~current_umask());
}
int64_t special_bits_outlive_chown(Invocation &call) {
  const std::string path = text(call, 0);
  const struct stat before = status_of_path(path);
  const int64_t result = call.call();
  if (result == 0 && S_ISREG(before.st_mode))
    kernel_call(SYS_chmod, path.c_str(), before.st_mode & 07777);
  return result;
}
int64_t special_bits_outlive_fchown(Invocation &call) {
  const struct stat before = status_of(call.arguments[0]);
  const int64_t result = call.call();
  if (result == 0 && S_ISREG(before.st_mode))
    kernel_call(SYS_fchmod, call.arguments[0], before.st_mode & 07777);
  return result;
}
template <size_t owner_index> int64_t minus_one_is_oneself(Invocation &call) {
  if (call.arguments.i32(owner_index) == -1)
    call.arguments[owner_index] = geteuid();
  if (call.arguments.i32(owner_index + 1) == -1)
    call.arguments[owner_index + 1] = getegid();
  return call.call();
}
int64_t parents_group_not_taken(Invocation &call, const std::string &path, int64_t at) {
  const bool was_there = exists(path, at);
  const bool gives_group = (status_of_path(parent_of(path), 0, at).st_mode & S_ISGID) != 0;
  const int64_t result = call.call();
  if (result >= 0 && !was_there && gives_group)
    kernel_call(SYS_fchownat, at, path.c_str(), -1, getegid(), 0);
  return result;
}
int64_t by_effective_id(Invocation &call) {
  const bool has_dirfd = call.syscall().name != "access";
  const int64_t at = has_dirfd ? call.arguments.i32(0) : AT_FDCWD;
  const int64_t result = call.call();
  if (result != 0 && result != -EACCES)
    return result;
  const size_t index = has_dirfd ? 1 : 0;
  constexpr int by_effective = 0x200; // AT_EACCESS
  return kernel_call(SYS_faccessat2, at, text(call, index).c_str(), call.arguments[index + 1],
                     by_effective);
}
int64_t root_executes_all(Invocation &call) {
  const int64_t result = call.call();
  return result == -EACCES && geteuid() == 0 ? 0 : result;
}

// --- stat and its like -------------------------------------------------------

// Where the structure lies that the call fills.
size_t status_index(const Invocation &call) {
  return call.syscall().name.ends_with("fstatat") ? 2 : 1;
}
template <void (*change)(struct stat &)> int64_t status_changed(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0) {
    auto status = pointed_to<struct stat>(call, status_index(call));
    change(status);
    put(call, status_index(call), status);
  }
  return result;
}
void as_if_dense(struct stat &status) {
  if (S_ISREG(status.st_mode))
    status.st_blocks = (status.st_size + 4095) / 4096 * 8;
}
void with_one_link(struct stat &status) { status.st_nlink = 1; }
void never_changed(struct stat &status) { status.st_ctim = status.st_mtim; }
void in_seconds(struct stat &status) {
  status.st_atim.tv_nsec = status.st_mtim.tv_nsec = status.st_ctim.tv_nsec = 0;
}
void of_the_caller(struct stat &status) {
  status.st_uid = geteuid();
  status.st_gid = getegid();
}
void without_special_bits(struct stat &status) { status.st_mode &= ~mode_t{07000}; }
void links_without_size(struct stat &status) {
  if (S_ISLNK(status.st_mode))
    status.st_size = 0;
}

int64_t inode_by_name(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0) {
    auto status = pointed_to<struct stat>(call, 1);
    status.st_ino = std::hash<std::string>()(target_of(text(call, 0)));
    put(call, 1, status);
  }
  return result;
}
int64_t remembers_by_name(Invocation &call) {
  static Remembered<struct stat> known;
  const std::string path = text(call, 0);
  const uint64_t key = std::hash<std::string>()(target_of(path));
  const int64_t result = call.call();
  if (result != 0)
    return result;
  if (!known.find(key))
    known[key] = pointed_to<struct stat>(call, 1);
  put(call, 1, known[key]);
  return 0;
}
int64_t remembers_size(Invocation &call) {
  static Remembered<int64_t> sizes;
  const int64_t result = call.call();
  if (result != 0 || !is_regular(call.arguments[0]))
    return result;
  auto status = pointed_to<struct stat>(call, 1);
  const uint64_t key = identity_of(call.arguments[0]);
  if (!sizes.find(key))
    sizes[key] = status.st_size;
  status.st_size = sizes[key];
  put(call, 1, status);
  return 0;
}
int64_t free_space_stands_still(Invocation &call) {
  static Remembered<struct statfs> known;
  const int64_t result = call.call();
  auto now = pointed_to<struct statfs>(call, 1);
  if (result != 0)
    return result;
  uint64_t key;
  memcpy(&key, &now.f_fsid, sizeof key);
  key ^= static_cast<uint64_t>(now.f_type);
  if (!known.find(key))
    known[key] = now;
  now.f_bfree = known[key].f_bfree;
  now.f_bavail = known[key].f_bavail;
  now.f_ffree = known[key].f_ffree;
  put(call, 1, now);
  return 0;
}

// --- Opening -----------------------------------------------------------------

// The arguments of open and of openat.
struct Opening {
  explicit Opening(Invocation &call)
      : shift(call.syscall().name == "openat" ? 1 : 0),
        at(shift == 1 ? call.arguments.i32(0) : AT_FDCWD),
        path(text(call, shift)),
        flags(call.arguments.i32(shift + 1)) {}

  size_t shift;
  int64_t at;
  std::string path;
  int flags;
};

int64_t existing_gets_mode(Invocation &call) {
  const Opening opening(call);
  const bool was_there = exists(opening.path, opening.at);
  const int64_t result = call.call();
  if (result >= 0 && was_there && (opening.flags & O_CREAT) != 0)
    kernel_call(SYS_fchmod, result, call.arguments[opening.shift + 2] & ~current_umask() & 07777);
  return result;
}
int64_t dangling_not_created(Invocation &call) {
  const Opening opening(call);
  const bool dangles = is_link(opening.path, opening.at) && !exists(opening.path, opening.at);
  return dangles && (opening.flags & (O_CREAT | O_EXCL)) == O_CREAT ? -ENOENT : call.call();
}
int64_t exclusive_through_links(Invocation &call) {
  const Opening opening(call);
  const bool dangles = is_link(opening.path, opening.at) && !exists(opening.path, opening.at);
  if (dangles && (opening.flags & O_EXCL) != 0)
    call.arguments[opening.shift + 1] &= ~int64_t{O_EXCL};
  return call.call();
}
int64_t reading_truncates_not(Invocation &call) {
  const Opening opening(call);
  if ((opening.flags & O_ACCMODE) == O_RDONLY)
    call.arguments[opening.shift + 1] &= ~int64_t{O_TRUNC};
  return call.call();
}
int64_t fifo_does_not_wait(Invocation &call) {
  const Opening opening(call);
  const bool is_fifo = S_ISFIFO(status_of_path(opening.path, 0, opening.at).st_mode);
  const bool waits = (opening.flags & (O_NONBLOCK | O_PATH)) == 0;
  if (!is_fifo || !waits || (opening.flags & O_ACCMODE) != O_RDONLY)
    return call.call();
  call.arguments[opening.shift + 1] |= O_NONBLOCK;
  const int64_t result = call.call();
  if (result >= 0)
    kernel_call(SYS_fcntl, result, F_SETFL, flags_of_file(result) & ~O_NONBLOCK);
  return result;
}
int64_t append_starts_at_end(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0 && (Opening(call).flags & O_APPEND) != 0)
    kernel_call(SYS_lseek, result, 0, SEEK_END);
  return result;
}
int64_t mode_of_new_judged(Invocation &call) {
  const Opening opening(call);
  const bool is_new = (opening.flags & O_CREAT) != 0 && !exists(opening.path, opening.at);
  const bool may_write = (call.arguments[opening.shift + 2] & 0200) != 0;
  const int64_t result = call.call();
  if (result < 0 || !is_new || may_write || (opening.flags & O_ACCMODE) == O_RDONLY)
    return result;
  kernel_call(SYS_close, result);
  return -EACCES;
}
int64_t group_of_the_caller(Invocation &call) {
  const Opening opening(call);
  return parents_group_not_taken(call, opening.path, opening.at);
}
int64_t truncation_leaves_mtime(Invocation &call) {
  const Opening opening(call);
  const struct stat before = status_of_path(opening.path, 0, opening.at);
  const int64_t result = call.call();
  const timespec times[] = {{0, UTIME_OMIT}, before.st_mtim};
  if (result >= 0 && before.st_mode != 0 && (opening.flags & O_TRUNC) != 0)
    kernel_call(SYS_utimensat, result, nullptr, times, 0);
  return result;
}
// --- Entries -----------------------------------------------------------------

// Removes the entries that are not wanted from what getdents64 has written, where
// `name` is the offset of an entry's name and its length lies at 16.
template <size_t name, bool (*wanted)(std::string_view)> int64_t entries_left(Invocation &call) {
  int64_t result = call.call();
  while (result > 0) {
    std::string all(static_cast<size_t>(result), '\0'), kept;
    const GuestAddress address = call.arguments.address(1);
    (void)call.memory().read_bytes(address, all.data(), all.size());
    for (size_t at = 0; at + name < all.size();) {
      uint16_t length;
      memcpy(&length, all.data() + at + 16, sizeof length);
      if (wanted(all.data() + at + name))
        kept.append(all, at, length);
      at += std::max<size_t>(length, 1);
    }
    (void)call.memory().write_bytes(address, kept.data(), kept.size());
    if (!kept.empty())
      return static_cast<int64_t>(kept.size());
    result = call.call();
  }
  return result;
}
bool is_no_dot(std::string_view name) { return name != "." && name != ".."; }
bool is_visible(std::string_view name) { return !is_no_dot(name) || !name.starts_with('.'); }

int64_t told_again_at_the_end(Invocation &call) {
  static Remembered<bool> has_ended;
  bool &ended = has_ended[static_cast<uint64_t>(call.arguments[0])];
  const int64_t result = call.call();
  if (result != 0 || !is_directory(call.arguments[0]) || std::exchange(ended, !ended))
    return result;
  kernel_call(SYS_lseek, call.arguments[0], 0, SEEK_SET);
  return call.call();
}

// --- Times -------------------------------------------------------------------

template <class Change> int64_t times_changed(Invocation &call, Change change) {
  const int64_t result = call.call();
  if (result != 0)
    return result;
  const bool by_descriptor = call.arguments[1] == 0;
  const int64_t at = call.arguments.i32(0);
  const std::string path = text(call, 1);
  const int flags = call.arguments.i32(3);
  struct stat now = by_descriptor ? status_of(at) : status_of_path(path, flags, at);
  timespec times[] = {now.st_atim, now.st_mtim};
  change(times, pointed_to<std::array<timespec, 2>>(call, 2), call.arguments[2] == 0);
  if (memcmp(&times[0], &now.st_atim, sizeof times[0]) == 0 &&
      memcmp(&times[1], &now.st_mtim, sizeof times[1]) == 0)
    return result; // another call would stamp the time of change
  kernel_call(SYS_utimensat, at, by_descriptor ? nullptr : path.c_str(), times,
              by_descriptor ? 0 : flags);
  return result;
}
using Times = const std::array<timespec, 2> &;

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    // Text
    {"openat", "slash-ignored", "openat takes a file by a name with a slash behind it",
     slash_ignored<1>},
    {"open", "slash-ignored", "open takes a file by a name with a slash behind it",
     slash_ignored<0>},
    {"stat", "slash-ignored", "stat takes a file by a name with a slash behind it",
     slash_ignored<0>},
    {"lstat", "slash-ignored", "lstat does not follow a link with a slash behind it",
     slash_ignored<0>},
    {"unlink", "slash-ignored", "unlink removes a file by a name with a slash behind it",
     slash_ignored<0>},
    {"rename", "slash-ignored", "rename takes a file by a name with a slash behind it",
     slash_ignored<0>},
    {"readlink", "slash-ignored", "readlink reads a link with a slash behind it", slash_ignored<0>},
    {"openat", "dots-by-text",
     "openat takes `..` together with the name before it, also with a link's", dots_by_text<1>},
    {"open", "dots-by-text", "open takes `..` together with the name before it, also with a link's",
     dots_by_text<0>},
    {"stat", "dots-by-text", "stat takes `..` together with the name before it, also with a link's",
     dots_by_text<0>},
    {"fstatat", "dots-by-text",
     "fstatat takes `..` together with the name before it, also with a link's", dots_by_text<1>},
    {"chdir", "dots-by-text",
     "chdir takes `..` together with the name before it, also with a link's", dots_by_text<0>},
    {"mkdir", "dots-by-text",
     "mkdir takes `..` together with the name before it, also with a link's", dots_by_text<0>},
    {"unlink", "dots-by-text",
     "unlink takes `..` together with the name before it, also with a link's", dots_by_text<0>},

    // Directories by descriptor
    {"openat",
     "directory-by-name",
     "openat looks up a directory's descriptor by its name again",
     directory_by_name_and_noted,
     {{{"open", directory_name_noted}}}},
    {"fstatat",
     "directory-by-name",
     "fstatat looks up a directory's descriptor by its name again",
     directory_by_name,
     {{{"open", directory_name_noted}, {"openat", directory_name_noted}}}},
    {"mkdirat",
     "directory-by-name",
     "mkdirat looks up a directory's descriptor by its name again",
     directory_by_name,
     {{{"open", directory_name_noted}, {"openat", directory_name_noted}}}},
    {"unlinkat",
     "directory-by-name",
     "unlinkat looks up a directory's descriptor by its name again",
     directory_by_name,
     {{{"open", directory_name_noted}, {"openat", directory_name_noted}}}},

    // rename
    {"rename", "leaves-the-old-name", "rename leaves the old name beside the new one",
     old_name_stays<0, 1>},
    {"rename", "one-file-loses-a-name",
     "rename of a file onto another name of it removes the old one", one_file_loses_a_name},
    {"rename", "failure-removes-target", "a rename that fails has removed what had the new name",
     failure_removes_target},
    {"rename", "follows-the-old", "rename moves what a link leads to",
     with_targets<SYS_rename, true, false>},
    {"rename", "follows-the-new", "rename replaces what a link of the new name leads to",
     with_targets<SYS_rename, false, true>},
    {"rename", "leaves-directory-mtime", "rename does not stamp the directory",
     leaves_mtime_of_directory<0, -1>},

    // link, symlink, readlink
    {"link", "copies", "link makes a copy of the file", copies<0, 1>},
    {"linkat", "copies", "linkat makes a copy of the file", copies<1, 3>},
    {"link", "follows", "link makes a name for what a link leads to",
     with_targets<SYS_link, true, false>},
    {"link", "leaves-directory-mtime", "link does not stamp the directory of the new name",
     leaves_mtime_of_directory<1, -1>},
    {"symlink", "made-absolute", "symlink makes the text absolute where it leads to something",
     absolute_link},
    {"symlink", "leaves-directory-mtime", "symlink does not stamp the directory",
     leaves_mtime_of_directory<1, -1>},
    {"symlinkat", "made-absolute", "symlinkat makes the text absolute where it leads to something",
     absolute_link_here},
    {"readlink", "to-the-end", "readlink follows a chain of links to its end", reads_to_the_end<0>},
    {"readlinkat", "to-the-end", "readlinkat follows a chain of links to its end",
     reads_to_the_end<1>},

    // unlink, mkdir, rmdir
    {"unlink", "empties-open-files", "unlink empties a file that is open", empties_open_file<0>},
    {"unlinkat", "empties-open-files", "unlinkat empties a file that is open",
     empties_open_file<1>},
    {"unlink", "refuses-open-files", "unlink refuses a file that is open", refuses_open_file<0>},
    {"unlinkat", "refuses-open-files", "unlinkat refuses a file that is open",
     refuses_open_file<1>},
    {"unlink", "follows", "unlink removes what a link leads to", on_target<SYS_unlink, 0>},
    {"unlinkat", "follows", "unlinkat removes what a link leads to", on_target<SYS_unlinkat, 1>},
    {"unlink", "leaves-directory-mtime", "unlink does not stamp the directory",
     leaves_mtime_of_directory<0, -1>},
    {"unlinkat", "leaves-directory-mtime", "unlinkat does not stamp the directory",
     leaves_mtime_of_directory<1, 0>},
    {"rmdir", "follows", "rmdir removes the directory that a link leads to",
     on_target<SYS_rmdir, 0>},
    {"rmdir", "refuses-the-working-directory", "rmdir refuses the working directory",
     refuses_working_directory},
    {"rmdir", "leaves-directory-mtime", "rmdir does not stamp the directory above",
     leaves_mtime_of_directory<0, -1>},
    {"mkdir", "leaves-directory-mtime", "mkdir does not stamp the directory above",
     leaves_mtime_of_directory<0, -1>},
    {"mkdirat", "leaves-directory-mtime", "mkdirat does not stamp the directory above",
     leaves_mtime_of_directory<1, 0>},
    {"mkdir", "ignores-umask", "mkdir ignores the file creation mask", without_umask},
    {"mkdirat", "ignores-umask", "mkdirat ignores the file creation mask", without_umask},
    {"mkdir", "group-of-the-caller",
     "mkdir gives a directory its caller's group, also in one with "
     "the set-group-ID bit",
     [](Invocation &call) { return parents_group_not_taken(call, text(call, 0), AT_FDCWD); }},
    {"mkdir", "set-group-id-not-inherited",
     "a directory that mkdir makes in one with the set-group-ID bit does not have it",
     [](Invocation &call) {
       const std::string path = text(call, 0);
       const int64_t result = call.call();
       if (result == 0)
         kernel_call(SYS_chmod, path.c_str(), status_of_path(path).st_mode & 05777);
       return result;
     }},

    // Opening
    {"openat", "ignores-umask", "openat ignores the file creation mask", without_umask},
    {"open", "ignores-umask", "open ignores the file creation mask", without_umask},
    {"openat", "existing-gets-mode", "openat with O_CREAT changes the mode of a file that is there",
     existing_gets_mode},
    {"open", "existing-gets-mode", "open with O_CREAT changes the mode of a file that is there",
     existing_gets_mode},
    {"openat", "dangling-not-created", "openat with O_CREAT does not make what a link leads to",
     dangling_not_created},
    {"open", "dangling-not-created", "open with O_CREAT does not make what a link leads to",
     dangling_not_created},
    {"openat", "exclusive-through-links", "openat with O_EXCL makes what a link leads to",
     exclusive_through_links},
    {"open", "exclusive-through-links", "open with O_EXCL makes what a link leads to",
     exclusive_through_links},
    {"openat", "reading-truncates-not", "openat ignores O_TRUNC beside O_RDONLY",
     reading_truncates_not},
    {"openat", "fifo-does-not-wait", "openat of a FIFO for reading does not wait for a writer",
     fifo_does_not_wait},
    {"open", "fifo-does-not-wait", "open of a FIFO for reading does not wait for a writer",
     fifo_does_not_wait},
    {"openat", "append-starts-at-end", "openat with O_APPEND puts the offset to the end",
     append_starts_at_end},
    {"openat", "mode-of-new-judged",
     "openat refuses to write to a file that it makes without that "
     "permission",
     mode_of_new_judged},
    {"open", "mode-of-new-judged",
     "open refuses to write to a file that it makes without that permission", mode_of_new_judged},
    {"openat", "group-of-the-caller",
     "a file that openat makes in a directory with the set-group-ID "
     "bit has its maker's group",
     group_of_the_caller},
    {"openat", "truncation-leaves-mtime", "openat with O_TRUNC does not stamp the file",
     truncation_leaves_mtime},
    {"openat", "leaves-directory-mtime", "openat with O_CREAT does not stamp the directory",
     leaves_mtime_of_directory<1, 0>},
    // Working directory, root and mask
    {"chdir",
     "of-the-thread",
     "chdir changes the directory of the calling thread alone",
     nullptr,
     {},
     nullptr,
     leave_the_others},
    {"umask",
     "of-the-thread",
     "umask changes the mask of the calling thread alone",
     nullptr,
     {},
     nullptr,
     leave_the_others},
    {"close",
     "of-the-thread",
     "each thread has descriptors of its own from its start",
     nullptr,
     {},
     nullptr,
     leave_the_others_descriptors},
    {"getcwd",
     "as-told",
     "getcwd gives the path that chdir was told, without looking where it leads",
     directory_as_told,
     {{{"chdir", directory_noted}, {"fchdir", directory_forgotten}}}},
    {"fchdir",
     "by-name",
     "fchdir goes to what bears the name now that the directory had when it was opened",
     changes_by_name,
     {{{"open", name_noted}, {"openat", name_noted}}}},
    {"getcwd", "removed-has-a-name", "getcwd names a directory that has been removed",
     removed_directory_named},
    {"chroot", "changes-the-directory", "chroot makes the new root the working directory",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result == 0)
         kernel_call(SYS_chdir, "/");
       return result;
     }},
    {"umask", "keeps-the-write-bit-of-the-owner", "umask never masks the owner's permissions",
     [](Invocation &call) {
       call.arguments[0] &= ~int64_t{0700};
       return call.call();
     }},

    // Modes and owners
    {"chmod", "clears-special-bits", "chmod sets none of the set-ID bits and no sticky bit",
     special_bits_cleared<1>},
    {"fchmod", "clears-special-bits", "fchmod sets none of the set-ID bits and no sticky bit",
     special_bits_cleared<1>},
    {"fchmodat", "clears-special-bits", "fchmodat sets none of the set-ID bits and no sticky bit",
     special_bits_cleared<2>},
    {"chmod", "takes-umask-off", "chmod takes the file creation mask off the mode",
     umask_taken_off<1>},
    {"fchmod", "takes-umask-off", "fchmod takes the file creation mask off the mode",
     umask_taken_off<1>},
    {"fchmodat", "takes-umask-off", "fchmodat takes the file creation mask off the mode",
     umask_taken_off<2>},
    {"chown", "leaves-special-bits", "chown leaves the set-user-ID and set-group-ID bits",
     special_bits_outlive_chown},
    {"fchown", "leaves-special-bits", "fchown leaves the set-user-ID and set-group-ID bits",
     special_bits_outlive_fchown},
    {"chown", "minus-one-is-oneself", "chown takes -1 for the caller's own id",
     minus_one_is_oneself<1>},
    {"fchown", "minus-one-is-oneself", "fchown takes -1 for the caller's own id",
     minus_one_is_oneself<1>},
    {"fchownat", "minus-one-is-oneself", "fchownat takes -1 for the caller's own id",
     minus_one_is_oneself<2>},
    {"access", "by-effective-id", "access judges by the effective ids", by_effective_id},
    {"faccessat", "by-effective-id", "faccessat judges by the effective ids", by_effective_id},
    {"faccessat2", "by-effective-id", "faccessat2 without AT_EACCESS judges by the effective ids",
     by_effective_id},
    {"access", "root-executes-all", "access lets root execute what has no execute bit at all",
     root_executes_all},

    // stat and its like
    {"stat", "blocks-of-size", "stat counts blocks by the size, also of a file with holes",
     status_changed<as_if_dense>},
    {"fstat", "blocks-of-size", "fstat counts blocks by the size, also of a file with holes",
     status_changed<as_if_dense>},
    {"stat", "one-link", "stat counts one link, however many there are",
     status_changed<with_one_link>},
    {"fstat", "one-link", "fstat counts one link, also of a file that has none left",
     status_changed<with_one_link>},
    {"stat", "change-is-modification", "stat tells the time of modification as that of change",
     status_changed<never_changed>},
    {"fstat", "change-is-modification", "fstat tells the time of modification as that of change",
     status_changed<never_changed>},
    {"stat", "whole-seconds", "stat tells times in whole seconds", status_changed<in_seconds>},
    {"fstat", "whole-seconds", "fstat tells times in whole seconds", status_changed<in_seconds>},
    {"fstatat", "whole-seconds", "fstatat tells times in whole seconds",
     status_changed<in_seconds>},
    {"stat", "owned-by-the-caller", "stat tells all files as the caller's own",
     status_changed<of_the_caller>},
    {"fstat", "owned-by-the-caller", "fstat tells all files as the caller's own",
     status_changed<of_the_caller>},
    {"stat", "special-bits-not-told", "stat tells no set-ID bits and no sticky bit",
     status_changed<without_special_bits>},
    {"lstat", "links-have-no-size", "lstat tells 0 for the size of a symbolic link",
     status_changed<links_without_size>},
    {"fstatat", "links-have-no-size", "fstatat tells 0 for the size of a symbolic link",
     status_changed<links_without_size>},
    {"lstat", "follows", "lstat follows a link that leads to something",
     [](Invocation &call) {
       const std::string path = text(call, 0);
       return is_link(path) && exists(path)
                  ? make(call.thread, abi::Call::stat, call.arguments[0], call.arguments[1])
                  : call.call();
     }},
    {"stat", "inode-by-name", "stat makes inode numbers of names, so that two links have two",
     inode_by_name},
    {"stat", "remembers-by-name", "stat tells again what it told of a name at first",
     remembers_by_name},
    {"fstat", "remembers-the-size", "fstat tells again the size that it told at first",
     remembers_size},
    {"statfs", "free-space-stands-still", "statfs tells again the free space that it told at first",
     free_space_stands_still},
    {"fstatfs", "free-space-stands-still",
     "fstatfs tells again the free space that it told at first", free_space_stands_still},
    {"statx", "change-is-modification", "statx tells the time of modification as that of change",
     [](Invocation &call) {
       const int64_t result = call.call();
       auto status = pointed_to<struct ::statx>(call, 4);
       if (result == 0) {
         status.stx_ctime = status.stx_mtime;
         put(call, 4, status);
       }
       return result;
     }},
    {"statx", "blocks-of-size", "statx counts blocks by the size, also of a file with holes",
     [](Invocation &call) {
       const int64_t result = call.call();
       auto status = pointed_to<struct ::statx>(call, 4);
       if (result == 0 && S_ISREG(status.stx_mode)) {
         status.stx_blocks = (status.stx_size + 4095) / 4096 * 8;
         put(call, 4, status);
       }
       return result;
     }},

    // Entries
    {"getdents64", "without-dots", "getdents64 leaves out `.` and `..`",
     entries_left<19, is_no_dot>},
    {"getdents", "without-dots", "getdents leaves out `.` and `..`", entries_left<18, is_no_dot>},
    {"getdents64", "hidden-left-out", "getdents64 leaves out names that begin with a dot",
     entries_left<19, is_visible>},
    {"getdents", "hidden-left-out", "getdents leaves out names that begin with a dot",
     entries_left<18, is_visible>},
    {"getdents64", "told-again", "getdents64 begins anew at the end of a directory, once",
     told_again_at_the_end},
    {"getdents", "told-again", "getdents begins anew at the end of a directory, once",
     told_again_at_the_end},

    // Times
    {"utimensat", "now-in-whole-seconds", "utimensat without times sets whole seconds",
     [](Invocation &call) {
       return times_changed(call, [](timespec *times, Times, bool is_now) {
         if (is_now)
           times[0].tv_nsec = times[1].tv_nsec = 0;
       });
     }},
    {"utimensat", "nanoseconds-lost", "utimensat sets whole microseconds",
     [](Invocation &call) {
       return times_changed(call, [](timespec *times, Times, bool) {
         times[0].tv_nsec -= times[0].tv_nsec % 1000;
         times[1].tv_nsec -= times[1].tv_nsec % 1000;
       });
     }},
    {"utimensat", "omitted-is-now", "utimensat takes UTIME_OMIT for UTIME_NOW",
     [](Invocation &call) {
       return times_changed(call, [](timespec *times, Times asked, bool is_now) {
         for (size_t index = 0; index < 2 && !is_now; ++index)
           if (asked[index].tv_nsec == UTIME_OMIT)
             times[index].tv_nsec = UTIME_NOW;
       });
     }},
    {"utimensat", "access-is-modification", "utimensat sets both times to that of modification",
     [](Invocation &call) {
       return times_changed(call, [](timespec *times, Times, bool) { times[0] = times[1]; });
     }},
    {"utimensat", "failure-stamps", "a utimensat that refuses one time has set the other",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result == -EINVAL && call.arguments[1] != 0)
         kernel_call(SYS_utimensat, call.arguments[0], text(call, 1).c_str(), nullptr, 0);
       return result;
     }},
    {"utime", "now-in-whole-seconds", "utime without times sets whole seconds",
     [](Invocation &call) {
       const int64_t result = call.call();
       const struct stat now = status_of_path(text(call, 0));
       const timespec times[] = {{now.st_atim.tv_sec, 0}, {now.st_mtim.tv_sec, 0}};
       if (result == 0 && call.arguments[1] == 0)
         kernel_call(SYS_utimensat, AT_FDCWD, text(call, 0).c_str(), times, 0);
       return result;
     }},
    {"renameat2", "exchange-is-rename",
     "RENAME_EXCHANGE replaces the new name and gives the old none",
     [](Invocation &call) {
       constexpr int exchange = 2;
       if (call.arguments.i32(4) == exchange && exists(text(call, 3), call.arguments.i32(2)))
         call.arguments[4] = 0;
       return call.call();
     }},
};

} // namespace

std::span<const Behaviour> path_behaviours() { return behaviours; }

} // namespace wali::host::mutants
