// The user that a program runs as: real root, root of a user namespace, or an
// ordinary user.
//
// As far as the kernel allows, the program sees the same whoever starts the launcher:
// root becomes `ordinary_id` before it makes a user namespace, and an ordinary caller
// is mapped to it.
#pragma once

#include <sys/types.h>

namespace wali::launch {

enum class IdentityKind { root, ns_root, user };

// The id of an ordinary user: inside for `user`, and outside for `ns-root` when
// the caller is root.
inline constexpr unsigned ordinary_id = 1000;

struct Identity {
  IdentityKind kind;
  // The owner of the scratch directory, in the caller's ids.
  uid_t outer_uid;
  gid_t outer_gid;
  // What the program sees when it runs in namespaces.
  unsigned inner_id;
  // The keeper is in a user namespace of its own, since the caller is not root and could
  // make no others; in it only inner_id is mapped (to outer_uid and outer_gid).
  bool keeper_namespace;
  // The program has a user namespace of its own, in which inner_id is root. The mount
  // namespace is the keeper's: what is mounted there is not the program's to change.
  bool program_namespace;

  // The owner of the program's files, as the keeper sees it.
  unsigned keepers_uid() const { return keeper_namespace ? inner_id : outer_uid; }
  unsigned keepers_gid() const { return keeper_namespace ? inner_id : outer_gid; }
};

// The identity for a launcher that runs with the ids given. Throws LaunchError
// for `root` without being root.
Identity resolve_identity(IdentityKind kind, uid_t caller_uid, gid_t caller_gid);

// Turns the calling process, about to become the engine, into the identity: its ids, and
// what it may do. Where its keeper is in a user namespace that has changed the ids
// already; without namespaces an ordinary caller stays who it is. Root keeps the
// capabilities that programs test, and cannot get others by any execve. Returns 0 or an
// errno value. `ns-root` in namespaces has still to be given its own.
int become(const Identity &identity, bool in_namespaces);

const char *name_of(IdentityKind kind);

} // namespace wali::launch
