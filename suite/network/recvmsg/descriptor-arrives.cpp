// A descriptor sent with SCM_RIGHTS arrives as a new one for the same open file, with the
// bytes of the message. recvmsg writes the lengths back.
// Covers: recvmsg SCM_RIGHTS, msg_controllen, msg_flags
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "through the file");
  Control<int[1]> sent = rights(file);
  report("sendmsg", sys::sendmsg(pair.first, Message("with it").with_control(sent), 0));

  GuardedBytes<7> buffer;
  Guarded<Control<int[1]>> received;
  Message out(&buffer, 7);
  out.with_control(&received, 64);
  out->msg_flags = -1;
  report("recvmsg", sys::recvmsg(pair.second, out, MSG_CMSG_CLOEXEC));
  report("bytes", buffer.bytes());
  report("msg_controllen", out->msg_controllen);
  report("msg_flags", Flags{abi::sets::msg_flags, static_cast<uint32_t>(out->msg_flags)});
  report_walls("walls of the header", out.walls());
  report("cmsg_len", received->header.cmsg_len);
  report("cmsg_level", Choice{abi::sets::socket_level, received->header.cmsg_level});
  report("cmsg_type", Choice{abi::sets::control_type, received->header.cmsg_type});
  report("descriptor", received->value[0]);
  report("position seen through it", sys::lseek(received->value[0], 0, SEEK_CUR));
  setup::seek(received->value[0], 3);
  report("position afterwards", sys::lseek(file, 0, SEEK_CUR));
  report("its flags",
         Flags{abi::sets::fd_flags, static_cast<uint64_t>(setup::descriptor_flags(received->value[0]).value)});
}
