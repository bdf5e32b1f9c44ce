// The namespaces in which a program runs, made by the kernel and filled by us.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

#include "harness/launch/identity.h"

namespace wali::launch {

// Those directories of --expose that lie beneath /tmp, by name or by where their
// links lead, as normal absolute paths. The others stay visible anyway. Throws
// UsageError.
std::vector<std::string> exposed_paths(const std::vector<std::string> &directories);

// Forks: the child is pid 1 of new mount, pid, net, ipc and uts namespaces, and,
// if the identity asks for it, of a new user namespace first. Returns as fork
// does; throws IsolationRefused.
pid_t fork_into_namespaces(const Identity &identity);

// A step of the isolation that failed: what was tried, and errno. `step` is empty
// if none failed.
struct Failure {
  std::string step;
  int error = 0;
};

// Where the program finds a small file system of its own, empty, where the same one
// read-only and without execution, and a file that is a mount point: for the errors of
// such places. setup.h of the guest harness names them too.
inline constexpr char disk[] = "/tmp/.wali/disk";
inline constexpr char read_only_disk[] = "/tmp/.wali/read-only";
inline constexpr char mounted_file[] = "/tmp/.wali/mounted";

// In the child of fork_into_namespaces: maps the ids, makes the directory `tmp` the
// private /tmp with the directories `exposed` and the places above in it (which must exist
// there too, to be mounted upon), keeps /dev/null from being changed, mounts a /proc
// of its own, names the host, brings loopback up.
Failure set_up_namespaces(const Identity &identity, const std::string &tmp,
                          const std::vector<std::string> &exposed) noexcept;

} // namespace wali::launch
