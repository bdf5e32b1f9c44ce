#include "runners/host/mutants/behaviours/tools.h"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <sys/socket.h>

#include <charconv>
#include <string>

namespace wali::host::mutants {

bool is_anonymous(int64_t fd, std::string_view kind) {
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  char target[64];
  const int64_t length = kernel_call(SYS_readlink, link.c_str(), target, sizeof target);
  return length > 0 &&
         std::string_view(target, static_cast<size_t>(length)) == "anon_inode:" + std::string(kind);
}

void reopen(int64_t fd) {
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  const int64_t flags = flags_of_file(fd) & ~(O_CREAT | O_NOFOLLOW | O_TMPFILE | O_DIRECTORY);
  const int64_t own = kernel_call(SYS_open, link.c_str(), flags | O_NONBLOCK);
  if (own < 0)
    return;
  kernel_call(SYS_fcntl, own, F_SETFL, flags);
  kernel_call(SYS_lseek, own, kernel_call(SYS_lseek, fd, 0, SEEK_CUR), SEEK_SET);
  replace(fd, own);
}

void replace(int64_t fd, int64_t other) {
  const bool goes = kernel_call(SYS_fcntl, fd, F_GETFD) == FD_CLOEXEC;
  kernel_call(SYS_dup3, other, fd, goes ? O_CLOEXEC : 0);
  kernel_call(SYS_close, other);
}

int socket_says(int64_t fd, int option) {
  int value = -1;
  socklen_t size = sizeof value;
  return kernel_call(SYS_getsockopt, fd, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

bool is_socket_of(int64_t fd, int domain, int type) {
  return (domain == 0 ? socket_says(fd, SO_DOMAIN) > 0 : socket_says(fd, SO_DOMAIN) == domain) &&
         (type == 0 || socket_says(fd, SO_TYPE) == type);
}

bool is_listener(int64_t fd) { return socket_says(fd, SO_ACCEPTCONN) == 1; }

bool is_tcp(int64_t fd) {
  return (is_socket_of(fd, AF_INET, SOCK_STREAM) || is_socket_of(fd, AF_INET6, SOCK_STREAM)) &&
         !is_listener(fd);
}

bool is_udp(int64_t fd) {
  return is_socket_of(fd, AF_INET, SOCK_DGRAM) || is_socket_of(fd, AF_INET6, SOCK_DGRAM);
}

bool is_terminal(int64_t fd) {
  struct termios settings;
  return kernel_call(SYS_ioctl, fd, TCGETS, &settings) == 0;
}

} // namespace wali::host::mutants
