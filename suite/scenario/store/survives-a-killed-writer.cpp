// Writers in several processes append records to a file under a record lock, and commit them
// in a mapped index. One writer is killed before it commits. The others go on, and the file
// has every committed record in the order of its writer.
// Covers: store mmap MAP_SHARED, fcntl F_SETLKW, fsync, pwrite64
#include "wali/test.h"

namespace {

constexpr int writers = 4, records = 25;

struct Record {
  uint32_t writer, number;
};
// The first page of the file, shared by all writers.
struct Index {
  uint32_t committed;
  uint32_t per_writer[writers];
};

void lock(int file, int16_t type) {
  flock region = {type, SEEK_SET, 0, 0, sizeof(Index), 0, 0};
  setup::require_zero("fcntl F_SETLKW", sys::fcntl(file, F_SETLKW, reinterpret_cast<uintptr_t>(&region)));
}

Index &map_index(int file) {
  Result mapped = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  setup::require_address("mmap", mapped, 4096);
  return *mapped.pointer<Index>();
}

// Appends one record; it counts only once the index says so.
void append(int file, Index &index, Record record, bool die_before_commit) {
  lock(file, F_WRLCK);
  setup::require_value(
      "pwrite64",
      sys::pwrite64(file, &record, sizeof(record), 4096 + int64_t{index.committed} * int64_t{sizeof(record)}),
      sizeof(record));
  setup::require_zero("fdatasync", sys::fdatasync(file));
  if (die_before_commit)
    sys::kill(sys::getpid().pid(), SIGKILL);
  ++index.committed;
  ++index.per_writer[record.writer];
  lock(file, F_UNLCK);
}

// Writer 3 dies while it holds the lock, its 11th record not committed.
int write_records(uint32_t writer) {
  Fd file = setup::open("store", O_RDWR);
  Index &index = map_index(file);
  for (uint32_t i = 0; i < records; ++i)
    append(file, index, {writer, i}, writer == 3 && i == 10);
  setup::require_zero("msync", sys::msync(&index, 4096, MS_SYNC));
  return 0;
}

// Each writer's records stand in its own order; the first that does not is told.
Line first_out_of_order(int file, uint32_t count) {
  uint32_t next[writers] = {};
  for (uint32_t i = 0; i < count; ++i) {
    Record record = {writers, 0};
    setup::require_count("pread64",
                         sys::pread64(file, &record, sizeof(record), 4096 + int64_t{i} * int64_t{sizeof(record)}),
                         sizeof(record));
    if (record.writer >= writers || record.number != next[record.writer]++)
      return label("record ", i);
  }
  return label("none");
}

} // namespace

void test() {
  Fd file = setup::open("store", O_RDWR | O_CREAT);
  setup::resize(file, 4096);
  int pids[writers];
  for (uint32_t i = 0; i < writers; ++i) {
    pids[i] = setup::split();
    if (pids[i] == 0)
      leave(write_records(i));
  }
  for (int i = 0; i < writers; ++i) {
    int status = -1;
    sys::wait4(pids[i], &status, 0, nullptr);
    report(label("writer ", i), WaitStatus{status});
  }
  Index &index = map_index(file);
  report("committed", index.committed);
  for (int i = 0; i < writers; ++i)
    report(label("by writer ", i), index.per_writer[i]);
  report("out of order", first_out_of_order(file, index.committed));
  report("fsync", sys::fsync(file));
}
