// futex: what its fourth and fifth arguments are depends on the operation
// (futex(2)).
#include <linux/futex.h>
#include <sys/syscall.h>

#include "runners/host/calls/variants.h"
#include "runners/host/linking/parameters.h"

#ifndef FUTEX_LOCK_PI2
#define FUTEX_LOCK_PI2 13
#endif

namespace wali::host {

bool futex_has_timeout(int32_t operation) {
  switch (operation & FUTEX_CMD_MASK) {
  case FUTEX_WAIT:
  case FUTEX_WAIT_BITSET:
  case FUTEX_WAIT_REQUEUE_PI:
  case FUTEX_LOCK_PI:
  case FUTEX_LOCK_PI2:
    return true;
  default:
    return false;
  }
}

bool futex_has_second_word(int32_t operation) {
  switch (operation & FUTEX_CMD_MASK) {
  case FUTEX_REQUEUE:
  case FUTEX_CMP_REQUEUE:
  case FUTEX_CMP_REQUEUE_PI:
  case FUTEX_WAKE_OP:
  case FUTEX_WAIT_REQUEUE_PI:
    return true;
  default:
    return false;
  }
}

namespace {

using abi::Call;

// For FUTEX_WAKE on a private futex, Linux does not read the word: the address is the key.
// For a shared futex it reads the word, so an address outside memory gives -EFAULT there,
// in Linux's own order of errors.
int32_t checked_operation(const Memory &memory, const Parameters<Call::futex> &arguments) {
  int32_t operation = arguments.futex_op;
  auto is_outside = [&](GuestAddress word) { return !memory.contains(word, sizeof(int32_t)); };
  bool outside = is_outside(arguments.uaddr) ||
                 (futex_has_second_word(operation) && is_outside(arguments.uaddr2));
  return outside ? operation & ~FUTEX_PRIVATE_FLAG : operation;
}

int64_t futex(Thread &thread, const Parameters<Call::futex> &arguments) {
  const Memory &memory = thread.memory();
  int32_t operation = checked_operation(memory, arguments);
  KernelPointer word = memory.for_kernel(arguments.uaddr);
  KernelPointer second;
  if (futex_has_second_word(operation))
    second = memory.for_kernel(arguments.uaddr2);
  if (futex_has_timeout(operation))
    return thread.syscall(SYS_futex, word, operation, arguments.val,
                          memory.for_kernel(arguments.timeout), second, arguments.val3);
  return thread.syscall(SYS_futex, word, operation, arguments.val, arguments.timeout, second,
                        arguments.val3);
}

constexpr CallEntry entries[] = {entry<futex>};

} // namespace

CallTable futex_calls() { return entries; }

} // namespace wali::host
