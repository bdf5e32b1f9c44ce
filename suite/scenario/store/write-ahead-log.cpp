// A store writes each change to a log before it changes its data. Whenever its process is killed, what was
// committed is there after recovery, what was written in part is not, and recovery changes nothing the second time.
// Covers: store O_APPEND, pwrite64, fdatasync, ftruncate, SIGKILL
#include "wali/test.h"

namespace {

constexpr uint32_t accounts = 4;

// A change of two accounts, with their balances afterwards; the sum shows that it is whole.
struct Change {
  uint32_t from, to, from_balance, to_balance, sum;
};
uint32_t sum_of(const Change &change) {
  return ((change.from * 31 + change.to) * 31 + change.from_balance) * 31 + change.to_balance + 1;
}

struct Store {
  Fd log = setup::open("log", O_RDWR | O_CREAT | O_APPEND);
  Fd data = setup::open("data", O_RDWR | O_CREAT);
};

// Where the writer is killed.
enum Moment { nowhere, in_the_log, before_the_data, in_the_data, after_the_data };

void pass(Moment moment, Moment death) {
  if (moment == death)
    sys::kill(sys::getpid().pid(), SIGKILL);
}

uint32_t balance(const Store &store, uint32_t account) {
  uint32_t amount = 0;
  setup::require_count("pread64", sys::pread64(store.data, &amount, sizeof(amount), account * 4), sizeof(amount));
  return amount;
}
void set_balance(const Store &store, uint32_t account, uint32_t amount) {
  setup::require_value("pwrite64", sys::pwrite64(store.data, &amount, sizeof(amount), account * 4), sizeof(amount));
}

void transfer(const Store &store, uint32_t from, uint32_t to, uint32_t amount, Moment death) {
  Change change = {from, to, balance(store, from) - amount, balance(store, to) + amount, 0};
  change.sum = sum_of(change);
  const Text bytes(&change, sizeof(change));
  setup::write_all(store.log, bytes.part(0, 11));
  pass(in_the_log, death);
  setup::write_all(store.log, bytes.part(11));
  setup::require_zero("fdatasync", sys::fdatasync(store.log));
  pass(before_the_data, death);
  set_balance(store, from, change.from_balance);
  pass(in_the_data, death);
  set_balance(store, to, change.to_balance);
  pass(after_the_data, death);
}

// Makes the whole changes of the log once more, up to one that is not: how many they were.
int replay(const Store &store) {
  int whole = 0;
  Change change;
  setup::seek(store.log, 0);
  while (sys::read(store.log, &change, sizeof(change)).value == sizeof(change) && change.sum == sum_of(change)) {
    set_balance(store, change.from, change.from_balance);
    set_balance(store, change.to, change.to_balance);
    ++whole;
  }
  setup::require_zero("fdatasync", sys::fdatasync(store.data));
  return whole;
}

void report_balances(const Store &store) {
  report("balances", label(balance(store, 0), " ", balance(store, 1), " ", balance(store, 2), " ", balance(store, 3)));
}

} // namespace

void test() {
  Store store;
  for (uint32_t account = 0; account < accounts; ++account)
    set_balance(store, account, 1000);
  for (Moment death : {in_the_log, before_the_data, in_the_data, after_the_data}) {
    transfer(store, 0, 1, 10, nowhere);
    Child writer = setup::fork([=] { transfer(Store(), 2, 3, 100, death); });
    report("writer", writer.wait());
    report("size of the log", setup::file_size("log"));
    report("changes that are whole", replay(store));
    report_balances(store);
    report("changes once more", replay(store));
    report_balances(store);
    report("ftruncate of the log", sys::ftruncate(store.log, 0));
  }
}
