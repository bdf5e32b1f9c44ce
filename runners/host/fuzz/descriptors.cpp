// Two threads of a guest open, send, receive, copy, close and read at guessed numbers,
// in the order that the input says. None gets at a canary in the host's memory.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "runners/host/fuzz/input.h"

namespace wali::host {

namespace {

constexpr uint64_t pattern = 0x77616c692d637473;
volatile uint64_t canary = pattern;

// A guest's structures in the part of memory that belongs to one thread.
struct Record {
  char path[64];
  uint32_t vector[2];
  uint32_t header[9];
  uint32_t control[6];
  uint64_t bytes;
};

class Player {
public:
  Player(FakeGuest &guest, Thread &thread, GuestAddress at, const int (&pair)[2], int first)
      : guest(guest), thread(thread), at(at), pair(pair), first(first) {}

  void play(std::span<const uint8_t> moves) {
    for (size_t index = 0; index + 1 < moves.size(); index += 2)
      move(moves[index], moves[index + 1]);
  }

private:
  static constexpr int numbers = 4; // guessed from `first` on

  void move(uint8_t what, uint8_t how) {
    const int fd = first + how % numbers;
    switch (what % 7) {
    case 0:
    case 1:
      open(how);
      break;
    case 2:
      prepare_message(fd);
      call(abi::Call::sendmsg, pair[0], at + offsetof(Record, header), MSG_DONTWAIT | MSG_NOSIGNAL);
      break;
    case 3:
      prepare_message(-1);
      call(abi::Call::recvmsg, pair[1], at + offsetof(Record, header),
           MSG_DONTWAIT | (how & 0x80 ? MSG_PEEK : 0));
      break;
    case 4:
      call(abi::Call::dup, fd);
      break;
    case 5:
      call(abi::Call::close, fd);
      break;
    default:
      read(fd);
    }
  }

  void open(uint8_t how) {
    constexpr const char *paths[] = {"/proc/self/mem", "/proc/thread-self/mem", "/dev/null",
                                     "/proc/self/task/../mem"};
    constexpr int flags[] = {O_RDWR, O_RDWR | O_NOFOLLOW, O_RDWR | O_CREAT, O_RDWR | O_CLOEXEC};
    const char *path = paths[how % 4];
    MUST(guest.memory().write_bytes(at, path, strlen(path) + 1));
    call(abi::Call::open, at, flags[how / 4 % 4], 0600);
  }

  void prepare_message(int fd) {
    Record record{};
    record.vector[0] = at + offsetof(Record, bytes);
    record.vector[1] = 1;
    record.header[2] = at + offsetof(Record, vector);
    record.header[3] = 1;
    record.header[5] = at + offsetof(Record, control);
    record.header[6] = 20;
    record.control[0] = 20;
    record.control[2] = SOL_SOCKET;
    record.control[3] = SCM_RIGHTS;
    record.control[4] = static_cast<uint32_t>(fd);
    MUST(guest.memory().write(at, record));
  }

  // Through a memory file, the canary's bytes would come, and others would stay there.
  void read(int fd) {
    const auto address = static_cast<int64_t>(reinterpret_cast<uintptr_t>(&canary));
    const GuestAddress bytes = at + offsetof(Record, bytes);
    MUST(guest.memory().write(bytes, uint64_t{0}));
    call(abi::Call::pread64, fd, bytes, sizeof pattern, address);
    uint64_t got = 0;
    MUST(guest.memory().read(bytes, got) && got != pattern);
    MUST(guest.memory().write(bytes, uint64_t{0}));
    call(abi::Call::pwrite64, fd, bytes, sizeof pattern, address);
    MUST(canary == pattern);
  }

  template <class... Values> void call(abi::Call call, Values... values) {
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    find_handler(call)(thread, arguments);
  }

  FakeGuest &guest;
  Thread &thread;
  GuestAddress at;
  const int (&pair)[2];
  int first;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static FakeGuest &guest = FakeGuest::instance();
  static const bool has_lane = guest.thread().process().expect_threads() == 0;
  MUST(has_lane);
  int pair[2];
  MUST(socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) == 0);
  const int first = dup(0);
  close(first);
  constexpr GuestAddress mine = 0x1000, others = 0x3000;
  const std::span<const uint8_t> moves(data, size);
  std::thread other([&] {
    Thread thread(guest.thread().process());
    Player(guest, thread, others, pair, first).play(moves.subspan(size / 2));
  });
  Player(guest, guest.thread(), mine, pair, first).play(moves.first(size / 2));
  other.join();
  close(pair[0]);
  close(pair[1]);
  // The lane's ends, which lie far above, stay.
  close_range(static_cast<unsigned>(first), static_cast<unsigned>(first) + 300, 0);
  return 0;
}

} // namespace wali::host
