// The namespaces in which a program runs, made by the kernel and filled by us.
#pragma once

#include <string>

#include <sys/types.h>

#include "harness/launch/identity.h"
#include "harness/launch/view.h"

namespace wali::launch {

// Forks: the child is pid 1 of new mount and pid namespaces and, unless the program gets
// them with a user namespace of its own, of new net, ipc and uts namespaces; if the
// identity asks for it, of a new user namespace first. Returns as fork does; throws
// IsolationRefused.
pid_t fork_into_namespaces(const Identity &identity);

// Where the program finds a small file system of its own, empty, where the same one
// read-only and without execution, a file that is a mount point, and a directory with a
// character and a block device (0xabc:0xabcde and 0x321:0xdebd8) on a mount without devices,
// which only root can make: for the errors of such places. setup.h of the guest harness
// names them too.
inline constexpr char disk[] = "/tmp/.wali/disk";
inline constexpr char read_only_disk[] = "/tmp/.wali/read-only";
inline constexpr char mounted_file[] = "/tmp/.wali/mounted";
inline constexpr char device_files[] = "/wali/devices";

// In the child of fork_into_namespaces: maps the ids, builds the view on the directory
// `root` with the directory `tmp` as its private /tmp, copies the program from the
// descriptor `module` (-1: none) to `program`, adds the places above and a /proc of its own,
// and enters the view. Without a user namespace for the program it also names the host and
// brings loopback up.
Failure set_up_namespaces(const Identity &identity, const View &view, const std::string &root,
                          const std::string &tmp, int module, const std::string &program) noexcept;

// In the program's process: the user namespace of its own, with the net, ipc and uts
// namespaces that belong to it.
Failure enter_user_namespace(const Identity &identity) noexcept;

// Copies all that `from` holds to a new file that everyone may read and execute.
bool copy_program(int from, const std::string &to) noexcept;

} // namespace wali::launch
