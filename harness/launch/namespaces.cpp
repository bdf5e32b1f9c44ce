// The namespaces in which a program runs, made by the kernel and filled by us.
#include "harness/launch/namespaces.h"

#include <fcntl.h>
#include <grp.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <set>

#include "harness/launch/descriptor.h"
#include "harness/launch/error.h"
#include "harness/launch/io.h"

namespace wali::launch {

namespace fs = std::filesystem;

std::vector<std::string> exposed_paths(const std::vector<std::string> &directories) {
  std::set<std::string> result; // sorted, so that a directory precedes those beneath it
  for (const std::string &directory : directories) {
    std::error_code error;
    fs::path named = fs::absolute(directory).lexically_normal();
    fs::path real = fs::canonical(named, error);
    if (error || !fs::is_directory(real))
      throw UsageError("--expose needs a directory, not '" + directory + "'");
    for (const fs::path &place : {named, real}) {
      std::string path = place.has_filename() ? place.string() : place.parent_path().string();
      if (path == "/tmp")
        throw UsageError("--expose /tmp would undo the private /tmp; name a directory beneath it");
      if (path.starts_with("/tmp/"))
        result.insert(path);
    }
  }
  return {result.begin(), result.end()};
}

namespace {

// Puts a root caller into the ordinary user's place while it makes a user
// namespace: the namespace then belongs to that user, as if it had made it.
class OrdinaryPlace {
public:
  explicit OrdinaryPlace(const Identity &identity)
      : active(identity.user_namespace && geteuid() == 0) {
    if (active &&
        (setgroups(0, nullptr) != 0 || setresgid(identity.outer_gid, identity.outer_gid, 0) != 0 ||
         setresuid(identity.outer_uid, identity.outer_uid, 0) != 0))
      throw LaunchError(describe("cannot take the ids of an ordinary user"));
  }
  // In the child the namespace has no such ids: nothing to undo there.
  void leave() {
    if (active && (setresuid(0, 0, 0) != 0 || setresgid(0, 0, 0) != 0))
      throw LaunchError(describe("cannot become root again"));
  }

private:
  bool active;
};

} // namespace

pid_t fork_into_namespaces(const Identity &identity) {
  unsigned long flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  if (identity.user_namespace)
    flags |= CLONE_NEWUSER;
  OrdinaryPlace place(identity);
  pid_t pid =
      static_cast<pid_t>(syscall(SYS_clone, flags | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
  int error = errno;
  if (pid != 0)
    place.leave();
  if (pid < 0)
    throw IsolationRefused(describe("the kernel makes no namespaces for us", error));
  return pid;
}

namespace {

bool write_file(const char *path, const std::string &text) {
  Descriptor fd(open(path, O_WRONLY | O_CLOEXEC));
  return fd && write_all(fd.get(), text);
}

std::string single_mapping(unsigned inside, unsigned outside) {
  return std::to_string(inside) + " " + std::to_string(outside) + " 1";
}

Failure map_ids(const Identity &identity) {
  // After its parent changed ids the process counts as not dumpable, and its own
  // /proc files belong to somebody else.
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
  if (!write_file("/proc/self/setgroups", "deny"))
    return {"forbid setgroups", errno};
  if (!write_file("/proc/self/uid_map", single_mapping(identity.inner_id, identity.outer_uid)))
    return {"map the user id", errno};
  if (!write_file("/proc/self/gid_map", single_mapping(identity.inner_id, identity.outer_gid)))
    return {"map the group id", errno};
  unsigned id = identity.inner_id;
  if (setresgid(id, id, id) != 0 || setresuid(id, id, id) != 0)
    return {"take the mapped ids", errno};
  return {};
}

bool bind_mount(const std::string &from, const std::string &to) {
  return mount(from.c_str(), to.c_str(), nullptr, MS_BIND | MS_REC, nullptr) == 0;
}

// `path` must be a mount point. Flags that came with the mount must stay.
bool make_read_only(const char *path, unsigned long flags = 0) {
  struct statvfs status;
  if (statvfs(path, &status) != 0)
    return false;
  flags |= status.f_flag & (MS_NOSUID | MS_NODEV | MS_NOEXEC);
  return mount(nullptr, path, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY | flags, nullptr) == 0;
}

// The exposed directories are opened before the private /tmp hides them.
Failure mount_tmp(const std::string &tmp, const std::vector<std::string> &exposed) {
  std::vector<Descriptor> directories;
  for (const std::string &path : exposed) {
    directories.emplace_back(open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directories.back())
      return {"expose " + path, errno};
  }
  if (!bind_mount(tmp, "/tmp"))
    return {"mount " + tmp + " as /tmp", errno};
  for (size_t i = 0; i < exposed.size(); ++i)
    if (!bind_mount("/proc/self/fd/" + std::to_string(directories[i].get()), exposed[i]))
      return {"expose " + exposed[i], errno};
  return {};
}

// A program that mistakes its standard input for something else (fchmod, utimensat)
// would, as root, change the device of the whole machine.
Failure protect_null() {
  const char *null = "/dev/null";
  if (!bind_mount(null, null) || !make_read_only(null))
    return {"make /dev/null read-only", errno};
  return {};
}

// Small enough to be filled at once. It is gone with the namespace, whatever is in it.
Failure mount_disks(unsigned owner) {
  const std::string id = std::to_string(owner);
  const std::string options = "size=256k,nr_inodes=64,mode=0755,uid=" + id + ",gid=" + id;
  if (mount("disk", disk, "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()) != 0)
    return {std::string("mount a tmpfs at ") + disk, errno};
  if (!bind_mount(disk, read_only_disk) || !make_read_only(read_only_disk, MS_NOEXEC))
    return {std::string("mount it read-only at ") + read_only_disk, errno};
  return {};
}

Failure mount_file(unsigned owner) {
  Descriptor file(open(mounted_file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  if (!file || fchown(file.get(), owner, owner) != 0 || !bind_mount(mounted_file, mounted_file))
    return {std::string("mount a file at ") + mounted_file, errno};
  return {};
}

Failure mount_proc() {
  if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0)
    return {"mount a private /proc", errno};
  return {};
}

Failure name_host() {
  // The kernel's own default domain name; the new namespace has copied its parent's.
  if (sethostname("wali", 4) != 0 || setdomainname("(none)", 6) != 0)
    return {"name the host", errno};
  return {};
}

Failure loopback_up() {
  Descriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ifreq request = {};
  std::strcpy(request.ifr_name, "lo");
  request.ifr_flags = IFF_UP | IFF_RUNNING;
  if (!socket || ioctl(socket.get(), SIOCSIFFLAGS, &request) != 0)
    return {"bring loopback up", errno};
  return {};
}

} // namespace

Failure set_up_namespaces(const Identity &identity, const std::string &tmp,
                          const std::vector<std::string> &exposed) noexcept {
  Failure failure;
  if (identity.user_namespace)
    failure = map_ids(identity);
  if (failure.step.empty() && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
    failure = {"make all mounts private", errno};
  if (failure.step.empty())
    failure = mount_tmp(tmp, exposed);
  if (failure.step.empty())
    failure = mount_disks(identity.inner_id);
  if (failure.step.empty())
    failure = mount_file(identity.inner_id);
  if (failure.step.empty())
    failure = protect_null();
  if (failure.step.empty())
    failure = mount_proc();
  if (failure.step.empty())
    failure = name_host();
  if (failure.step.empty())
    failure = loopback_up();
  return failure;
}

} // namespace wali::launch
