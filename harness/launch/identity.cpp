// Who the program is: real root, root of a user namespace, or an ordinary user.
#include "harness/launch/identity.h"

#include <grp.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "harness/launch/error.h"

namespace wali::launch {

namespace {

int drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
  return syscall(SYS_capset, &header, none) == 0 ? 0 : errno;
}

} // namespace

Identity resolve_identity(IdentityKind kind, uid_t caller_uid, gid_t caller_gid) {
  bool root = caller_uid == 0;
  uid_t ordinary_uid = root ? ordinary_id : caller_uid;
  gid_t ordinary_gid = root ? ordinary_id : caller_gid;
  switch (kind) {
  case IdentityKind::root:
    if (!root)
      throw LaunchError("--identity root needs a launcher started by root; use ns-root or user");
    return {kind, 0, 0, 0, false};
  case IdentityKind::ns_root:
    return {kind, ordinary_uid, ordinary_gid, 0, true};
  case IdentityKind::user:
    return {kind, ordinary_uid, ordinary_gid, ordinary_id, !root};
  }
  throw LaunchError("unknown identity");
}

int become(const Identity &identity, bool in_namespaces) {
  if (identity.user_namespace)
    return in_namespaces && identity.kind == IdentityKind::user ? drop_capabilities() : 0;
  // Asked only if there are any: root of a container may lack the right.
  if ((getgroups(0, nullptr) > 0 && setgroups(0, nullptr) != 0) ||
      setresgid(identity.outer_gid, identity.outer_gid, identity.outer_gid) != 0 ||
      setresuid(identity.outer_uid, identity.outer_uid, identity.outer_uid) != 0)
    return errno;
  return 0;
}

const char *name_of(IdentityKind kind) {
  switch (kind) {
  case IdentityKind::root:
    return "root";
  case IdentityKind::ns_root:
    return "ns-root";
  case IdentityKind::user:
    return "user";
  }
  return nullptr;
}

} // namespace wali::launch
