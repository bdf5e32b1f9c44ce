// The namespaces in which a program runs, made by the kernel and filled by us.
#include "harness/launch/namespaces.h"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "harness/launch/descriptor.h"
#include "harness/launch/error.h"
#include "harness/launch/io.h"
#include "harness/launch/scratch.h"

namespace wali::launch {

pid_t fork_into_namespaces(const Identity &identity) {
  unsigned long flags = CLONE_NEWNS | CLONE_NEWPID;
  if (identity.keeper_namespace)
    flags |= CLONE_NEWUSER;
  if (!identity.program_namespace)
    flags |= CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  pid_t pid =
      static_cast<pid_t>(syscall(SYS_clone, flags | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
  if (pid < 0)
    throw IsolationRefused(describe("the kernel makes no namespaces for us"));
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

// In a new user namespace: maps the id `id` to those that we have outside, and takes it.
Failure map_ids(unsigned id, unsigned outer_uid, unsigned outer_gid) {
  // The /proc files of a process that is not dumpable, or was another's, are not its own.
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
  if (!write_file("/proc/self/setgroups", "deny"))
    return {"forbid setgroups", errno};
  if (!write_file("/proc/self/uid_map", single_mapping(id, outer_uid)))
    return {"map the user id", errno};
  if (!write_file("/proc/self/gid_map", single_mapping(id, outer_gid)))
    return {"map the group id", errno};
  if (setresgid(id, id, id) != 0 || setresuid(id, id, id) != 0)
    return {"take the mapped ids", errno};
  return {};
}

// Copies all that `from` holds to a new file.
bool copy_file(int from, const std::string &to, mode_t mode) {
  Descriptor file(open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  off_t at = 0;
  ssize_t count = 1;
  while (file && count > 0)
    count = sendfile(file.get(), from, &at, 1 << 20);
  return file && count == 0 && fchmod(file.get(), mode) == 0; // the umask is the caller's
}

// The options of a tmpfs that is the program's.
std::string tmpfs_of(const Identity &identity, const std::string &size) {
  return size + ",nr_inodes=64,mode=0755,uid=" + std::to_string(identity.keepers_uid()) +
         ",gid=" + std::to_string(identity.keepers_gid());
}

// Where the places are, in memory: making them on the disk would take longer (scratch.h).
Failure mount_places(const Identity &identity, const std::string &root) {
  const std::string at = root + "/tmp" + environment_directory;
  const std::string environment = root + "/tmp" + environment_path;
  Descriptor file(open(environment.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file ||
      mount("places", at.c_str(), "tmpfs", MS_NOSUID | MS_NODEV,
            tmpfs_of(identity, "size=4m").c_str()) != 0 ||
      !copy_file(file.get(), environment, 0644))
    return {std::string("mount a tmpfs at /tmp") + environment_directory, errno};
  return {};
}

// Small enough to be filled at once. It is gone with the namespace, whatever is in it.
Failure mount_disks(const Identity &identity, const std::string &root) {
  const std::string at = root + disk, read_only = root + read_only_disk;
  const std::string options = tmpfs_of(identity, "size=256k");
  if (!make_mount_point(at, true) ||
      mount("disk", at.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()) != 0)
    return {std::string("mount a tmpfs at ") + disk, errno};
  if (!make_mount_point(read_only, true) || !bind_mount(at, read_only) ||
      !restrict_mount(read_only, mount_read_only | mount_no_execution, false))
    return {std::string("mount it read-only at ") + read_only_disk, errno};
  return {};
}

Failure mount_file(const Identity &identity, const std::string &root) {
  const std::string path = root + mounted_file;
  Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  if (!file || fchown(file.get(), identity.keepers_uid(), identity.keepers_gid()) != 0 ||
      !bind_mount(path, path))
    return {std::string("mount a file at ") + mounted_file, errno};
  return {};
}

// Devices that no driver serves. In a user namespace none are made, which is no failure:
// programs that need them ask for the feature `devices`.
Failure make_device_files(const std::string &root) {
  const std::string directory = root + device_files;
  if (mkdir(directory.c_str(), 0755) != 0)
    return {std::string("make ") + device_files, errno};
  struct {
    const char *name;
    mode_t type;
    dev_t number;
  } files[] = {{"/character", S_IFCHR, makedev(0xabc, 0xabcde)},
               {"/block", S_IFBLK, makedev(0x321, 0xdebd8)}};
  for (auto [name, type, number] : files)
    if (const std::string path = directory + name;
        mknod(path.c_str(), type, number) == 0 && chmod(path.c_str(), 0666) != 0)
      return {"make a device file", errno};
  return {};
}

// What root could change there although it is not its own: the kernel asks for the id
// alone. A program sets what belongs to its own network, which is beneath /proc/sys/net.
constexpr const char *kernels_own[] = {"/acpi", "/bus",  "/driver", "/fs",           "/irq",
                                       "/mtrr", "/scsi", "/sys",    "/sysrq-trigger"};

Failure protect_proc(const std::string &proc) {
  for (const char *name : kernels_own) {
    const std::string path = proc + name;
    if (bind_mount(path, path) ? !restrict_mount(path, mount_read_only, true) : errno != ENOENT)
      return {"make /proc" + std::string(name) + " read-only", errno};
  }
  const std::string net = proc + "/sys/net";
  if (!bind_mount(net, net) || !allow_writing(net))
    return {"make /proc/sys/net writable", errno};
  return {};
}

Failure mount_proc(const Identity &identity, const std::string &proc) {
  if (mount("proc", proc.c_str(), "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0)
    return {"mount a private /proc", errno};
  return identity.kind == IdentityKind::root ? protect_proc(proc) : Failure{};
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

// The first failure of some steps; none after it are taken.
template <class... Steps> Failure in_turn(const Steps &...steps) {
  Failure failure;
  static_cast<void>(((failure = steps(), failure.step.empty()) && ...));
  return failure;
}

} // namespace

bool copy_program(int from, const std::string &to) noexcept { return copy_file(from, to, 0755); }

Failure set_up_namespaces(const Identity &identity, const View &view, const std::string &root,
                          const std::string &tmp, int module, const std::string &program) noexcept {
  umask(022);
  return in_turn(
      [&] {
        return identity.keeper_namespace
                   ? map_ids(identity.inner_id, identity.outer_uid, identity.outer_gid)
                   : Failure{};
      },
      [&] {
        return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                   ? Failure{}
                   : Failure{"make all mounts private", errno};
      },
      [&] { return view.build(root, tmp); },
      [&] {
        return module < 0 || copy_program(module, root + program)
                   ? Failure{}
                   : Failure{"copy the program", errno};
      },
      [&] { return mount_places(identity, root); }, [&] { return mount_disks(identity, root); },
      [&] { return mount_file(identity, root); }, [&] { return make_device_files(root); },
      [&] { return mount_proc(identity, root + "/proc"); }, [&] { return enter_view(root); },
      [&] { return identity.program_namespace ? Failure{} : in_turn(name_host, loopback_up); });
}

Failure enter_user_namespace(const Identity &identity) noexcept {
  const unsigned uid = identity.keepers_uid(), gid = identity.keepers_gid();
  return in_turn(
      [&] {
        return unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS) == 0
                   ? Failure{}
                   : Failure{"make a user namespace", errno};
      },
      [&] { return map_ids(identity.inner_id, uid, gid); }, name_host, loopback_up);
}

} // namespace wali::launch
