// Messages of sendmsg and recvmsg.
#pragma once

#include "wali/report.h"

namespace wali {

// A control message with a value of type T. What its cmsg_len counts is the header and
// the value, without what rounds the next one up to eight bytes.
template <class T> struct Control {
  cmsghdr header;
  T value;
};

// A control message that carries descriptors (SCM_RIGHTS).
template <class... Fds> Control<int[sizeof...(Fds)]> rights(const Fds &...fds) {
  return {{sizeof(cmsghdr) + sizeof...(Fds) * sizeof(int), 0, SOL_SOCKET, SCM_RIGHTS}, {int{fds}...}};
}

// A message to send or to receive: a msghdr between walls, zero at first, whose parts
// are the caller's. It stands for the header's address in a call, and -> reaches each
// field:
//
//   Message message("bytes");
//   message.with_name(address).with_control(control);
//   report("sendmsg", sys::sendmsg(socket, message, 0));
class Message {
public:
  // One buffer: the bytes to send, or the room to receive into.
  explicit Message(Text bytes) : Message(const_cast<char *>(bytes.data), bytes.size) {}
  Message(void *bytes, size_t size) : buffer_{bytes, size} { with_vector(&buffer_, 1); }
  // Several buffers.
  template <size_t count> explicit Message(iovec (&vector)[count]) { with_vector(vector, count); }
  Message(const Message &) = delete;

  // The address to send to, or the room for the sender's.
  Message &with_name(void *address, uint32_t size) {
    header_->msg_name = address;
    header_->msg_namelen = size;
    return *this;
  }
  template <class Address> Message &with_name(Address &address) { return with_name(&address, sizeof(address)); }
  // The control messages to send, or the room for those that come.
  Message &with_control(void *control, uint32_t size) {
    header_->msg_control = control;
    header_->msg_controllen = size;
    return *this;
  }
  template <class T> Message &with_control(T &control) { return with_control(&control, sizeof(control)); }

  operator msghdr *() { return &header_; }
  msghdr *operator->() { return &header_; }
  // What is left of its walls: report_walls("walls of the header", message.walls()).
  const Guarded<msghdr> &walls() const { return header_; }

private:
  void with_vector(iovec *vector, size_t count) {
    *header_ = {};
    header_->msg_iov = vector;
    header_->msg_iovlen = static_cast<int32_t>(count);
  }

  iovec buffer_ = {};
  Guarded<msghdr> header_;
};

} // namespace wali
