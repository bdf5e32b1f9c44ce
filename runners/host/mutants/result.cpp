// Operators on the result of a call.
#include <errno.h>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

bool is_error(int64_t result) { return result < 0 && result >= -4095; }

// brk's answer is 0 (ABI.md, Memory), those of __init and __deinit too.
bool zero_is_wrong(const abi::Syscall &call) {
  return call.name == "sched_yield" || call.name == "__cl_get_argc" || !can_return(call) ||
         has_varying_result(call);
}

// rt_sigreturn may answer what it likes (ABI.md, Signals).
bool enosys_is_wrong(const abi::Syscall &call) {
  return call.name != "rt_sigreturn" &&
         (!is_start_call(call) || call.name == "__wasm_thread_spawn");
}

bool has_errors(const abi::Syscall &call) {
  return can_fail(call) && !is_start_call(call) && call.name != "rt_sigreturn";
}

bool plus_one_is_wrong(const abi::Syscall &call) {
  return can_succeed(call) &&
         (has_varying_result(call) || call.name == "sched_yield" || call.name == "__cl_get_argc");
}

bool can_be_taken_for_success(const abi::Syscall &call) {
  return can_fail(call) && call.name != "rt_sigreturn";
}

int64_t return_zero(Invocation &) { return 0; }

int64_t enosys(Invocation &) { return -ENOSYS; }

int64_t plus_one(Invocation &broken) {
  const int64_t result = broken.call();
  return result >= 0 ? result + 1 : result;
}

int64_t any_error_eio(Invocation &broken) {
  const int64_t result = broken.call();
  return is_error(result) ? -EIO : result;
}

int64_t any_error_minus_one(Invocation &broken) {
  const int64_t result = broken.call();
  return is_error(result) ? -1 : result;
}

int64_t sign_flipped(Invocation &broken) {
  const int64_t result = broken.call();
  return is_error(result) ? -result : result;
}

int64_t zero_extended(Invocation &broken) { return static_cast<uint32_t>(broken.call()); }

int64_t failure_as_zero(Invocation &broken) {
  const int64_t result = broken.call();
  return result < 0 ? 0 : result;
}

int64_t stale_result(Invocation &broken) {
  const int64_t result = broken.call();
  const int64_t before = broken.history.result.exchange(result);
  return broken.history.has_result.exchange(true) ? before : result;
}

constexpr Operator operators[] = {
    {"return-zero", calls<zero_is_wrong>, "{call} returns 0 without acting", return_zero},
    {"enosys", calls<enosys_is_wrong>, "{call} returns -ENOSYS without acting", enosys},
    {"result-plus-one", calls<plus_one_is_wrong>, "{call} returns one more than it should",
     plus_one},
    {"any-error-eio", calls<has_errors>, "{call} returns -EIO for any error", any_error_eio},
    {"any-error-minus-one", calls<has_errors>, "{call} returns -1 for any error",
     any_error_minus_one},
    {"errno-sign-flipped", calls<has_errors>, "{call} returns errno instead of -errno",
     sign_flipped},
    {"result-zero-extended", calls<has_errors>,
     "{call}'s result is cut to 32 bits and zero-extended", zero_extended},
    {"failure-as-zero", calls<can_be_taken_for_success>, "{call} returns 0 for any error",
     failure_as_zero},
    {"stale-result", calls<has_varying_result>,
     "{call} returns what the call of it before returned", stale_result},
};

} // namespace

std::span<const Operator> result_operators() { return operators; }

} // namespace wali::host::mutants
