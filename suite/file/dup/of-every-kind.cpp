// A copy of a socket, an eventfd or a directory stands for the same thing as the descriptor that
// it was made from.
// Covers: dup socket, eventfd, directory
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair();
  Fd socket = setup::duplicate(sockets.first);
  sockets.first.reset();
  setup::write_all(socket, "by the copy");
  char buffer[16];
  report("read at the other end", sys::read(sockets.second, buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 11));
  Fd counter = setup::eventfd(3), same = setup::duplicate(counter);
  const uint64_t four = 4;
  setup::require_value("write", sys::write(same, &four, 8), 8);
  uint64_t count = 0;
  report("read of the eventfd", sys::read(counter, &count, 8));
  report("count", count);
  setup::mkdir("directory");
  setup::write_file("directory/file", "found");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY), copy = setup::duplicate(directory);
  directory.reset();
  Fd file(setup::require_fd("openat", sys::openat(copy, "file", O_RDONLY, 0)));
  report("file in the directory", setup::read_all(file));
}
