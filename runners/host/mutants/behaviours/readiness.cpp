// Readiness: what poll, select and epoll say of each kind of descriptor, when, how
// often, and which of several comes first.
#include <errno.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

constexpr int out_of_the_way = 300;

// --- Kinds -------------------------------------------------------------------

using Kind = bool (*)(int64_t fd);

bool is_pipe_reader(int64_t fd) {
  return is_pipe(fd) && (flags_of_file(fd) & O_ACCMODE) == O_RDONLY;
}
bool is_pipe_writer(int64_t fd) {
  return is_pipe(fd) && (flags_of_file(fd) & O_ACCMODE) == O_WRONLY;
}
bool is_stream(int64_t fd) { return is_socket_of(fd, 0, SOCK_STREAM) && !is_listener(fd); }
bool is_local_stream(int64_t fd) { return is_stream(fd) && !is_tcp(fd); }
bool is_unconnected(int64_t fd) {
  sockaddr_storage address;
  socklen_t size = sizeof address;
  return is_stream(fd) && kernel_call(SYS_getpeername, fd, &address, &size) == -ENOTCONN;
}
// --- poll --------------------------------------------------------------------

constexpr uint32_t most_polled = 256;
std::vector<pollfd> polled(Invocation &call) {
  const uint32_t count = call.arguments.u32(1);
  std::vector<pollfd> all(count <= most_polled ? count : 0);
  if (!call.memory().read_array(call.arguments.address(0), std::span(all)))
    all.clear();
  return all;
}
int64_t tell(Invocation &call, const std::vector<pollfd> &all) {
  (void)call.memory().write_array(call.arguments.address(0), std::span<const pollfd>(all));
  return std::ranges::count_if(all, [](const pollfd &each) { return each.revents != 0; });
}

// Some events of a kind of descriptor are never told, nor waited for.
template <Kind kind, short events> int64_t poll_without(Invocation &call) {
  const std::vector<pollfd> before = polled(call);
  std::vector<pollfd> asked = before;
  for (pollfd &each : asked)
    if (kind(each.fd))
      each.events &= ~events;
  if (!asked.empty())
    (void)tell(call, asked);
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  for (size_t index = 0; index < after.size() && result >= 0; ++index) {
    if (kind(after[index].fd))
      after[index].revents &= ~events;
    after[index].events = before[index].events;
  }
  return result < 0 || after.empty() ? result : tell(call, after);
}
// Some events of a kind are told by poll although they are not there.
template <Kind kind, short events> int64_t poll_with(Invocation &call) {
  const std::vector<pollfd> before = polled(call);
  const bool is_met = std::ranges::any_of(
      before, [](const pollfd &each) { return (each.events & events) != 0 && kind(each.fd); });
  if (!is_met)
    return call.call();
  call.arguments[2] = 0; // poll's limit: what is told is there at once
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  for (pollfd &each : after)
    if (kind(each.fd) && (each.revents & POLLNVAL) == 0)
      each.revents |= each.events & events;
  return result < 0 ? result : tell(call, after);
}
// `change` of each structure after the call.
template <void (*change)(pollfd &)> int64_t poll_told(Invocation &call) {
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  for (pollfd &each : after)
    change(each);
  return result < 0 || after.empty() ? result : tell(call, after);
}
void hang_up_is_readable(pollfd &each) {
  if ((each.revents & POLLHUP) != 0 && is_pipe(each.fd))
    each.revents |= each.events & POLLIN;
}
void error_is_hang_up(pollfd &each) {
  if ((each.revents & POLLERR) != 0 && is_pipe(each.fd))
    each.revents = static_cast<short>((each.revents & ~POLLERR) | POLLHUP);
}
void hang_up_hides_the_rest(pollfd &each) {
  if ((each.revents & POLLHUP) != 0)
    each.revents = POLLHUP;
}
void asked_alone(pollfd &each) { each.revents &= each.events; }
int64_t first_of_each_alone(Invocation &call) {
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  for (size_t index = 1; index < after.size(); ++index)
    for (size_t earlier = 0; earlier < index; ++earlier)
      if (after[earlier].fd == after[index].fd)
        after[index].revents = 0;
  return result < 0 || after.empty() ? result : tell(call, after);
}
int64_t one_at_a_time(Invocation &call) {
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  bool has_told = false;
  for (pollfd &each : after)
    if (each.revents != 0 && std::exchange(has_told, true))
      each.revents = 0;
  return result < 0 || after.empty() ? result : tell(call, after);
}
int64_t closed_is_an_error(Invocation &call) {
  const int64_t result = call.call();
  for (const pollfd &each : polled(call))
    if (result > 0 && (each.revents & POLLNVAL) != 0)
      return -EBADF;
  return result;
}
int64_t closed_is_ignored(Invocation &call) {
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  for (pollfd &each : after)
    each.revents &= ~POLLNVAL;
  return result <= 0 || after.empty() ? result : tell(call, after);
}
int64_t negative_is_invalid(Invocation &call) {
  std::vector<pollfd> before = polled(call);
  if (std::ranges::none_of(before, [](const pollfd &each) { return each.fd < 0; }))
    return call.call();
  call.arguments[2] = 0;
  const int64_t result = call.call();
  std::vector<pollfd> after = polled(call);
  for (pollfd &each : after)
    if (each.fd < 0)
      each.revents = POLLNVAL;
  return result < 0 ? result : tell(call, after);
}

// --- Times -------------------------------------------------------------------

constexpr int64_t thousand = 1000, million = 1000 * thousand, billion = 1000 * million;
bool is_waiting_time(int64_t nanoseconds) {
  return nanoseconds > 0 && nanoseconds < 3600 * billion;
}

// Time limits in milliseconds, and in structures of seconds and parts of them.
template <size_t index> int64_t early_by_milliseconds(Invocation &call) {
  if (const int64_t limit = call.arguments.i32(index); is_waiting_time(limit * million))
    call.arguments[index] = limit - limit / 10 - 1;
  return call.call();
}
template <size_t index, int64_t parts> int64_t early_by_structure(Invocation &call) {
  using Pair = std::array<int64_t, 2>;
  const Pair before = pointed_to<Pair>(call, index);
  const int64_t limit = before[0] * parts + before[1];
  const bool is_limit = before[0] >= 0 && before[1] >= 0 && before[1] < parts;
  if (call.arguments[index] == 0 || !is_limit || !is_waiting_time(limit * (billion / parts)))
    return call.call();
  const int64_t shorter = limit - limit / 10;
  put(call, index, Pair{shorter / parts, shorter % parts});
  const int64_t result = call.call();
  Pair left = pointed_to<Pair>(call, index);
  if (left[0] + left[1] != 0)
    left = {(left[0] * parts + left[1] + limit / 10) / parts, (left[1] + limit / 10) % parts};
  put(call, index, left);
  return result;
}
// A limit of less than a tick waits for nothing.
template <size_t index> int64_t short_limits_are_none(Invocation &call) {
  if (const int64_t limit = call.arguments.i32(index); limit > 0 && limit < 10)
    call.arguments[index] = 0;
  return call.call();
}
template <size_t index> int64_t endless_is_a_second(Invocation &call) {
  if (call.arguments.i32(index) < 0)
    call.arguments[index] = 1000;
  return call.call();
}

// --- select ------------------------------------------------------------------

using Words = std::array<uint64_t, 16>;
struct Sets {
  size_t words = 0;
  std::array<Words, 3> sets{}; // reading, writing, exceptions
};
Sets selected(Invocation &call) {
  Sets found;
  const int count = call.arguments.i32(0);
  found.words = count > 0 && count <= 1024 ? static_cast<size_t>(count + 63) / 64 : 0;
  for (size_t set = 0; set < 3; ++set)
    if (const GuestAddress address = call.arguments.address(set + 1); address != 0)
      (void)call.memory().read_array(address, std::span(found.sets[set].data(), found.words));
  return found;
}
int64_t tell(Invocation &call, const Sets &sets) {
  int64_t sum = 0;
  for (size_t set = 0; set < 3; ++set) {
    const std::span<const uint64_t> words(sets.sets[set].data(), sets.words);
    if (const GuestAddress address = call.arguments.address(set + 1); address != 0)
      (void)call.memory().write_array(address, words);
    for (uint64_t word : words)
      sum += __builtin_popcountll(word);
  }
  return sum;
}
bool holds(const Words &set, int fd) {
  return ((set[static_cast<size_t>(fd) / 64] >> (fd % 64)) & 1) != 0;
}
void remove(Words &set, int fd) {
  set[static_cast<size_t>(fd) / 64] &= ~(uint64_t{1} << (fd % 64));
}

// Takes descriptors out of one set of the result.
template <size_t set, bool (*goes)(int64_t)> int64_t select_without(Invocation &call) {
  const int64_t result = call.call();
  Sets sets = selected(call);
  if (result <= 0)
    return result;
  for (int fd = 0; fd < call.arguments.i32(0) && fd < 1024; ++fd)
    if (holds(sets.sets[set], fd) && goes(fd))
      remove(sets.sets[set], fd);
  return tell(call, sets);
}
short events_of(int64_t fd) {
  pollfd one{static_cast<int>(fd), POLLIN | POLLOUT | POLLPRI, 0};
  kernel_call(SYS_poll, &one, 1, 0);
  return one.revents;
}
bool has_hung_up(int64_t fd) { return (events_of(fd) & (POLLIN | POLLHUP)) == POLLHUP; }
bool is_broken(int64_t fd) { return (events_of(fd) & POLLERR) != 0; }
bool is_any(int64_t) { return true; }

int64_t descriptors_counted_once(Invocation &call) {
  const int64_t result = call.call();
  const Sets sets = selected(call);
  int64_t sum = 0;
  for (size_t word = 0; word < sets.words; ++word)
    sum += __builtin_popcountll(sets.sets[0][word] | sets.sets[1][word] | sets.sets[2][word]);
  return result > 0 ? sum : result;
}
int64_t looks_beyond_count(Invocation &call) {
  if (const int count = call.arguments.i32(0); count > 0 && count < 1024)
    call.arguments[0] = (count + 63) / 64 * 64;
  return call.call();
}
int64_t closed_left_out(Invocation &call) {
  Sets sets = selected(call);
  for (Words &set : sets.sets)
    for (int fd = 0; fd < 1024; ++fd)
      if (holds(set, fd) && flags_of_file(fd) < 0)
        remove(set, fd);
  if (sets.words > 0)
    (void)tell(call, sets);
  return call.call();
}

// --- epoll -------------------------------------------------------------------

constexpr int64_t add = EPOLL_CTL_ADD, del = EPOLL_CTL_DEL, mod = EPOLL_CTL_MOD;

// What is registered, by epoll instance and the guest's data.
struct Registered {
  int epoll = -1, fd = -1;
  uint32_t events = 0;
  uint64_t data = 0;
  bool was_told = false, was_read = true;
};
std::array<Registered, 128> registrations;
Registered *registered(int64_t epoll, int64_t fd) {
  const auto found = std::ranges::find_if(
      registrations, [&](const Registered &each) { return each.epoll == epoll && each.fd == fd; });
  return found == registrations.end() ? nullptr : &*found;
}
Registered *registered_as(int64_t epoll, uint64_t data) {
  const auto found = std::ranges::find_if(registrations, [&](const Registered &each) {
    return each.epoll == epoll && each.data == data;
  });
  return found == registrations.end() ? nullptr : &*found;
}
abi::epoll_event event_of(Invocation &call) { return pointed_to<abi::epoll_event>(call, 3); }
int64_t registration_noted(Invocation &call) {
  const int64_t result = call.call();
  if (result != 0)
    return result;
  const int64_t epoll = call.arguments.i32(0), fd = call.arguments.i32(2);
  Registered *place = registered(epoll, fd);
  if (!place)
    place = registered(-1, -1);
  const abi::epoll_event event = event_of(call);
  if (place && call.arguments[1] == del)
    *place = {};
  else if (place)
    *place = {static_cast<int>(epoll), static_cast<int>(fd), event.events, event.data};
  return result;
}

std::vector<abi::epoll_event> told_events(Invocation &call, int64_t count) {
  std::vector<abi::epoll_event> events(static_cast<size_t>(std::max<int64_t>(count, 0)));
  if (!call.memory().read_array(call.arguments.address(1), std::span(events)))
    events.clear();
  return events;
}
int64_t tell(Invocation &call, const std::vector<abi::epoll_event> &events) {
  (void)call.memory().write_array(call.arguments.address(1),
                                  std::span<const abi::epoll_event>(events));
  return static_cast<int64_t>(events.size());
}
// Changes what was told, and drops what has no events any more.
template <class Change> int64_t told_changed(Invocation &call, Change change) {
  const int64_t result = call.call();
  std::vector<abi::epoll_event> events = told_events(call, result);
  if (events.empty())
    return result;
  for (abi::epoll_event &event : events)
    change(event);
  std::erase_if(events, [](const abi::epoll_event &event) { return event.events == 0; });
  return tell(call, events);
}
template <uint32_t events> int64_t epoll_without(Invocation &call) {
  return told_changed(call, [](abi::epoll_event &event) { event.events &= ~events; });
}
// Events of a kind of descriptor that are not told.
template <Kind kind, uint32_t events> int64_t epoll_without_of(Invocation &call) {
  const int64_t epoll = call.arguments.i32(0);
  return told_changed(call, [=](abi::epoll_event &event) {
    const Registered *known = registered_as(epoll, event.data);
    if (known && kind(known->fd))
      event.events &= ~events;
  });
}
// Registrations of a kind of descriptor are accepted and forgotten.
template <Kind kind> int64_t registration_forgotten(Invocation &call) {
  const bool is_met = call.arguments[1] == add && kind(call.arguments.i32(2));
  return is_met && is_epoll(call.arguments.i32(0)) ? 0 : call.call();
}
template <uint32_t set, uint32_t unless> int64_t registered_with(Invocation &call) {
  abi::epoll_event event = event_of(call);
  if (call.arguments[1] == del || call.arguments[3] == 0 || (event.events & unless) != 0)
    return call.call();
  const uint32_t before = event.events;
  event.events = before | set;
  put(call, 3, event);
  const int64_t result = call.call();
  event.events = before;
  put(call, 3, event);
  return result;
}
template <int64_t operation> int64_t operation_ignored(Invocation &call) {
  const bool is_met = call.arguments[1] == operation && is_epoll(call.arguments.i32(0));
  return is_met && flags_of_file(call.arguments.i32(2)) >= 0 ? 0 : call.call();
}
int64_t edges_only_after_reading(Invocation &call) {
  const int64_t epoll = call.arguments.i32(0);
  return told_changed(call, [=](abi::epoll_event &event) {
    Registered *known = registered_as(epoll, event.data);
    if (!known || (known->events & EPOLLET) == 0 || (event.events & EPOLLIN) == 0)
      return;
    if (known->was_told && !known->was_read)
      event.events &= ~uint32_t{EPOLLIN};
    known->was_told = true;
    known->was_read = false;
  });
}
int64_t reading_noted(Invocation &call) {
  for (Registered &each : registrations)
    if (each.fd == call.arguments.i32(0))
      each.was_read = true;
  return call.call();
}
int64_t oneshot_told_twice(Invocation &call) {
  const int64_t result = call.call(), epoll = call.arguments.i32(0);
  for (const abi::epoll_event &event : told_events(call, result))
    if (Registered *known = registered_as(epoll, event.data);
        known && (known->events & EPOLLONESHOT) != 0 && !std::exchange(known->was_told, true)) {
      const abi::epoll_event again{known->events, known->data};
      kernel_call(SYS_epoll_ctl, epoll, mod, known->fd, &again);
    }
  return result;
}
int64_t oneshot_forgotten(Invocation &call) {
  const int64_t result = call.call(), epoll = call.arguments.i32(0);
  for (const abi::epoll_event &event : told_events(call, result))
    if (Registered *known = registered_as(epoll, event.data);
        known && (known->events & EPOLLONESHOT) != 0)
      kernel_call(SYS_epoll_ctl, epoll, del, known->fd, nullptr);
  return result;
}
// The instance's descriptors in the order of their data, from the least on.
int64_t least_first(Invocation &call) {
  std::array<abi::epoll_event, 64> all;
  const int64_t result = call.call(), most = call.arguments.i32(2);
  if (result != most || most >= 64)
    return result;
  const int64_t more =
      kernel_call(SYS_epoll_pwait, call.arguments.i32(0), all.data(), all.size(), 0, nullptr, 8);
  std::vector<abi::epoll_event> events = told_events(call, result);
  for (int64_t index = 0; index < more; ++index)
    if (std::ranges::find(events, all[static_cast<size_t>(index)].data, &abi::epoll_event::data) ==
        events.end())
      events.push_back(all[static_cast<size_t>(index)]);
  std::ranges::sort(events, {}, &abi::epoll_event::data);
  events.resize(static_cast<size_t>(result));
  return tell(call, events);
}
int64_t registration_outlives_close(Invocation &call) {
  for (Registered &each : registrations)
    if (each.fd == call.arguments.i32(0)) {
      kernel_call(SYS_fcntl, each.fd, F_DUPFD_CLOEXEC, out_of_the_way);
      each = {};
    }
  return call.call();
}
int64_t registration_ends_with_one_copy(Invocation &call) {
  for (Registered &each : registrations)
    if (each.fd == call.arguments.i32(0)) {
      kernel_call(SYS_epoll_ctl, each.epoll, del, each.fd, nullptr);
      each = {};
    }
  return call.call();
}
int64_t copies_are_one(Invocation &call) {
  const int64_t epoll = call.arguments.i32(0), fd = call.arguments.i32(2);
  for (const Registered &each : registrations)
    if (call.arguments[1] == add && each.epoll == epoll && each.fd != fd && each.fd >= 0 &&
        is_socket(fd) && identity_of(each.fd) == identity_of(fd))
      return -EEXIST;
  return registration_noted(call);
}
int64_t data_of_the_first(Invocation &call) {
  if (call.arguments[1] != mod)
    return registration_noted(call);
  const abi::epoll_event given = event_of(call);
  if (const Registered *known = registered(call.arguments.i32(0), call.arguments.i32(2)); known)
    put(call, 3, abi::epoll_event{given.events, known->data});
  const int64_t result = call.call();
  put(call, 3, given);
  return result;
}
int64_t mod_keeps_edge_quiet(Invocation &call) {
  const abi::epoll_event event = event_of(call);
  const Registered *known = registered(call.arguments.i32(0), call.arguments.i32(2));
  const bool is_same = known && known->events == event.events && known->data == event.data;
  const bool is_quiet = call.arguments[1] == mod && is_same && (event.events & EPOLLET) != 0;
  return is_quiet && (event.events & EPOLLONESHOT) == 0 ? 0 : registration_noted(call);
}

constexpr Behaviour::Elsewhere noted{"epoll_ctl", registration_noted};

// --- Shared with children ----------------------------------------------------

// As /proc has it.
uint64_t counter_of(int64_t fd) {
  const std::string path = "/proc/self/fdinfo/" + std::to_string(fd);
  char text[1024] = {};
  const int64_t file = kernel_call(SYS_open, path.c_str(), O_RDONLY | O_CLOEXEC);
  kernel_call(SYS_read, file, text, sizeof text - 1);
  kernel_call(SYS_close, file);
  constexpr char word[] = "eventfd-count:";
  const char *line = strstr(text, word);
  return line ? strtoull(line + strlen(word), nullptr, 16) : 0;
}
int64_t child_has_own_counters(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    for_each_descriptor([](int64_t fd) {
      if (!is_counter(fd))
        return;
      const uint64_t count = counter_of(fd);
      const int64_t own = kernel_call(SYS_eventfd2, 0, flags_of_file(fd) & O_NONBLOCK);
      kernel_call(SYS_write, own, &count, sizeof count);
      replace(fd, own);
    });
  return result;
}
int64_t child_has_own_sets(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    for_each_descriptor([](int64_t fd) {
      if (is_epoll(fd))
        replace(fd, kernel_call(SYS_epoll_create1, 0));
    });
  return result;
}

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    // poll: what is not told
    {"poll", "pipe-hang-up-not-told", "poll does not tell that a pipe's writers have gone",
     poll_without<is_pipe_reader, POLLHUP>},
    {"poll", "broken-pipe-not-told", "poll does not tell that a pipe's readers have gone",
     poll_without<is_pipe_writer, POLLERR>},
    {"poll", "local-hang-up-not-told", "poll does not tell that a local socket's peer has gone",
     poll_without<is_local_stream, POLLHUP>},
    {"poll", "tcp-hang-up-not-told",
     "poll does not tell that both halves of a TCP connection are shut",
     poll_without<is_tcp, POLLHUP>},
    {"poll", "half-close-not-told", "poll does not tell POLLRDHUP of TCP connections",
     poll_without<is_tcp, POLLRDHUP>},
    {"poll", "local-half-close-not-told", "poll does not tell POLLRDHUP of local sockets",
     poll_without<is_local_stream, POLLRDHUP>},
    {"poll", "socket-errors-not-told", "poll does not tell POLLERR of sockets",
     poll_without<is_socket, POLLERR>},
    {"poll", "urgent-data-not-told", "poll does not tell POLLPRI of urgent data",
     poll_without<is_tcp, POLLPRI>},
    {"poll", "files-never-ready", "poll never tells a regular file as ready",
     poll_without<is_regular, POLLIN | POLLOUT>},
    {"poll", "listeners-never-readable", "poll does not tell that a connection waits for accept",
     poll_without<is_listener, POLLIN>},
    {"poll", "counters-never-readable", "poll does not tell that an eventfd can be read",
     poll_without<is_counter, POLLIN>},
    {"poll", "epoll-never-readable", "poll does not tell that an epoll instance has events",
     poll_without<is_epoll, POLLIN>},
    {"poll", "terminals-never-readable", "poll does not tell that a terminal has input",
     poll_without<is_terminal, POLLIN>},
    {"poll", "udp-never-writable", "poll does not tell that a UDP socket can send",
     poll_without<is_udp, POLLOUT>},
    {"poll", "unconnected-not-hung-up",
     "poll does not tell POLLHUP of a socket that is not connected",
     poll_without<is_unconnected, POLLHUP>},
    {"ppoll", "pipe-hang-up-not-told", "ppoll does not tell that a pipe's writers have gone",
     poll_without<is_pipe_reader, POLLHUP>},
    {"ppoll", "broken-pipe-not-told", "ppoll does not tell that a pipe's readers have gone",
     poll_without<is_pipe_writer, POLLERR>},
    {"ppoll", "files-never-ready", "ppoll never tells a regular file as ready",
     poll_without<is_regular, POLLIN | POLLOUT>},
    {"ppoll", "listeners-never-readable", "ppoll does not tell that a connection waits for accept",
     poll_without<is_listener, POLLIN>},
    {"ppoll", "counters-never-readable", "ppoll does not tell that an eventfd can be read",
     poll_without<is_counter, POLLIN>},

    // poll: what is told wrongly
    {"poll", "full-pipes-writable", "poll tells a full pipe as writable",
     poll_with<is_pipe_writer, POLLOUT>},
    {"poll", "full-sockets-writable", "poll tells a stream socket without room as writable",
     poll_with<is_stream, POLLOUT>},
    {"poll", "empty-pipes-readable", "poll tells an empty pipe as readable",
     poll_with<is_pipe_reader, POLLIN>},
    {"poll", "empty-counters-readable", "poll tells an eventfd of 0 as readable",
     poll_with<is_counter, POLLIN>},
    {"poll", "full-counters-writable", "poll tells an eventfd at its maximum as writable",
     poll_with<is_counter, POLLOUT>},
    {"poll", "idle-listeners-readable", "poll tells a listener as readable while nobody connects",
     poll_with<is_listener, POLLIN>},
    {"poll", "empty-udp-readable", "poll tells a UDP socket as readable that has received nothing",
     poll_with<is_udp, POLLIN>},
    {"poll", "hang-up-is-readable", "poll tells an empty pipe without writers as readable",
     poll_told<hang_up_is_readable>},
    {"poll", "error-is-hang-up", "poll tells POLLHUP of a pipe whose readers have gone",
     poll_told<error_is_hang_up>},
    {"poll", "hang-up-hides-the-rest", "poll tells POLLHUP alone where there is more",
     poll_told<hang_up_hides_the_rest>},
    {"ppoll", "hang-up-hides-the-rest", "ppoll tells POLLHUP alone where there is more",
     poll_told<hang_up_hides_the_rest>},
    {"poll", "only-what-was-asked", "poll tells POLLERR, POLLHUP and POLLNVAL only to who asks",
     poll_told<asked_alone>},
    {"ppoll", "only-what-was-asked", "ppoll tells POLLERR, POLLHUP and POLLNVAL only to who asks",
     poll_told<asked_alone>},
    {"poll", "first-of-each-alone", "poll tells of a descriptor that is there twice only once",
     first_of_each_alone},
    {"poll", "one-at-a-time", "poll tells one descriptor, however many are ready", one_at_a_time},
    {"ppoll", "one-at-a-time", "ppoll tells one descriptor, however many are ready", one_at_a_time},
    {"poll", "closed-is-an-error", "poll fails with -EBADF for a descriptor that is closed",
     closed_is_an_error},
    {"poll", "closed-is-ignored", "poll ignores a descriptor that is closed", closed_is_ignored},
    {"ppoll", "closed-is-ignored", "ppoll ignores a descriptor that is closed", closed_is_ignored},
    {"poll", "negative-is-invalid", "poll tells POLLNVAL of a negative descriptor",
     negative_is_invalid},

    // Times
    {"poll", "early", "poll ends a tenth of its time too early", early_by_milliseconds<2>},
    {"epoll_pwait", "early", "epoll_pwait ends a tenth of its time too early",
     early_by_milliseconds<3>},
    {"ppoll", "early", "ppoll ends a tenth of its time too early", early_by_structure<2, billion>},
    {"select", "early", "select ends a tenth of its time too early",
     early_by_structure<4, million>},
    {"pselect6", "early", "pselect6 ends a tenth of its time too early",
     early_by_structure<4, billion>},
    {"poll", "short-limits-are-none", "poll does not wait at all where its limit is below 10 ms",
     short_limits_are_none<2>},
    {"epoll_pwait", "short-limits-are-none",
     "epoll_pwait does not wait at all where its limit is below 10 ms", short_limits_are_none<3>},
    {"poll", "endless-is-a-second", "poll without a limit waits for a second",
     endless_is_a_second<2>},
    {"epoll_pwait", "endless-is-a-second", "epoll_pwait without a limit waits for a second",
     endless_is_a_second<3>},

    // select
    {"select", "hang-up-not-readable", "select does not tell a pipe at its end as readable",
     select_without<0, has_hung_up>},
    {"pselect6", "hang-up-not-readable", "pselect6 does not tell a pipe at its end as readable",
     select_without<0, has_hung_up>},
    {"select", "broken-not-writable", "select does not tell a broken pipe as writable",
     select_without<1, is_broken>},
    {"pselect6", "broken-not-writable", "pselect6 does not tell a broken pipe as writable",
     select_without<1, is_broken>},
    {"select", "files-never-ready", "select does not tell a regular file as readable",
     select_without<0, is_regular>},
    {"pselect6", "files-never-ready", "pselect6 does not tell a regular file as readable",
     select_without<0, is_regular>},
    {"select", "listeners-never-readable",
     "select does not tell that a connection waits for accept", select_without<0, is_listener>},
    {"select", "counters-never-readable", "select does not tell that an eventfd can be read",
     select_without<0, is_counter>},
    {"select", "no-exceptions", "select tells no exceptional condition", select_without<2, is_any>},
    {"pselect6", "no-exceptions", "pselect6 tells no exceptional condition",
     select_without<2, is_any>},
    {"select", "counts-descriptors", "select counts a descriptor once that is in two of its sets",
     descriptors_counted_once},
    {"pselect6", "counts-descriptors",
     "pselect6 counts a descriptor once that is in two of its sets", descriptors_counted_once},
    {"select", "looks-beyond-the-count", "select looks at descriptors from nfds on",
     looks_beyond_count},
    {"pselect6", "looks-beyond-the-count", "pselect6 looks at descriptors from nfds on",
     looks_beyond_count},
    {"select", "closed-left-out", "select ignores descriptors that are closed", closed_left_out},
    {"pselect6", "closed-left-out", "pselect6 ignores descriptors that are closed",
     closed_left_out},

    // epoll: what is told
    {"epoll_pwait", "hang-up-not-told", "epoll_pwait does not tell EPOLLHUP",
     epoll_without<EPOLLHUP>},
    {"epoll_pwait", "errors-not-told", "epoll_pwait does not tell EPOLLERR",
     epoll_without<EPOLLERR>},
    {"epoll_pwait", "half-close-not-told", "epoll_pwait does not tell EPOLLRDHUP",
     epoll_without<EPOLLRDHUP>},
    {"epoll_pwait", "urgent-data-not-told", "epoll_pwait does not tell EPOLLPRI",
     epoll_without<EPOLLPRI>},
    {"epoll_pwait", "hang-up-hides-the-rest",
     "epoll_pwait tells EPOLLHUP alone where there is more",
     [](Invocation &call) {
       return told_changed(call, [](abi::epoll_event &event) {
         if ((event.events & EPOLLHUP) != 0)
           event.events = EPOLLHUP;
       });
     }},
    {"epoll_pwait",
     "listeners-never-readable",
     "epoll_pwait does not tell that a connection waits for accept",
     epoll_without_of<is_listener, EPOLLIN>,
     {{noted}}},
    {"epoll_pwait",
     "pipes-never-writable",
     "epoll_pwait does not tell that a pipe has room",
     epoll_without_of<is_pipe, EPOLLOUT>,
     {{noted}}},
    {"epoll_pwait",
     "sockets-never-writable",
     "epoll_pwait does not tell that a socket has room",
     epoll_without_of<is_stream, EPOLLOUT>,
     {{noted}}},
    {"epoll_pwait",
     "counters-never-readable",
     "epoll_pwait does not tell that an eventfd can be read",
     epoll_without_of<is_counter, EPOLLIN>,
     {{noted}}},
    {"epoll_pwait",
     "terminals-never-readable",
     "epoll_pwait does not tell that a terminal has input",
     epoll_without_of<is_terminal, EPOLLIN>,
     {{noted}}},
    {"epoll_create1",
     "empty-in-children",
     "a fork child has epoll instances of its own, in which nothing is registered",
     nullptr,
     {{{"fork", child_has_own_sets}}}},
    {"eventfd",
     "copied-by-fork",
     "a fork child has a counter of its own",
     nullptr,
     {{{"fork", child_has_own_counters}}}},
    {"eventfd2",
     "copied-by-fork",
     "a fork child has a counter of its own",
     nullptr,
     {{{"fork", child_has_own_counters}}}},
    {"epoll_ctl", "nested-forgotten", "epoll_ctl accepts an epoll instance and tells nothing of it",
     registration_forgotten<is_epoll>},
    {"epoll_pwait", "one-at-a-time", "epoll_pwait tells one descriptor, however many are ready",
     [](Invocation &call) {
       if (call.arguments.i32(2) > 1)
         call.arguments[2] = 1;
       return call.call();
     }},
    {"epoll_pwait", "least-first",
     "epoll_pwait tells the same descriptors again where more are ready than there is room for",
     least_first},

    // epoll: when and how often
    {"epoll_ctl", "level-is-edge", "epoll registers every descriptor as edge-triggered",
     registered_with<EPOLLET, EPOLLET>},
    {"epoll_ctl", "oneshot-for-all", "epoll tells of every descriptor once, until it is changed",
     registered_with<EPOLLONESHOT, EPOLLONESHOT | EPOLLEXCLUSIVE>},
    {"epoll_ctl", "mod-without-effect", "EPOLL_CTL_MOD answers 0 and changes nothing",
     operation_ignored<mod>},
    {"epoll_ctl", "del-without-effect", "EPOLL_CTL_DEL answers 0 and removes nothing",
     operation_ignored<del>},
    {"epoll_ctl", "mod-keeps-the-data", "EPOLL_CTL_MOD leaves the data as it was",
     data_of_the_first},
    {"epoll_ctl", "mod-keeps-edges-quiet",
     "EPOLL_CTL_MOD of an edge-triggered descriptor does not tell again what is ready",
     mod_keeps_edge_quiet},
    {"epoll_ctl", "copies-are-one", "epoll_ctl refuses a second descriptor of one socket",
     copies_are_one},
    {"epoll_pwait",
     "edges-only-after-reading",
     "epoll_pwait tells a new edge only where the last one was read",
     edges_only_after_reading,
     {{noted, {"read", reading_noted}, {"recvfrom", reading_noted}, {"accept", reading_noted}}}},
    {"epoll_pwait",
     "oneshot-told-twice",
     "EPOLLONESHOT lets two events through",
     oneshot_told_twice,
     {{noted}}},
    {"epoll_pwait",
     "oneshot-forgotten",
     "EPOLLONESHOT removes the descriptor when it is told",
     oneshot_forgotten,
     {{noted}}},
    {"close",
     "leaves-epoll-registrations",
     "close leaves what is registered with epoll as it was: events of it go on",
     registration_outlives_close,
     {{noted}}},
    {"close",
     "removes-registrations-of-copies",
     "close removes a registration with epoll though a copy of the descriptor is open",
     registration_ends_with_one_copy,
     {{noted}}},
};

} // namespace

std::span<const Behaviour> readiness_behaviours() { return behaviours; }

} // namespace wali::host::mutants
