// Pipes, sockets and directories can be locked as their descriptors allow.
// Covers: fcntl F_SETLK, F_GETLK, EBADF, what is no file
// Covers: flock pipe, socket
#include "suite/file/locks.h"

void test() {
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  report("read lock of a pipe's reader", locks::lock(pipe.read, F_SETLK, locks::range(F_RDLCK, 0, 0)));
  report("write lock of a pipe's reader", locks::lock(pipe.read, F_SETLK, locks::range(F_WRLCK, 0, 0)));
  report("write lock of a socket", locks::lock(sockets.first, F_SETLK, locks::range(F_WRLCK, 0, 0)));
  report("read lock of a directory", locks::lock(directory, F_SETLK, locks::range(F_RDLCK, 0, 0)));
  report("write lock of a directory", locks::lock(directory, F_SETLK, locks::range(F_WRLCK, 0, 0)));
  report("flock of a pipe", sys::flock(pipe.read, LOCK_EX | LOCK_NB));
  report("flock of its other end", sys::flock(pipe.write, LOCK_EX | LOCK_NB));
  report("flock of a socket", sys::flock(sockets.first, LOCK_EX | LOCK_NB));
}
