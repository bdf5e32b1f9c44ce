// The calls on open files: reading, writing, duplicating, pipes, locks.
// fcntl and ioctl have files of their own.
#include "runners/host/calls/generic.h"
#include "runners/host/memory/layouts.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

// readv and writev.
template <Call call> int64_t transfer_vectors(Thread &thread, const Parameters<call> &arguments) {
  IovecArray vectors(thread.memory(), arguments.iov, arguments.iovcnt);
  if (!vectors.is_readable())
    return thread.syscall(arguments.number, arguments.fd, thread.memory().faulting(),
                          arguments.iovcnt);
  return thread.syscall(arguments.number, arguments.fd, vectors.data(), arguments.iovcnt);
}

int64_t close(Thread &thread, const Parameters<Call::close> &arguments) {
  if (thread.process().has_own_environment_file()) [[unlikely]]
    thread.process().forget_environment_file(arguments.fd);
  return thread.syscall(arguments.number, arguments.fd);
}

constexpr CallEntry entries[] = {
    {Call::read, generic<Call::read>},
    {Call::write, generic<Call::write>},
    entry<close>,
    {Call::lseek, generic<Call::lseek>},
    {Call::pread64, generic<Call::pread64>},
    {Call::pwrite64, generic<Call::pwrite64>},
    entry<transfer_vectors<Call::readv>>,
    entry<transfer_vectors<Call::writev>>,
    {Call::pipe, generic<Call::pipe>},
    {Call::dup, generic<Call::dup>},
    {Call::dup2, generic<Call::dup2>},
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
