// Makes sequences of calls that its standard input says, each in a child and a
// directory of its own, and prints every result: `wali-cts fuzz` runs it natively
// and on an engine, and compares.
//
// A sequence is a byte, how many operations it has, and eight bytes for each: which
// one (operations, below), and its operands. Nothing here may block, and nothing
// may depend on what differs between two runs: ids, times, addresses.
#include "harness/fuzz/operations.h"

namespace {

using namespace wali::fuzz;

constexpr size_t operation_size = 8;
uint8_t input[1 << 20];

// What every sequence finds: a file (3), a pipe (4, 5), datagram sockets (6, 7),
// stream sockets (8, 9), an epoll instance (10), a socket that listens at "s" (11), a
// directory, a symbolic link and another file.
void prepare() {
  for (size_t i = 0; i < sizeof(scratch); ++i)
    scratch[i] = static_cast<uint8_t>(i * 7 + i / 256);
  setup::write_file("b", Text(scratch, 3000));
  setup::mkdir("d");
  setup::symlink("a", "l");
  setup::open("a", O_RDWR | O_CREAT).release();
  Pipe pipe = setup::pipe(O_NONBLOCK);
  pipe.read.release(), pipe.write.release();
  for (int type : {SOCK_DGRAM, SOCK_STREAM}) {
    SocketPair sockets = setup::socketpair(type | SOCK_NONBLOCK);
    sockets.first.release(), sockets.second.release();
  }
  setup::require_fd("epoll_create1", sys::epoll_create1(0));
  const int listener = setup::require_fd("socket", sys::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0));
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  address.sun_path[0] = 's';
  setup::require_zero("bind", sys::bind(listener, &address, 4));
  setup::require_zero("listen", sys::listen(listener, 3));
}

void run(const uint8_t *sequence, size_t count) {
  for (size_t i = 0; i < count; ++i, sequence += operation_size) {
    Operands operands(sequence + 1);
    operations[sequence[0] % (sizeof(operations) / sizeof(operations[0]))](operands);
    report_handlers();
  }
}

size_t read_input() {
  size_t size = 0;
  for (int64_t got = 1; got > 0 && size < sizeof(input); size += static_cast<size_t>(got))
    got = setup::require_count("read", sys::read(0, input + size, sizeof(input) - size), sizeof(input) - size);
  return size;
}

} // namespace

void test() {
  const size_t size = read_input();
  int number = 0;
  for (size_t at = 0; at < size; ++number) {
    const size_t count = input[at], end = at + 1 + count * operation_size;
    if (end > size)
      blocked("input", {-22});
    Line directory = label("sequence-", number);
    setup::mkdir(directory.c_str());
    report("sequence", number);
    Child child = setup::fork([&] {
      setup::chdir(directory.c_str());
      prepare();
      run(input + at + 1, count);
    });
    report("ended", child.wait());
    at = end;
  }
}
