// poll and ppoll return when another thread closes the other end of the pipe, with POLLHUP for a reader and with
// POLLERR for the writer of a full pipe. fd and events stay as they were.
// Covers: poll POLLHUP and POLLERR that end a wait
// Covers: ppoll POLLHUP and POLLERR that end a wait
#include "suite/event/other_end.h"

namespace {

template <class Poll> void report_ends(const char *name, Poll poll) {
  Pipe empty = setup::pipe(), full = full_pipe();
  pollfd reader = {empty.read, POLLIN, -1}, writer = {full.write, POLLOUT, -1};
  report("reader", reader.fd);
  report("writer", writer.fd);
  report_ended_wait(label(name, " of the reader"), empty, close_writer, [&] { return poll(&reader); });
  report("entry", reader);
  report_ended_wait(label(name, " of the writer"), full, close_reader, [&] { return poll(&writer); });
  report("entry", writer);
}

} // namespace

void test() {
  report_ends("poll", [](pollfd *entry) { return sys::poll(entry, 1, -1); });
  report_ends("ppoll", [](pollfd *entry) { return sys::ppoll(entry, 1, nullptr, nullptr, 8); });
}
