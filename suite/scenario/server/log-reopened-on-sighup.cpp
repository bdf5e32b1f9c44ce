// Processes append lines to a log that is renamed meanwhile, and open its name anew on SIGHUP: until then their lines
// follow in the old file, afterwards in the new one. The signal disturbs no wait, and no line is lost or torn.
// Covers: server O_APPEND, rename, SIGHUP, SA_RESTART
#include "suite/scenario/semaphore.h"

namespace {

constexpr int writers = 3;
constexpr uint8_t many = 50;

volatile bool reopen;

Fd open_log() { return setup::open("log", O_WRONLY | O_CREAT | O_APPEND); }

// Writes as many lines as each request says, until one says 0. Gives how many waits a signal ended.
int write_lines(Text line, int requests, Semaphore<0> &done) {
  Fd log = open_log();
  int interrupted = 0;
  for (uint8_t count = 1; count > 0;) {
    const Result got = sys::read(requests, &count, 1);
    interrupted += got.value == -EINTR;
    if (got.value == -EINTR)
      continue;
    if (reopen)
      log = open_log();
    reopen = false;
    for (int i = 0; i < count; ++i)
      setup::write_all(log, line);
    done.post();
  }
  return interrupted;
}

class Writer {
public:
  Writer(Text line) : child_(setup::fork([&] { return write_lines(line, requests_.read, done_); })) {}
  void ask(uint8_t lines) { setup::write_all(requests_.write, {&lines, 1}); }
  void await() { done_.wait(); }
  void hang_up() { child_.kill(SIGHUP); }
  WaitStatus end() {
    ask(0);
    return child_.wait();
  }

private:
  Pipe requests_ = setup::pipe();
  Semaphore<0> &done_ = setup::shared<Semaphore<0>>();
  Child child_;
};

constexpr Text lines[writers] = {"writer 0\n", "writer 1\n", "writer 2\n"};

// How often a line is in the log, which has no other bytes than whole lines if these add up.
int count(Text log, Text line) {
  int found = 0;
  for (size_t at = 0; at < log.size; at += line.size)
    found += log.part(at, line.size) == line;
  return found;
}

} // namespace

void test() {
  setup::on_signal(SIGHUP, [](int) { reopen = true; }, SA_RESTART);
  Writer all[writers] = {lines[0], lines[1], lines[2]};
  const auto one_line_each = [&] {
    for (Writer &writer : all) {
      writer.ask(1);
      writer.await();
    }
  };
  one_line_each();
  report("rename", sys::rename("log", "log.1"));
  one_line_each();
  for (Writer &writer : all)
    writer.hang_up();
  one_line_each();
  report("old file", setup::read_file("log.1"));
  report("new file", setup::read_file("log"));

  for (Writer &writer : all)
    writer.ask(many);
  for (Writer &writer : all)
    writer.await();
  const Text log = setup::read_file("log");
  report("bytes of all at once", log.size);
  for (Text line : lines)
    report("lines", count(log, line));
  for (Writer &writer : all)
    report("writer, with its waits that a signal ended", writer.end());
}
