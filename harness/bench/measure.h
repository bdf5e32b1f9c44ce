// For the programs of `wali-cts bench`: one operation, made again and again for
// a tenth of a second, on an engine and natively.
#pragma once

#include "wali/test.h"

namespace wali::bench {

inline int64_t now() {
  const timespec time = setup::now();
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

// Times of batches.
class Times {
public:
  static constexpr int most = 2000;

  bool full() const { return count == most; }
  // Keeps them in order, the shortest first.
  void add(int64_t time) {
    int place = count++;
    for (; place > 0 && times[place - 1] > time; --place)
      times[place] = times[place - 1];
    times[place] = time;
  }
  int64_t median() const { return times[count / 2]; }

private:
  int64_t times[most];
  int count = 0;
};

// Makes the operation in batches, which are long enough that looking at the clock
// costs nothing to speak of and short enough that few are interrupted by what else
// the machine does. Prints how many operations a batch has and how many
// nanoseconds the median batch took. An operation that fails ends the program.
template <class Operation> void measure(int batch, Operation operation) {
  constexpr int64_t enough = 100'000'000;
  static Times times;
  const int64_t first = now();
  for (int64_t begin = first, end; begin - first < enough && !times.full(); begin = end) {
    for (int i = 0; i < batch; ++i)
      if (Result result = operation(); !result.ok())
        blocked("operation", result);
    end = now();
    times.add(end - begin);
  }
  report("operations", batch);
  report("nanoseconds", times.median());
}

// A second thread of the program, which waits for its end: calls are made among
// threads while one exists.
class Company {
public:
  ~Company() { pipe_.write.reset(); }

private:
  static void wait(void *raw) {
    char byte;
    sys::read(static_cast<Pipe *>(raw)->read, &byte, 1);
  }

  Pipe pipe_ = setup::pipe();
  Thread thread_{wait, &pipe_};
};

// Opens a file and closes it.
inline Result open_and_close(int directory, const char *path) {
  Result opened = sys::openat(directory, path, O_RDONLY | O_CLOEXEC, 0);
  return opened.ok() ? sys::close(opened.fd()) : opened;
}

// Sends a byte with a descriptor to the same process and receives both, and closes what came.
class Parcel {
public:
  Result send_and_receive() {
    rights_ = {{20, 0, SOL_SOCKET, SCM_RIGHTS}, file_, 0};
    message_.msg_controllen = 20;
    Result result = sys::sendmsg(sockets_.first, &message_, 0);
    message_.msg_controllen = sizeof(rights_);
    if (result.ok())
      result = sys::recvmsg(sockets_.second, &message_, MSG_CMSG_CLOEXEC);
    return result.ok() ? sys::close(rights_.fd) : result;
  }

private:
  SocketPair sockets_ = setup::socketpair(SOCK_DGRAM);
  Fd file_ = setup::open("/dev/null", O_RDONLY);
  struct {
    cmsghdr header;
    int fd, padding;
  } rights_;
  char byte_ = 'x';
  iovec vector_ = {&byte_, 1};
  msghdr message_ = {nullptr, 0, &vector_, 1, 0, &rights_, 0, 0, 0};
};

} // namespace wali::bench
