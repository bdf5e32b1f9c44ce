// Who the program is: real root, root of a user namespace, or an ordinary user.
//
// What a program sees does not depend on who starts the launcher, as far as the
// kernel allows: root becomes `ordinary_id` before it makes a user namespace, and
// an ordinary caller is mapped to it.
#pragma once

#include <sys/types.h>

namespace wali::launch {

enum class IdentityKind { root, ns_root, user };

// The id of an ordinary user: inside for `user`, and outside for `ns-root` when
// the caller is root.
inline constexpr unsigned ordinary_id = 1000;

struct Identity {
  IdentityKind kind;
  // In the caller's terms: to whom the scratch belongs.
  uid_t outer_uid;
  gid_t outer_gid;
  // What the program sees when it runs in namespaces.
  unsigned inner_id;
  // Its namespaces hang on a user namespace of their own, in which only inner_id
  // is mapped (to outer_uid and outer_gid).
  bool user_namespace;
};

// The identity for a launcher that runs with the ids given. Throws LaunchError
// for `root` without being root.
Identity resolve_identity(IdentityKind kind, uid_t caller_uid, gid_t caller_gid);

// Turns the calling process, about to become the engine, into the identity. In a
// user namespace its keeper has changed ids already, and only capabilities
// change here. Without one an ordinary caller stays who it is. Returns 0 or an
// errno value.
int become(const Identity &identity, bool in_namespaces);

const char *name_of(IdentityKind kind);

} // namespace wali::launch
