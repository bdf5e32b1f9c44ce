#include "runners/host/trace/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>

#include <new>
#include <system_error>

#include "runners/host/containment/hidden.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host::trace {
namespace {

constexpr std::string_view unfinished = " <unfinished ...>\n";

int own_id() { return static_cast<int>(raw_syscall(SYS_gettid)); }

} // namespace

int64_t now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

struct Output::Shared {
  std::atomic<uint32_t> taken = 0;
  std::atomic<int> begun_by = 0; // the thread whose line has begun and not ended
  std::atomic<bool> has_others = false;
};

// What one write puts out: a line comes whole, between those of others.
class Output::Pieces {
public:
  void add(std::string_view text) {
    pieces[count++] = {const_cast<char *>(text.data()), text.size()};
  }
  // `[tid] `, and the time.
  void add_leader(std::optional<int64_t> elapsed) {
    int size = snprintf(leader, sizeof leader, "[%d] ", own_id());
    if (elapsed)
      size += snprintf(leader + size, sizeof leader - static_cast<size_t>(size), "%ld.%06ld ",
                       static_cast<long>(*elapsed / 1'000'000'000),
                       static_cast<long>(*elapsed % 1'000'000'000 / 1000));
    add({leader, static_cast<size_t>(size)});
  }
  const iovec *data() const { return pieces; }
  size_t size() const { return count; }

private:
  iovec pieces[7];
  size_t count = 0;
  char leader[64];
};

Output::Output(int given, std::optional<int64_t> origin) : origin(origin) {
  const int64_t copy = raw_syscall(SYS_fcntl, static_cast<uint64_t>(given), F_DUPFD_CLOEXEC, 0);
  const int64_t moved = copy < 0 ? copy : move_out_of_the_way(static_cast<int>(copy));
  if (moved < 0)
    throw std::system_error(static_cast<int>(-moved), std::generic_category());
  fd = static_cast<int>(moved);
  void *at =
      mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED)
    throw std::system_error(errno, std::generic_category());
  shared = new (at) Shared;
}

// Whoever has taken it may have been killed, or be the code that this signal handler
// has interrupted. So nobody waits long: a line in the wrong place is no harm.
void Output::take() {
  constexpr int patience = 1000;
  constexpr timespec moment{0, 100'000};
  for (int tries = 0; tries < patience && shared->taken.exchange(1) != 0; ++tries)
    raw_syscall(SYS_nanosleep, raw_pointer(&moment));
}

void Output::release() { shared->taken = 0; }

void Output::start_line(Pieces &pieces) {
  if (shared->begun_by.exchange(0) != 0)
    pieces.add(unfinished);
  pieces.add_leader(origin ? std::optional(now() - *origin) : std::nullopt);
}

void Output::write(const Pieces &pieces) const {
  raw_syscall(SYS_writev, static_cast<uint64_t>(fd), raw_pointer(pieces.data()), pieces.size());
}

void Output::line(std::string_view text) {
  Pieces pieces;
  take();
  start_line(pieces);
  pieces.add(text);
  pieces.add("\n");
  write(pieces);
  release();
}

void Output::begin(std::string_view begun) {
  Pieces pieces;
  take();
  start_line(pieces);
  pieces.add(begun);
  if (shared->has_others)
    pieces.add(unfinished);
  else
    shared->begun_by = own_id();
  write(pieces);
  release();
}

void Output::end(std::string_view name, std::string_view rest) {
  Pieces pieces;
  take();
  if (shared->begun_by == own_id()) {
    shared->begun_by = 0;
  } else {
    start_line(pieces);
    pieces.add("<... ");
    pieces.add(name);
    pieces.add(" resumed>");
  }
  pieces.add(rest);
  pieces.add("\n");
  write(pieces);
  release();
}

void Output::end_begun_line() {
  Pieces pieces;
  take();
  if (shared->begun_by.exchange(0) != 0) {
    pieces.add(unfinished);
    write(pieces);
  }
  release();
}

void Output::share_with_others() { shared->has_others = true; }

bool Output::arrives_from(int other) const {
  struct stat own, others;
  return fstat(fd, &own) == 0 && fstat(other, &others) == 0 && own.st_dev == others.st_dev &&
         own.st_ino == others.st_ino && own.st_rdev == others.st_rdev;
}

} // namespace wali::host::trace
