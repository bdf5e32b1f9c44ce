// A writer appends records to a log that it has mapped, and lets file and mapping grow. A reader maps
// the same file, is woken by a futex in it, follows as it grows, and finds each record whole and in order.
// Covers: store mmap MAP_SHARED, mremap, ftruncate, msync, futex in a file
#include "wali/test.h"

namespace {

constexpr uint32_t records = 2000;
constexpr size_t page = 4096;

struct Record {
  uint32_t number, twice, thrice;
};

// The file: how many records there are, which is the word that readers wait on, and they.
struct Log {
  uint32_t count;
  Record records[];
};

constexpr size_t bytes_of(uint32_t count) { return sizeof(Log) + count * sizeof(Record); }

class Mapping {
public:
  Mapping(int file, int protection) : size_(page) {
    const Result mapped = sys::mmap(nullptr, size_, protection, MAP_SHARED, file, 0);
    log_ = reinterpret_cast<Log *>(setup::require_address("mmap", mapped, size_));
    // What is behind it is in use, so that it cannot grow where it is.
    sys::mmap(mapped.pointer() + size_, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE,
              -1, 0);
  }
  ~Mapping() { sys::munmap(log_, size_); }

  Log *operator->() { return log_; }
  size_t size() const { return size_; }
  // The count as a futex.
  int *word() { return reinterpret_cast<int *>(&log_->count); }
  // Maps as many pages as `count` records need.
  void follow(uint32_t count) {
    const size_t needed = (bytes_of(count) + page - 1) / page * page;
    if (needed <= size_)
      return;
    const Result moved = sys::mremap(log_, size_, needed, MREMAP_MAYMOVE, nullptr);
    log_ = reinterpret_cast<Log *>(setup::require_address("mremap", moved, needed));
    size_ = needed;
  }
  void sync() { setup::require_zero("msync", sys::msync(log_, size_, MS_SYNC)); }

private:
  size_t size_;
  Log *log_;
};

// Now and then it waits until the reader sleeps: how often that was woken then.
int write_records() {
  int64_t woken = 0;
  Fd file = setup::open("log", O_RDWR);
  Mapping log(file, PROT_READ | PROT_WRITE);
  for (uint32_t i = 0; i < records; ++i) {
    if (bytes_of(i + 1) > log.size())
      setup::resize(file, static_cast<int64_t>(log.size() + page));
    log.follow(i + 1);
    const bool reader_sleeps = i % 500 == 0;
    if (reader_sleeps)
      setup::await_waiters(log.word(), 1);
    log->records[i] = {i, 2 * i, 3 * i};
    __atomic_store_n(&log->count, i + 1, __ATOMIC_RELEASE);
    const Result wake = sys::futex(log.word(), FUTEX_WAKE, 1, nullptr, nullptr, 0);
    woken += reader_sleeps ? wake.value : 0;
  }
  log.sync();
  return static_cast<int>(woken);
}

// Waits until there are more than `read` records: their number.
uint32_t await_more(Mapping &log, uint32_t read) {
  uint32_t count;
  while ((count = __atomic_load_n(&log->count, __ATOMIC_ACQUIRE)) == read)
    sys::futex(log.word(), FUTEX_WAIT, static_cast<int>(read), nullptr, nullptr, 0);
  return count;
}

// The number of records that are not what the writer wrote there.
int read_records(Mapping &log) {
  int wrong = 0;
  for (uint32_t read = 0, count; read < records; read = count) {
    count = await_more(log, read);
    log.follow(count);
    for (uint32_t i = read; i < count; ++i) {
      const Record &record = log->records[i];
      wrong += record.number != i || record.twice != 2 * i || record.thrice != 3 * i;
    }
  }
  return wrong;
}

} // namespace

void test() {
  setup::resize(setup::open("log", O_RDWR | O_CREAT), page);
  Fd file = setup::open("log", O_RDONLY);
  Mapping log(file, PROT_READ);
  Child writer = setup::fork(write_records);
  report("records that are wrong", read_records(log));
  report("writer, with how often it woke a reader that slept", writer.wait());
  report("pages that are mapped", log.size() / page);
  report("pages of the file", setup::file_size("log") / int64_t{page});
  Record last = {};
  report("pread64 of the last record", sys::pread64(file, &last, sizeof(last), int64_t{bytes_of(records - 1)}));
  report("its number", last.number);
  report("madvise that drops the pages", sys::madvise(log.operator->(), log.size(), MADV_DONTNEED));
  report("number in memory", log->records[records - 1].number);
}
