// A pool of threads sleeps on a futex until there are jobs. One job wakes one thread, a batch keeps all of them busy
// at a time, and each job is done once. A thread with a time limit leaves when that has passed, and the others when
// they are woken to leave.
// Covers: threads futex FUTEX_WAIT, FUTEX_WAKE, FUTEX_PRIVATE_FLAG
#include "suite/scenario/clock.h"
#include "suite/scenario/semaphore.h"

namespace {

constexpr int threads = 4, jobs = 400;
constexpr int64_t limit = 20 * ms;

struct Pool {
  Semaphore<FUTEX_PRIVATE_FLAG> available; // one for each job, and for each thread that is to leave
  int taken = 0;
  int done[jobs] = {};
  int64_t sum = 0;
  int meeting = 0; // the threads that are in one of the jobs which need all of them
  Semaphore<FUTEX_PRIVATE_FLAG> finished;
  Result gave_up; // of the impatient thread
  int64_t patience;
};

// The last jobs are done only when every thread has one of them.
void meet(Pool &pool) {
  __atomic_fetch_add(&pool.meeting, 1, __ATOMIC_ACQ_REL);
  while (__atomic_load_n(&pool.meeting, __ATOMIC_ACQUIRE) < threads)
    sys::sched_yield();
}

void work(void *pointer) {
  Pool &pool = *static_cast<Pool *>(pointer);
  for (;;) {
    pool.available.wait();
    const int job = __atomic_fetch_add(&pool.taken, 1, __ATOMIC_ACQ_REL);
    if (job >= jobs)
      return;
    if (job >= jobs - threads)
      meet(pool);
    __atomic_fetch_add(&pool.done[job], 1, __ATOMIC_ACQ_REL);
    __atomic_fetch_add(&pool.sum, int64_t{job} * job, __ATOMIC_ACQ_REL);
    pool.finished.post();
  }
}

void wait_for_a_while(void *pointer) {
  Pool &pool = *static_cast<Pool *>(pointer);
  const int64_t start = nanoseconds();
  pool.gave_up = pool.available.wait_once(to_timespec(limit));
  pool.patience = nanoseconds() - start;
}

void await_finished(Pool &pool, int count) {
  for (int i = 0; i < count; ++i)
    pool.finished.wait();
}

int not_done_once(const Pool &pool) {
  int count = 0;
  for (int done : pool.done)
    count += done != 1;
  return count;
}

} // namespace

void test() {
  static Pool pool;
  Thread workers[threads] = {{work, &pool}, {work, &pool}, {work, &pool}, {work, &pool}};
  pool.available.await_waiters(threads);
  report("woken for one job", pool.available.post());
  await_finished(pool, 1);
  pool.available.await_waiters(threads);
  report("woken for all others", pool.available.post(jobs - 1));
  await_finished(pool, jobs - 1);
  report("threads at work at a time", pool.meeting);
  report("jobs not done once", not_done_once(pool));
  report("sum of squares", pool.sum);
  pool.available.await_waiters(threads);
  Thread(wait_for_a_while, &pool).join();
  report("wait of a thread with a limit", pool.gave_up);
  report("its time against the limit", compared(pool.patience, limit));
  report("woken to leave", pool.available.post(threads));
  for (Thread &worker : workers)
    worker.join();
  report("taken", pool.taken);
}
