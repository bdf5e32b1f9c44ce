// The calls on open files: reading, writing, duplicating, pipes, locks.
// fcntl and ioctl have files of their own.
#include <sys/syscall.h>

#include "runners/host/calls/generic.h"
#include "runners/host/calls/handlers.h"
#include "runners/host/memory/layouts.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

// readv and writev.
template <long number> int64_t transfer_vectors(Thread &thread, const Arguments &arguments) {
  IovecArray vectors(thread.memory(), arguments.address(1), arguments.i32(2));
  if (!vectors.is_readable())
    return thread.syscall(number, arguments[0], thread.memory().faulting(), arguments[2]);
  return thread.syscall(number, arguments[0], vectors.data(), arguments[2]);
}

int64_t close(Thread &thread, const Arguments &arguments) {
  if (thread.process().has_own_environment_file()) [[unlikely]]
    thread.process().forget_environment_file(arguments.i32(0));
  return generic<Call::close>(thread, arguments);
}

constexpr CallEntry entries[] = {
    {Call::read, generic<Call::read>},
    {Call::write, generic<Call::write>},
    {Call::close, close},
    {Call::lseek, generic<Call::lseek>},
    {Call::ioctl, ioctl},
    {Call::pread64, generic<Call::pread64>},
    {Call::pwrite64, generic<Call::pwrite64>},
    {Call::readv, transfer_vectors<SYS_readv>},
    {Call::writev, transfer_vectors<SYS_writev>},
    {Call::pipe, generic<Call::pipe>},
    {Call::dup, generic<Call::dup>},
    {Call::dup2, generic<Call::dup2>},
    {Call::fcntl, fcntl},
    {Call::flock, generic<Call::flock>},
    {Call::fsync, generic<Call::fsync>},
    {Call::fdatasync, generic<Call::fdatasync>},
    {Call::ftruncate, generic<Call::ftruncate>},
    {Call::fadvise, generic<Call::fadvise>},
    {Call::dup3, generic<Call::dup3>},
    {Call::pipe2, generic<Call::pipe2>},
};

} // namespace

CallTable file_calls() { return entries; }

} // namespace wali::host
