// futex: what its fourth and fifth arguments are depends on the operation
// (futex(2)).
#include <linux/futex.h>
#include <sys/syscall.h>

#include "runners/host/calls/handlers.h"
#include "runners/host/linking/registry.h"

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

// Linux does not look at the word of a private futex that it only has to find
// (FUTEX_WAKE): its address is its key. For a shared one it looks, so an address
// outside of memory gets its -EFAULT there, in Linux's own order of errors.
int32_t checked_operation(const Memory &memory, const Arguments &arguments) {
  int32_t operation = arguments.i32(1);
  auto is_outside = [&](size_t index) {
    return !memory.contains(arguments.address(index), sizeof(int32_t));
  };
  bool outside = is_outside(0) || (futex_has_second_word(operation) && is_outside(4));
  return outside ? operation & ~FUTEX_PRIVATE_FLAG : operation;
}

int64_t futex(Thread &thread, const Arguments &arguments) {
  const Memory &memory = thread.memory();
  int32_t operation = checked_operation(memory, arguments);
  KernelPointer word = memory.for_kernel(arguments.address(0));
  KernelPointer second;
  if (futex_has_second_word(operation))
    second = memory.for_kernel(arguments.address(4));
  if (futex_has_timeout(operation))
    return thread.syscall(SYS_futex, word, operation, arguments[2],
                          memory.for_kernel(arguments.address(3)), second, arguments[5]);
  return thread.syscall(SYS_futex, word, operation, arguments[2], arguments.u32(3), second,
                        arguments[5]);
}

constexpr CallEntry entries[] = {{abi::Call::futex, futex}};

} // namespace

CallTable futex_calls() { return entries; }

} // namespace wali::host
