// Identity: whose ids a call changes, what changes with them, and what they permit.
#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/prctl.h>
#include <linux/securebits.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// Both kinds of ids have the same calls.
struct Users {
  static constexpr long get = SYS_getresuid, set = SYS_setresuid, of_files = SYS_setfsuid;
  static constexpr int capability = CAP_SETUID;
};
struct Groups {
  static constexpr long get = SYS_getresgid, set = SYS_setresgid, of_files = SYS_setfsgid;
  static constexpr int capability = CAP_SETGID;
};

constexpr uint32_t unchanged = ~uint32_t{0};

struct Ids {
  uint32_t real = 0, effective = 0, saved = 0;
};
template <class Kind> Ids ids_of_caller() {
  Ids ids;
  kernel_call(Kind::get, &ids.real, &ids.effective, &ids.saved);
  return ids;
}
template <class Kind> int64_t set_ids(Invocation &call, const Ids &ids) {
  const int64_t result = kernel_call(Kind::set, ids.real, ids.effective, ids.saved);
  call.thread.dismiss_attendant();
  return result;
}

// The calling thread's capabilities, as capget has them.
struct Capabilities {
  __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[2] = {};

  Capabilities() { kernel_call(SYS_capget, &header, data); }
  bool has(int capability) const { return ((data[0].effective >> capability) & 1u) != 0; }
};
template <class Kind> bool is_privileged() { return Capabilities().has(Kind::capability); }

// --- Which of the ids --------------------------------------------------------

// What a privileged caller of a call with one id sets.
template <class Kind, bool real, bool saved> int64_t only_some(Invocation &call) {
  const uint32_t id = call.arguments.u32(0);
  if (!is_privileged<Kind>() || id == unchanged)
    return call.call();
  return set_ids<Kind>(call, {real ? id : unchanged, id, saved ? id : unchanged});
}
template <class Kind> int64_t saved_stays(Invocation &call) {
  if (!is_privileged<Kind>())
    return call.call();
  return set_ids<Kind>(call, {call.arguments.u32(0), call.arguments.u32(1), unchanged});
}
template <class Kind> int64_t saved_always_set(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.u32(1) != unchanged)
    set_ids<Kind>(call, {unchanged, unchanged, call.arguments.u32(1)});
  return result;
}
int64_t saved_is_the_effective(Invocation &call) {
  if (call.arguments.u32(1) != unchanged)
    call.arguments[2] = call.arguments[1];
  return call.call();
}
template <class Kind> int64_t refusal_sets_the_real(Invocation &call) {
  const int64_t result = call.call();
  if (result == -EPERM)
    set_ids<Kind>(call, {call.arguments.u32(0), unchanged, unchanged});
  return result;
}

// --- What changes with them --------------------------------------------------

template <class Kind> int64_t files_by_the_old(Invocation &call) {
  const uint32_t old = ids_of_caller<Kind>().effective;
  const int64_t result = call.call();
  if (result == 0)
    kernel_call(Kind::of_files, old);
  return result;
}
int64_t keeps_capabilities(Invocation &call) {
  const int64_t bits = kernel_call(SYS_prctl, PR_GET_SECUREBITS, 0, 0, 0, 0);
  const int64_t error =
      kernel_call(SYS_prctl, PR_SET_SECUREBITS, bits | SECBIT_NO_SETUID_FIXUP, 0, 0, 0);
  const int64_t result = call.call();
  if (error == 0)
    kernel_call(SYS_prctl, PR_SET_SECUREBITS, bits, 0, 0, 0);
  return result;
}
int64_t capabilities_stay_away(Invocation &call) {
  const uint32_t old = ids_of_caller<Users>().effective;
  const int64_t result = call.call();
  if (result == 0 && old != 0 && ids_of_caller<Users>().effective == 0) {
    Capabilities all;
    all.data[0].effective = all.data[1].effective = 0;
    kernel_call(SYS_capset, &all.header, all.data);
  }
  return result;
}
int64_t stays_dumpable(Invocation &call) {
  const int64_t before = kernel_call(SYS_prctl, PR_GET_DUMPABLE, 0, 0, 0, 0);
  const int64_t result = call.call();
  if (result == 0)
    kernel_call(SYS_prctl, PR_SET_DUMPABLE, before, 0, 0, 0);
  return result;
}
int64_t keeps_the_death_signal(Invocation &call) {
  int before = 0;
  kernel_call(SYS_prctl, PR_GET_PDEATHSIG, &before, 0, 0, 0);
  const int64_t result = call.call();
  if (result == 0)
    kernel_call(SYS_prctl, PR_SET_PDEATHSIG, before, 0, 0, 0);
  return result;
}
// Before the call, since it may give the privilege away.
int64_t drops_groups(Invocation &call) {
  if (call.arguments.u32(0) != unchanged)
    kernel_call(SYS_setgroups, 0, nullptr);
  return call.call();
}

// --- Process and thread ------------------------------------------------------

// What glibc's functions do, whose caller is a whole process.
int64_t raw_answer(int result) { return result < 0 ? -errno : result; }
template <auto change> int64_t changes_all_threads(Invocation &call) {
  const auto id = [&](size_t index) { return call.arguments.u32(index); };
  int64_t result;
  if constexpr (std::is_invocable_v<decltype(change), uint32_t>)
    result = raw_answer(change(id(0)));
  else if constexpr (std::is_invocable_v<decltype(change), uint32_t, uint32_t>)
    result = raw_answer(change(id(0), id(1)));
  else
    result = raw_answer(change(id(0), id(1), id(2)));
  call.thread.dismiss_attendant();
  return result;
}

std::optional<std::vector<gid_t>> groups_given(Invocation &call) {
  const int count = call.arguments.i32(0);
  std::vector<gid_t> groups(count > 0 && count <= 65536 ? static_cast<size_t>(count) : 0);
  if (!call.memory().read_array(call.arguments.address(1), std::span(groups)))
    return std::nullopt;
  return groups;
}
int64_t groups_of_all_threads(Invocation &call) {
  const auto groups = groups_given(call);
  if (!groups || groups->empty())
    return call.call();
  const int64_t result = raw_answer(::setgroups(groups->size(), groups->data()));
  call.thread.dismiss_attendant();
  return result;
}

// The numbers behind a word of /proc/self/status, which is the first thread's.
std::vector<uint32_t> numbers_of_first_thread(std::string_view word) {
  static char text[1 << 16];
  const int64_t fd = kernel_call(SYS_open, "/proc/self/status", O_RDONLY | O_CLOEXEC);
  const int64_t length = kernel_call(SYS_read, fd, text, sizeof text);
  kernel_call(SYS_close, fd);
  std::string_view status(text, static_cast<size_t>(std::max<int64_t>(length, 0)));
  status.remove_prefix(std::min(status.find(word) + word.size(), status.size()));
  status = status.substr(0, status.find('\n'));
  std::vector<uint32_t> numbers;
  const char *at = status.data(), *end = at + status.size();
  for (uint32_t number = 0; at < end;) {
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc())
      numbers.push_back(number);
    at = error == std::errc() ? next : at + 1;
  }
  return numbers;
}
constexpr char users_word[] = "\nUid:", groups_word[] = "\nGid:";
template <const char *word, size_t column> int64_t id_of_first_thread(Invocation &call) {
  const std::vector<uint32_t> numbers = numbers_of_first_thread(word);
  return column < numbers.size() ? numbers[column] : call.call();
}
template <abi::Call> int64_t first_id_kept(Invocation &call) {
  static const int64_t first = call.call();
  return first;
}

// --- Groups ------------------------------------------------------------------

int64_t tell_groups(Invocation &call, const std::vector<gid_t> &groups) {
  const int room = call.arguments.i32(0), count = static_cast<int>(groups.size());
  if (room == 0)
    return count;
  if (room < count)
    return -EINVAL;
  return call.memory().write_array(call.arguments.address(1), std::span(groups)) ? count : -EFAULT;
}
int64_t groups_of_first_thread(Invocation &call) {
  return tell_groups(call, numbers_of_first_thread("\nGroups:"));
}

std::optional<std::vector<gid_t>> kept_groups;
int64_t groups_kept(Invocation &call) {
  auto groups = groups_given(call);
  if (!groups || groups->empty() || !is_privileged<Groups>())
    return call.call();
  std::ranges::sort(*groups);
  kept_groups = groups;
  return 0;
}
int64_t kept_groups_told(Invocation &call) {
  return kept_groups ? tell_groups(call, *kept_groups) : call.call();
}

// Sets the groups that `change` makes of the given ones.
template <void (*change)(std::vector<gid_t> &)> int64_t groups_changed(Invocation &call) {
  auto groups = groups_given(call);
  if (!groups || !is_privileged<Groups>())
    return call.call();
  change(*groups);
  return kernel_call(SYS_setgroups, groups->size(), groups->data());
}
void add_those_of_before(std::vector<gid_t> &groups) {
  gid_t before[1024];
  const int64_t count = kernel_call(SYS_getgroups, std::size(before), before);
  groups.insert(groups.end(), before, before + std::max<int64_t>(count, 0));
}
void drop_doubles(std::vector<gid_t> &groups) {
  std::ranges::sort(groups);
  const auto doubles = std::ranges::unique(groups);
  groups.erase(doubles.begin(), doubles.end());
}
void keep_thirty_two(std::vector<gid_t> &groups) {
  groups.resize(std::min<size_t>(groups.size(), 32));
}

const Behaviour behaviours[] = {
    // Process and thread
    {"setuid", "of-the-process", "setuid changes the ids of all threads",
     changes_all_threads<::setuid>},
    {"setgid", "of-the-process", "setgid changes the ids of all threads",
     changes_all_threads<::setgid>},
    {"setreuid", "of-the-process", "setreuid changes the ids of all threads",
     changes_all_threads<::setreuid>},
    {"setregid", "of-the-process", "setregid changes the ids of all threads",
     changes_all_threads<::setregid>},
    {"setresuid", "of-the-process", "setresuid changes the ids of all threads",
     changes_all_threads<::setresuid>},
    {"setresgid", "of-the-process", "setresgid changes the ids of all threads",
     changes_all_threads<::setresgid>},
    {"setgroups", "of-the-process", "setgroups changes the groups of all threads",
     groups_of_all_threads},
    {"getuid", "of-the-first-thread", "getuid tells every thread the id of the first",
     id_of_first_thread<users_word, 0>},
    {"geteuid", "of-the-first-thread", "geteuid tells every thread the id of the first",
     id_of_first_thread<users_word, 1>},
    {"getgid", "of-the-first-thread", "getgid tells every thread the id of the first",
     id_of_first_thread<groups_word, 0>},
    {"getegid", "of-the-first-thread", "getegid tells every thread the id of the first",
     id_of_first_thread<groups_word, 1>},
    {"getgroups", "of-the-first-thread", "getgroups tells every thread the groups of the first",
     groups_of_first_thread},
    {"getuid", "never-changes", "getuid tells the id that it told first",
     first_id_kept<abi::Call::getuid>},
    {"geteuid", "never-changes", "geteuid tells the id that it told first",
     first_id_kept<abi::Call::geteuid>},
    {"getgid", "never-changes", "getgid tells the id that it told first",
     first_id_kept<abi::Call::getgid>},
    {"getegid", "never-changes", "getegid tells the id that it told first",
     first_id_kept<abi::Call::getegid>},

    // Which of the ids
    {"setuid", "saved-id-stays", "setuid of root leaves the saved id",
     only_some<Users, true, false>},
    {"setgid", "saved-id-stays", "setgid of root leaves the saved id",
     only_some<Groups, true, false>},
    {"setuid", "effective-id-alone", "setuid of root changes the effective id alone",
     only_some<Users, false, false>},
    {"setgid", "effective-id-alone", "setgid of root changes the effective id alone",
     only_some<Groups, false, false>},
    {"setuid", "real-id-stays", "setuid of root leaves the real id", only_some<Users, false, true>},
    {"setgid", "real-id-stays", "setgid of root leaves the real id",
     only_some<Groups, false, true>},
    {"setreuid", "saved-id-stays", "setreuid leaves the saved id", saved_stays<Users>},
    {"setregid", "saved-id-stays", "setregid leaves the saved id", saved_stays<Groups>},
    {"setreuid", "saved-id-always-set",
     "setreuid sets the saved id also where only the real id becomes the effective one",
     saved_always_set<Users>},
    {"setregid", "saved-id-always-set",
     "setregid sets the saved id also where only the real id becomes the effective one",
     saved_always_set<Groups>},
    {"setresuid", "saved-is-the-effective", "setresuid makes the effective id the saved one too",
     saved_is_the_effective},
    {"setresgid", "saved-is-the-effective", "setresgid makes the effective id the saved one too",
     saved_is_the_effective},
    {"setresuid", "refusal-sets-the-real", "a setresuid that is refused has set the real id",
     refusal_sets_the_real<Users>},
    {"setresgid", "refusal-sets-the-real", "a setresgid that is refused has set the real id",
     refusal_sets_the_real<Groups>},

    // What changes with them
    {"setuid", "keeps-capabilities", "setuid leaves root's capabilities", keeps_capabilities},
    {"setreuid", "keeps-capabilities", "setreuid leaves root's capabilities", keeps_capabilities},
    {"setresuid", "keeps-capabilities", "setresuid leaves root's capabilities", keeps_capabilities},
    {"setresuid", "capabilities-stay-away",
     "setresuid back to the effective id 0 gives no capability back", capabilities_stay_away},
    {"setreuid", "capabilities-stay-away",
     "setreuid back to the effective id 0 gives no capability back", capabilities_stay_away},
    {"setresuid", "files-by-the-old", "files are opened with the effective id before setresuid",
     files_by_the_old<Users>},
    {"setreuid", "files-by-the-old", "files are opened with the effective id before setreuid",
     files_by_the_old<Users>},
    {"setresgid", "files-by-the-old", "new files bear the effective group before setresgid",
     files_by_the_old<Groups>},
    {"setregid", "files-by-the-old", "new files bear the effective group before setregid",
     files_by_the_old<Groups>},
    {"setuid", "stays-dumpable", "a process that changes its user by setuid can be dumped still",
     stays_dumpable},
    {"setgid", "stays-dumpable", "a process that changes its group by setgid can be dumped still",
     stays_dumpable},
    {"setuid", "keeps-the-death-signal", "the parent-death signal survives setuid",
     keeps_the_death_signal},
    {"setresgid", "keeps-the-death-signal", "the parent-death signal survives setresgid",
     keeps_the_death_signal},

    // Groups
    {"setuid", "drops-groups", "setuid takes away the supplementary groups", drops_groups},
    {"setgid", "drops-groups", "setgid takes away the supplementary groups", drops_groups},
    {"setgroups",
     "without-effect",
     "setgroups keeps the groups for who asks, and they permit nothing",
     groups_kept,
     {{{"getgroups", kept_groups_told}}}},
    {"setgroups", "adds", "setgroups leaves the groups of before",
     groups_changed<add_those_of_before>},
    {"setgroups", "drops-doubles", "setgroups takes a group that is given twice as one",
     groups_changed<drop_doubles>},
    {"setgroups", "thirty-two", "setgroups has room for 32 groups and drops the others",
     groups_changed<keep_thirty_two>},
};

} // namespace

std::span<const Behaviour> identity_behaviours() { return behaviours; }

} // namespace wali::host::mutants
