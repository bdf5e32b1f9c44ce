// Threads read at their own offsets through one descriptor at once. Each gets what lies there,
// and the position stays.
// Covers: pread64 threads, position
// Covers: pwrite64 threads
#include "wali/test.h"

namespace {

constexpr int64_t records = 400, size = 16;
int file;

struct Worker {
  int64_t first;
  int wrong;
} workers[] = {{0, 0}, {1, 0}};

// Writes every other record, and reads it back.
void work(void *argument) {
  auto &worker = *static_cast<Worker *>(argument);
  for (int64_t record = worker.first; record < records; record += 2) {
    int64_t bytes[2] = {record, ~record}, back[2] = {};
    setup::require_value("pwrite64", sys::pwrite64(file, bytes, size, record * size), size);
    setup::require_value("pread64", sys::pread64(file, back, size, record * size), size);
    worker.wrong += back[0] != record || back[1] != ~record;
  }
}

} // namespace

void test() {
  Fd owner = setup::open("file", O_RDWR | O_CREAT);
  file = owner;
  setup::seek(owner, 7);
  {
    Thread first(work, &workers[0]), second(work, &workers[1]);
  }
  report("wrong records of the first", workers[0].wrong);
  report("wrong records of the second", workers[1].wrong);
  report("position", sys::lseek(owner, 0, SEEK_CUR));
  report("size", setup::file_size("file"));
}
