// With SA_RESTART a call that blocks goes on after the handler, as often as it
// runs, until there is something to read, to write or to accept, or somebody at
// the other end of a FIFO.
// Covers: rt_sigaction SA_RESTART
// Covers: open SA_RESTART, FIFO
// Covers: openat SA_RESTART, FIFO
#include "wali/test.h"

namespace {

int *runs; // shared with the children

// A child that signals this process until the handler has run three times
// more, and then does what the call waits for.
template <class Release> Child interrupt_then(Release release) {
  int parent = sys::getpid().pid();
  return setup::fork([=] {
    setup::sleep_ms(5);
    for (int before = __atomic_load_n(runs, __ATOMIC_SEQ_CST); __atomic_load_n(runs, __ATOMIC_SEQ_CST) - before < 3;
         setup::sleep_ms(2))
      sys::kill(parent, SIGUSR2);
    release();
  });
}

} // namespace

void test() {
  runs = &setup::shared<int>();
  setup::on_signal(SIGUSR2, [](int) { __atomic_fetch_add(runs, 1, __ATOMIC_SEQ_CST); }, SA_RESTART);
  static char bytes[4096];
  Pipe pipe = setup::pipe(), full = setup::pipe(O_NONBLOCK);
  setup::fill(full.write);
  setup::require_zero("fcntl", sys::fcntl(full.write, F_SETFL, 0));
  SocketPair sockets = setup::socketpair();
  setup::Listener listener = setup::tcp_listener();
  setup::make_fifo("fifo");
  {
    Child child = interrupt_then([&] { setup::write_all(pipe.write, "read"); });
    report("read", sys::read(pipe.read, bytes, 16));
    report("child", child.wait());
  }
  {
    Child child = interrupt_then([&] { sys::read(full.read, bytes, sizeof(bytes)); });
    report("write", sys::write(full.write, bytes, sizeof(bytes)));
    report("child", child.wait());
  }
  const iovec vector[] = {{bytes, 96}, {bytes + 96, 4000}};
  {
    Child child = interrupt_then([&] { setup::write_all(pipe.write, "scattered"); });
    report("readv", sys::readv(pipe.read, vector, 2));
    report("child", child.wait());
  }
  {
    Child child = interrupt_then([&] { sys::read(full.read, bytes, sizeof(bytes)); });
    report("writev", sys::writev(full.write, vector, 2));
    report("child", child.wait());
  }
  {
    Child child = interrupt_then([&] { setup::write_all(sockets.second, "received"); });
    report("recvfrom", sys::recvfrom(sockets.first, bytes, 16, 0, nullptr, nullptr));
    report("child", child.wait());
  }
  {
    Child child = interrupt_then([&] {
      Fd client(sys::socket(AF_INET, SOCK_STREAM, 0).fd());
      sys::connect(client, &listener.address, sizeof(listener.address));
    });
    Fd connection(sys::accept(listener.socket, nullptr, nullptr).fd());
    report("accept's descriptor, its flags", setup::descriptor_flags(connection));
    report("child", child.wait());
  }
  {
    Child child = interrupt_then([] { setup::open("fifo", O_WRONLY); });
    Fd reader(sys::open("fifo", O_RDONLY, 0).fd());
    report("open's descriptor, its flags", setup::descriptor_flags(reader));
  }
  {
    Child child = interrupt_then([] { setup::open("fifo", O_RDONLY); });
    Fd writer(sys::open("fifo", O_WRONLY, 0).fd());
    report("openat's descriptor, its flags", setup::descriptor_flags(writer));
  }
  report("handler runs, compared with 23", compared(*runs, 23));
}
