// Status flags belong to the open file: a copy and a child set them for all, and
// they act at once.
// Covers: fcntl F_SETFL, O_APPEND, O_NONBLOCK, O_DIRECT, fork
// Covers: fork status flags
#include "wali/test.h"

void test() {
  setup::write_file("file", "start");
  Fd file = setup::open("file", O_WRONLY), other = setup::open("file", O_WRONLY);
  setup::in_child([&] { report("F_SETFL by a child", sys::fcntl(file, F_SETFL, O_APPEND)); });
  report("flags here", setup::status_flags(file));
  report("flags of another open", setup::status_flags(other));
  setup::write_all(file, "+end");
  report("contents", setup::read_file("file"));
  Pipe pipe = setup::pipe();
  Fd copy = setup::duplicate(pipe.read);
  report("F_SETFL of a copy", sys::fcntl(copy, F_SETFL, O_NONBLOCK));
  char byte;
  report("read of the empty pipe", sys::read(pipe.read, &byte, 1));
  report("flags of the other end", setup::status_flags(pipe.write));
  report("F_SETFL of the other end, which then writes packets", sys::fcntl(pipe.write, F_SETFL, O_DIRECT));
  report("its flags", setup::status_flags(pipe.write));
  setup::write_all(pipe.write, "one");
  setup::write_all(pipe.write, "more");
  char packets[16];
  report("read", sys::read(pipe.read, packets, sizeof(packets)));
}
