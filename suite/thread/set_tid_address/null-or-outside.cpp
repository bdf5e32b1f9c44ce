// If set_tid_address was given no address, or one outside memory, the end of the thread writes
// nothing, and the process goes on.
// Covers: set_tid_address NULL, address outside of memory
#include "wali/test.h"

namespace {

struct Job {
  int *address;
  int word;
  int64_t result;
};

void name_word_and_exit(void *pointer) {
  auto *job = static_cast<Job *>(pointer);
  sys::set_tid_address(&job->word);
  job->result = sys::set_tid_address(job->address).value;
  sys::exit(0);
}

} // namespace

void test() {
  static Job jobs[2] = {{nullptr, 33, 0}, {static_cast<int *>(setup::bad_address()), 44, 0}};
  for (Job &job : jobs) {
    int tid = setup::start_thread(name_word_and_exit, &job);
    setup::await_exit(tid);
    report("the thread's id", tid);
    report("in the thread, set_tid_address", Result{job.result});
    report("the word named before", job.word);
  }
  report("gettid", sys::gettid());
  report("set_tid_address outside of memory", sys::set_tid_address(static_cast<int *>(setup::bad_address())));
}
