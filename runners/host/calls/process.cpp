// Processes (prctl is in prctl.cpp).
#include <signal.h>

#include <span>
#include <string>
#include <vector>

#include "runners/host/calls/generic.h"
#include "runners/host/mutants/hooks.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

int64_t fork(Thread &thread, const Parameters<Call::fork> &) {
  return thread.process().fork(thread);
}

int64_t exit(Thread &thread, const Parameters<Call::exit> &arguments) {
  thread.process().exit_thread(thread, arguments.status);
  return 0;
}

int64_t exit_group(Thread &thread, const Parameters<Call::exit_group> &arguments) {
  thread.process().exit_group(arguments.status);
}

// A vector of strings for execve, and the vector that the kernel gets for it. The kernel
// reads the strings itself. The vector is read here, so if an entry cannot be read, the
// kernel gets a pointer that faults in its place.
class StringVector {
public:
  StringVector(const Memory &memory, GuestAddress address) {
    if (address == 0)
      return;
    for (uint64_t at = address; strings.size() < max_strings; at += sizeof(uint32_t)) {
      uint32_t string;
      if (at + sizeof string > max_memory_bytes ||
          !memory.read(static_cast<GuestAddress>(at), string)) {
        strings.push_back(memory.faulting());
        return;
      }
      strings.push_back(memory.for_kernel(string));
      if (string == 0)
        return;
    }
  }

  // Adds strings of the host's own. They must live on.
  void add(std::span<const std::string> more) {
    if (strings.empty() && !more.empty())
      strings.emplace_back(); // the NULL at the end
    for (const std::string &text : more)
      strings.insert(strings.end() - 1, KernelPointer::to_own(text.c_str()));
  }

  const KernelPointer *for_kernel() const { return strings.empty() ? nullptr : strings.data(); }

private:
  // More than the kernel accepts: it returns -E2BIG.
  static constexpr size_t max_strings = 1 << 20;

  std::vector<KernelPointer> strings; // empty for NULL
};

// The new program inherits the guest's mask and ignored signals.
int64_t execve(Thread &thread, const Parameters<Call::execve> &arguments) {
  const Memory &memory = thread.memory();
  const StringVector argv(memory, arguments.argv);
  StringVector envp(memory, arguments.envp);
  envp.add(thread.process().variables());
  const ExposedReserved exposed(thread);
  run_hooks(Moment::execve, thread);
  return thread.syscall(SYS_execve, memory.for_kernel(arguments.pathname), argv.for_kernel(),
                        envp.for_kernel());
}

} // namespace

CallTable process_calls() {
  static constexpr CallEntry entries[] = {
      entry<fork>,
      entry<execve>,
      entry<exit>,
      entry<exit_group>,
      {Call::wait4, generic<Call::wait4>},
      {Call::getpid, generic<Call::getpid>},
      {Call::getppid, generic<Call::getppid>},
      {Call::setpgid, generic<Call::setpgid>},
      {Call::getpgid, generic<Call::getpgid>},
      {Call::setsid, generic<Call::setsid>},
      {Call::getsid, generic<Call::getsid>},
      {Call::getrusage, generic<Call::getrusage>},
  };
  return entries;
}

} // namespace wali::host
