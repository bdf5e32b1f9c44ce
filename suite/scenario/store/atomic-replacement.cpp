// A file is replaced by a temporary one, written, synced and renamed, again and again. Readers that open it meanwhile
// find one version whole, and none older than the last they saw. A reader that has the first version open still reads
// that.
// Covers: store rename, fsync of a file and of a directory, fchmod
#include "wali/test.h"

namespace {

constexpr uint32_t versions = 60;

// Every word of a version is its number.
struct Version {
  uint32_t words[2000];
};

// What a reader has seen so far.
struct Seen {
  uint32_t last;
  int halves, older;
};

Fd write_temporary(uint32_t number) {
  Version version;
  for (uint32_t &word : version.words)
    word = number;
  Fd file = setup::open("config.new", O_WRONLY | O_CREAT | O_EXCL);
  setup::require_zero("fchmod", sys::fchmod(file, 0664));
  for (size_t part = 0; part < 4; ++part)
    setup::write_all(file, Text(&version, sizeof(version)).part(part * sizeof(version) / 4, sizeof(version) / 4));
  return file;
}

// The number of steps that failed. A temporary file that is there is one, left by the last rename.
int replace(int directory, uint32_t number) {
  const bool was_left = sys::unlink("config.new").ok();
  Fd file = write_temporary(number);
  const Result synced = sys::fsync(file);
  const Result renamed = sys::rename("config.new", "config");
  const Result directory_synced = sys::fsync(directory);
  return was_left + (synced.value != 0) + (renamed.value != 0) + (directory_synced.value != 0);
}

// The number of the version that is read, or 0 if it is not one version whole.
uint32_t read_version(int file) {
  Version version = {};
  const Result size = sys::read(file, &version, sizeof(version));
  for (uint32_t word : version.words)
    if (size.value != sizeof(version) || word != version.words[0])
      return 0;
  return version.words[0];
}

void read_until_the_last(Seen &seen) {
  while (seen.last != versions) {
    const uint32_t now = read_version(setup::open("config", O_RDONLY));
    seen.halves += now == 0;
    seen.older += now != 0 && now < seen.last;
    __atomic_store_n(&seen.last, now, __ATOMIC_RELEASE);
  }
}

void await_version(const Seen &seen, uint32_t number) {
  setup::await(
      "reader", [&] { return Result{__atomic_load_n(&seen.last, __ATOMIC_ACQUIRE)}; },
      [=](Result now) { return now.value >= number; });
}

} // namespace

void test() {
  sys::umask(022);
  Seen(&seen)[2] = setup::shared<Seen[2]>();
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  int failures = replace(directory, 1);
  Fd first = setup::open("config", O_RDONLY);
  Child readers[] = {setup::fork([&] { read_until_the_last(seen[0]); }),
                     setup::fork([&] { read_until_the_last(seen[1]); })};
  for (uint32_t number = 2; number <= versions; ++number) {
    failures += replace(directory, number);
    // Now and then both see the newest, so that they meet more than the first and the last.
    for (const Seen &reader : seen)
      await_version(reader, number / 10 * 10);
  }
  report("steps that failed", failures);
  for (int i = 0; i < 2; ++i) {
    report("reader", readers[i].wait());
    report("halves", seen[i].halves);
    report("older than the one before", seen[i].older);
  }
  report("version that is held open", read_version(first));
  struct stat status = {};
  report("fstat of it", sys::fstat(first, &status));
  report("names of it", status.st_nlink);
  report("mode", FileMode{setup::stat("config").st_mode});
  report("open of the temporary name", sys::open("config.new", O_RDONLY, 0));
}
