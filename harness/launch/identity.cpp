// Who the program is: real root, root of a user namespace, or an ordinary user.
#include "harness/launch/identity.h"

#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <span>

#include "harness/launch/error.h"

namespace wali::launch {

namespace {

// Those of root that programs of the suite test. None of them reaches beyond the program's
// own namespaces and the files that it sees: there is no mounting, no tracing of the keeper,
// no device file, no opening by handle, and nothing of the kernel's own.
constexpr int roots_capabilities[] = {
    CAP_CHOWN,           CAP_DAC_OVERRIDE, CAP_FOWNER,           CAP_FSETID,    CAP_KILL,
    CAP_SETGID,          CAP_SETUID,       CAP_SETPCAP,          CAP_NET_ADMIN, CAP_NET_RAW,
    CAP_LINUX_IMMUTABLE, CAP_SYS_CHROOT,   CAP_NET_BIND_SERVICE, CAP_SYS_NICE,  CAP_SYS_RESOURCE,
};

int keep_no_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
  return syscall(SYS_capset, &header, none) == 0 ? 0 : errno;
}

int keep_capabilities(std::span<const int> kept) {
  uint64_t mask = 0;
  for (int capability : kept)
    mask |= uint64_t{1} << capability;
  for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; ++capability)
    if (!(mask >> capability & 1) && prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0 &&
        prctl(PR_CAPBSET_READ, capability, 0, 0, 0) != 0)
      return errno;
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
  if (syscall(SYS_capget, &header, sets) != 0)
    return errno;
  for (int half = 0; half < _LINUX_CAPABILITY_U32S_3; ++half) {
    sets[half].permitted &= static_cast<uint32_t>(mask >> 32 * half);
    sets[half].effective = sets[half].permitted;
    sets[half].inheritable = 0;
  }
  return syscall(SYS_capset, &header, sets) == 0 ? 0 : errno;
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
    return {kind, 0, 0, 0, false, false};
  case IdentityKind::ns_root:
    return {kind, ordinary_uid, ordinary_gid, 0, !root, true};
  case IdentityKind::user:
    return {kind, ordinary_uid, ordinary_gid, ordinary_id, !root, false};
  }
  throw LaunchError("unknown identity");
}

int become(const Identity &identity, bool in_namespaces) {
  if (identity.keeper_namespace)
    return in_namespaces && identity.kind == IdentityKind::user ? keep_no_capabilities() : 0;
  // Asked only if there are any: root of a container may lack the right.
  if ((getgroups(0, nullptr) > 0 && setgroups(0, nullptr) != 0) ||
      setresgid(identity.outer_gid, identity.outer_gid, identity.outer_gid) != 0 ||
      setresuid(identity.outer_uid, identity.outer_uid, identity.outer_uid) != 0)
    return errno;
  return identity.kind == IdentityKind::root ? keep_capabilities(roots_capabilities) : 0;
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
