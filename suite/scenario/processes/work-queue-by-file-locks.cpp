// Workers share a queue, a file in which each job is a byte that they lock while they do it. One dies at its job,
// which its lock does not outlive: another does that job, and each job is done once.
// Covers: processes fcntl F_SETLK, EAGAIN, pwrite64, SIGKILL
#include "wali/test.h"

namespace {

constexpr int workers = 4, jobs = 60;

// How often it was begun, and done.
struct Job {
  int begun, done;
};

Result lock(int queue, int16_t type, int job) {
  struct flock region = {type, SEEK_SET, 0, job, 1, 0, 0};
  return sys::fcntl(queue, F_SETLK, reinterpret_cast<uintptr_t>(&region));
}

char state_of(int queue, int job) {
  char state = '?';
  setup::require_value("pread64", sys::pread64(queue, &state, 1, job), 1);
  return state;
}

// Does a job whose lock the caller has: 'd' in the queue is for done.
void do_job(int queue, int number, Job &job) {
  ++job.begun;
  sys::sched_yield();
  ++job.done;
  setup::require_value("pwrite64", sys::pwrite64(queue, "d", 1, number), 1);
}

// Passes over the queue until all jobs are done.
void work(Job *table) {
  Fd queue = setup::open("queue", O_RDWR);
  for (bool all_done = false; !all_done;) {
    all_done = true;
    for (int i = 0; i < jobs; ++i) {
      if (state_of(queue, i) == 'd')
        continue;
      all_done = false;
      const Result locked = lock(queue, F_WRLCK, i);
      if (locked.value == -EAGAIN || locked.value == -EACCES)
        continue; // another does it
      setup::require_zero("fcntl F_SETLK", locked);
      if (state_of(queue, i) != 'd') // not in the meantime
        do_job(queue, i, table[i]);
      setup::require_zero("fcntl F_SETLK", lock(queue, F_UNLCK, i));
    }
  }
}

// Begins job 7, does job 9 meanwhile, and stays at job 7 until it is killed.
Child stay_at_job_7(int queue, Job *table) {
  Pipe begun = setup::pipe();
  Child child = setup::fork([&] {
    setup::require_zero("fcntl F_SETLK", lock(queue, F_WRLCK, 7));
    ++table[7].begun;
    setup::require_zero("fcntl F_SETLK", lock(queue, F_WRLCK, 9));
    do_job(queue, 9, table[9]);
    setup::require_zero("fcntl F_SETLK", lock(queue, F_UNLCK, 9));
    begun.write.reset();
    for (;;)
      setup::sleep_ms(1000);
  });
  begun.write.reset();
  setup::read_all(begun.read);
  return child;
}

// Which of the jobs from 0 on is being done, and by whom.
void report_work(int queue) {
  struct flock region = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  report("F_GETLK of all", sys::fcntl(queue, F_GETLK, reinterpret_cast<uintptr_t>(&region)));
  report("first job that is being done", region.l_start);
  report("worker that does it", region.l_pid);
}

int times(const Job *table, int Job::*what, int count) {
  int found = 0;
  for (int i = 0; i < jobs; ++i)
    found += table[i].*what == count;
  return found;
}

} // namespace

void test() {
  char empty[jobs] = {};
  setup::write_file("queue", {empty, jobs});
  Fd queue = setup::open("queue", O_RDWR);
  Job(&table)[jobs] = setup::shared<Job[jobs]>();
  Child victim = stay_at_job_7(queue, table);
  report("worker", victim.pid());
  report_work(queue);
  for (int job : {6, 7, 8}) {
    report(label("lock of job ", job), lock(queue, F_WRLCK, job));
    report("release", lock(queue, F_UNLCK, job));
  }
  auto run = [&] { work(table); };
  Child others[workers] = {setup::fork(run), setup::fork(run), setup::fork(run), setup::fork(run)};
  victim.kill(SIGKILL);
  report("worker that is killed", victim.wait());
  for (Child &other : others)
    report("another worker", other.wait());
  report("jobs done once", times(table, &Job::done, 1));
  report("jobs begun once", times(table, &Job::begun, 1));
  report("job 7 was begun", table[7].begun);
}
