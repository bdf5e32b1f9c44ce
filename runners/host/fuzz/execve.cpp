// execve with any vectors, of a file that Linux cannot run: it reads the vectors
// and then refuses.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "runners/host/fuzz/input.h"

namespace wali::host {

namespace {

// A file that can be executed by its mode and not by its contents.
std::string make_file() {
  const int fd = memfd_create("no-program", 0);
  MUST(fd >= 0 && write(fd, "no", 2) == 2 && fchmod(fd, 0755) == 0);
  return "/proc/self/fd/" + std::to_string(fd);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const std::string path = make_file();
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const GuestAddress arguments = guest.address(), environment = guest.address();
  guest.put_rest();
  constexpr GuestAddress path_at = 0x400;
  MUST(guest.memory().write_bytes(path_at, path.c_str(), path.size() + 1));
  MUST(guest.call(abi::Call::execve, path_at, arguments, environment) < 0);
  return 0;
}

} // namespace wali::host
