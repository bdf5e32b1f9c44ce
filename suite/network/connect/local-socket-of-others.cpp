// A process that connects or sends to a local socket needs permission to write to the
// socket's file and to search the directories on the way. A process that binds one needs
// permission to write to the directory.
// Covers: connect EACCES
// Covers: bind EACCES
// Covers: sendto EACCES
// Covers: sendmsg EACCES
// REQUIRES: user
#include "wali/test.h"

namespace {

sockaddr_un address_of(Text path) {
  sockaddr_un address = {AF_UNIX, {}};
  __builtin_memcpy(address.sun_path, path.data, path.size);
  return address;
}
Fd local_socket(int type) { return setup::socket(AF_UNIX, type); }

Fd bound_socket(int type, Text path) {
  Fd socket = local_socket(type);
  const sockaddr_un address = address_of(path);
  setup::bind(socket, address);
  return socket;
}

void report_each(const char *when) {
  auto name = [&](const char *call) { return label(when, ": ", call); };
  char byte = 'x';
  sockaddr_un stream = address_of("directory/stream"), datagrams = address_of("directory/datagrams");
  Message message(&byte, 1);
  message.with_name(datagrams);
  Fd sender = local_socket(SOCK_DGRAM);
  report(name("connect"), sys::connect(local_socket(SOCK_STREAM), &stream, sizeof(stream)));
  report(name("sendto"), sys::sendto(sender, &byte, 1, 0, &datagrams, sizeof(datagrams)));
  report(name("sendmsg"), sys::sendmsg(sender, message, 0));
}

Result make_another() {
  const sockaddr_un another = address_of("directory/another");
  return sys::bind(local_socket(SOCK_STREAM), &another, sizeof(another));
}

} // namespace

void test() {
  setup::mkdir("directory");
  Fd listener = bound_socket(SOCK_STREAM, "directory/stream");
  Fd receiver = bound_socket(SOCK_DGRAM, "directory/datagrams");
  setup::listen(listener, 8);
  for (const char *path : {"directory/stream", "directory/datagrams"})
    setup::chmod(path, 0577);
  report_each("files not to be written");
  for (const char *path : {"directory/stream", "directory/datagrams"})
    setup::chmod(path, 0200);
  report_each("files to be written");
  setup::chmod("directory", 0677);
  report_each("directory not to be searched");
  report("directory not to be searched: bind", make_another());
  setup::chmod("directory", 0500);
  report("directory not to be written: bind", make_another());
  setup::chmod("directory", 0700);
  report("directory to be written: bind", make_another());
}
