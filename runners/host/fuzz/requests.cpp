// Any request, command or option of ioctl, fcntl and the socket options, with any
// structure as its argument, on descriptors where none does harm.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runners/host/fuzz/input.h"

namespace wali::host {

namespace {

struct Descriptors {
  int each[4];
  int next;

  Descriptors() {
    fuzz::isolate();
    int ends[2];
    MUST(pipe2(ends, O_NONBLOCK) == 0);
    const int datagrams = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0),
              stream = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const int found[] = {ends[0], ends[1], datagrams, stream};
    memcpy(each, found, sizeof each);
    next = dup(0);
    close(next);
  }
};

// Commands that take a lock of a file or a lease wait for nobody here; those that
// name somebody to send signals to are left out.
bool sends_signals(int command) { return command == F_SETOWN || command == 15 /* F_SETOWN_EX */; }
// FIOSETOWN, SIOCSPGRP
bool asks_for_signals(uint32_t request) { return request == 0x8901 || request == 0x8902; }

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const Descriptors descriptors;
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const int fd = descriptors.each[input.number<uint8_t>() % std::size(descriptors.each)];
  const auto request = input.number<uint32_t>();
  const auto level = input.number<int32_t>(), option = input.number<int32_t>();
  const auto length = input.number<uint32_t>();
  const GuestAddress argument = guest.address(), length_at = guest.address();
  guest.put_rest();
  if (!asks_for_signals(request))
    guest.call(abi::Call::ioctl, fd, request, argument);
  if (!sends_signals(static_cast<int32_t>(request)))
    guest.call(abi::Call::fcntl, fd, static_cast<int32_t>(request), argument);
  guest.call(abi::Call::setsockopt, fd, level, option, argument, length);
  guest.call(abi::Call::getsockopt, fd, level, option, argument, length_at);
  fuzz::close_from(descriptors.next);
  return 0;
}

} // namespace wali::host
