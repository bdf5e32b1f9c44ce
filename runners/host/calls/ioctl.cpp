// ioctl: what its third argument is depends on the request. Every request that reaches
// Linux is in the table below, and every pointer in its structures is translated.
#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <linux/fiemap.h>
#include <linux/fs.h>
#include <linux/random.h>
#include <linux/sockios.h>
#include <sys/syscall.h>

#include <cstring>

#include "runners/host/calls/variants.h"
#include "runners/host/linking/parameters.h"
#include "runners/host/memory/layouts.h"

namespace wali::host {
namespace {

using abi::Call;
using enum IoctlRequest::Argument;

constexpr uint16_t int_size = 4, termio_size = 18, termios_size = 36, termios2_size = 44,
                   winsize_size = 8, ifreq_size = 40, timestamp_size = 16;

constexpr IoctlRequest requests[] = {
    // Every descriptor (fs/ioctl.c)
    {FIOCLEX, number},
    {FIONCLEX, number},
    {FIONBIO, in, int_size},
    {FIOASYNC, in, int_size},
    {FIOQSIZE, out, 8},
    {FIONREAD, out, int_size},

    // Files and file systems
    {FIBMAP, inout, int_size},
    {FIGETBSZ, out, int_size},
    {FIFREEZE, number},
    {FITHAW, number},
    {FITRIM, inout, sizeof(fstrim_range)},
    {FICLONE, number},
    {FICLONERANGE, in, sizeof(file_clone_range)},
    {FIDEDUPERANGE, inout, sizeof(file_dedupe_range)},
    {FS_IOC_FIEMAP, inout, sizeof(fiemap)},
    {FS_IOC_GETFLAGS, out, int_size},
    {FS_IOC_SETFLAGS, in, int_size},
    {FS_IOC_GETVERSION, out, int_size},
    {FS_IOC_SETVERSION, in, int_size},
    {FS_IOC_FSGETXATTR, out, sizeof(fsxattr)},
    {FS_IOC_FSSETXATTR, in, sizeof(fsxattr)},
    {FS_IOC_GETFSLABEL, out, FSLABEL_MAX},
    {FS_IOC_SETFSLABEL, in, FSLABEL_MAX},

    // Block devices and /dev/random
    {BLKROGET, out, int_size},
    {BLKGETSIZE, out, 8},
    {BLKGETSIZE64, out, 8},
    {BLKSSZGET, out, int_size},
    {BLKPBSZGET, out, int_size},
    {BLKIOMIN, out, int_size},
    {BLKIOOPT, out, int_size},
    {BLKRAGET, out, 8},
    {BLKFLSBUF, number},
    {RNDGETENTCNT, out, int_size},

    // Terminals (ioctl_tty(2))
    {TCGETS, out, termios_size},
    {TCSETS, in, termios_size},
    {TCSETSW, in, termios_size},
    {TCSETSF, in, termios_size},
    {TCGETA, out, termio_size},
    {TCSETA, in, termio_size},
    {TCSETAW, in, termio_size},
    {TCSETAF, in, termio_size},
    {TCGETS2, out, termios2_size},
    {TCSETS2, in, termios2_size},
    {TCSETSW2, in, termios2_size},
    {TCSETSF2, in, termios2_size},
    {TIOCGLCKTRMIOS, out, termios_size},
    {TIOCSLCKTRMIOS, in, termios_size},
    {TIOCGWINSZ, out, winsize_size},
    {TIOCSWINSZ, in, winsize_size},
    {TCSBRK, number},
    {TCSBRKP, number},
    {TIOCSBRK, number},
    {TIOCCBRK, number},
    {TCXONC, number},
    {TCFLSH, number},
    {TIOCOUTQ, out, int_size},
    {TIOCSTI, in, 1},
    {TIOCCONS, number},
    {TIOCSCTTY, number},
    {TIOCNOTTY, number},
    {TIOCGPGRP, out, int_size},
    {TIOCSPGRP, in, int_size},
    {TIOCGSID, out, int_size},
    {TIOCEXCL, number},
    {TIOCNXCL, number},
    {TIOCGEXCL, out, int_size},
    {TIOCGETD, out, int_size},
    {TIOCSETD, in, int_size},
    {TIOCPKT, in, int_size},
    {TIOCGPKT, out, int_size},
    {TIOCGPTN, out, int_size},
    {TIOCSPTLCK, in, int_size},
    {TIOCGPTLCK, out, int_size},
    {TIOCGPTPEER, number},
    {TIOCSIG, number},
    {TIOCGDEV, out, int_size},
    {TIOCVHANGUP, number},
    {TIOCMGET, out, int_size},
    {TIOCMBIS, in, int_size},
    {TIOCMBIC, in, int_size},
    {TIOCMSET, in, int_size},
    {TIOCMIWAIT, number},
    {TIOCGSOFTCAR, out, int_size},
    {TIOCSSOFTCAR, in, int_size},

    // Sockets (socket(7), tcp(7), udp(7)); FIONREAD and TIOCOUTQ are SIOCINQ and SIOCOUTQ
    {FIOSETOWN, in, int_size},
    {SIOCSPGRP, in, int_size},
    {FIOGETOWN, out, int_size},
    {SIOCGPGRP, out, int_size},
    {SIOCATMARK, out, int_size},
    {SIOCOUTQNSD, out, int_size},
    {SIOCGSTAMP_OLD, out, timestamp_size},
    {SIOCGSTAMPNS_OLD, out, timestamp_size},
    {static_cast<uint32_t>(SIOCGSTAMP_NEW), out, timestamp_size},
    {static_cast<uint32_t>(SIOCGSTAMPNS_NEW), out, timestamp_size},

    // Network interfaces (netdevice(7))
    {SIOCGIFCONF, ifconf},
    {SIOCETHTOOL, ifreq_data},
    {SIOCGHWTSTAMP, ifreq_data},
    {SIOCSHWTSTAMP, ifreq_data},
    {SIOCGIFNAME, inout, ifreq_size},
    {SIOCGIFINDEX, inout, ifreq_size},
    {SIOCGIFFLAGS, inout, ifreq_size},
    {SIOCSIFFLAGS, in, ifreq_size},
    {SIOCGIFPFLAGS, inout, ifreq_size},
    {SIOCSIFPFLAGS, in, ifreq_size},
    {SIOCGIFADDR, inout, ifreq_size},
    {SIOCSIFADDR, in, ifreq_size},
    {SIOCGIFDSTADDR, inout, ifreq_size},
    {SIOCSIFDSTADDR, in, ifreq_size},
    {SIOCGIFBRDADDR, inout, ifreq_size},
    {SIOCSIFBRDADDR, in, ifreq_size},
    {SIOCGIFNETMASK, inout, ifreq_size},
    {SIOCSIFNETMASK, in, ifreq_size},
    {SIOCGIFMETRIC, inout, ifreq_size},
    {SIOCSIFMETRIC, in, ifreq_size},
    {SIOCGIFMTU, inout, ifreq_size},
    {SIOCSIFMTU, in, ifreq_size},
    {SIOCGIFHWADDR, inout, ifreq_size},
    {SIOCSIFHWADDR, in, ifreq_size},
    {SIOCSIFHWBROADCAST, in, ifreq_size},
    {SIOCGIFMAP, inout, ifreq_size},
    {SIOCADDMULTI, in, ifreq_size},
    {SIOCDELMULTI, in, ifreq_size},
    {SIOCGIFTXQLEN, inout, ifreq_size},
    {SIOCSIFTXQLEN, in, ifreq_size},
    {SIOCSIFNAME, in, ifreq_size},
    {SIOCGIFCOUNT, inout, ifreq_size},
    {SIOCGARP, inout, 68},
    {SIOCSARP, in, 68},
    {SIOCDARP, in, 68},
};

// The list of interfaces. Of the ifconf, Linux changes only the length.
int64_t get_interfaces(Thread &thread, const Parameters<Call::ioctl> &arguments) {
  const Memory &memory = thread.memory();
  abi::ifconf guest;
  if (!read_argument(memory, arguments.argp, guest))
    return thread.syscall(SYS_ioctl, arguments.fd, arguments.request, memory.faulting());
  kernel_layout::ifconf list = to_kernel(memory, guest);
  int64_t result = thread.syscall(SYS_ioctl, arguments.fd, arguments.request, &list);
  if (result >= 0 && !memory.write(arguments.argp + offsetof(abi::ifconf, ifc_len), list.len))
    return -EFAULT;
  return result;
}

// A request about an interface with a pointer to its details. Linux writes the
// name back and leaves the pointer as it was.
int64_t with_interface_data(Thread &thread, const Parameters<Call::ioctl> &arguments) {
  const Memory &memory = thread.memory();
  abi::ifreq guest;
  if (!read_argument(memory, arguments.argp, guest))
    return thread.syscall(SYS_ioctl, arguments.fd, arguments.request, memory.faulting());
  kernel_layout::ifreq_data request = to_kernel(memory, guest);
  int64_t result = thread.syscall(SYS_ioctl, arguments.fd, arguments.request, &request);
  if (result >= 0 && !memory.write_bytes(arguments.argp, request.name, sizeof request.name))
    return -EFAULT;
  return result;
}

int64_t ioctl(Thread &thread, const Parameters<Call::ioctl> &arguments) {
  const IoctlRequest *known = find_ioctl_request(static_cast<uint32_t>(arguments.request));
  if (known == nullptr) {
    // The argument may be a structure that holds pointers. Linux is asked for a request
    // that no driver has, and gives the right error: -EBADF, -ENOTTY, or -EINVAL.
    constexpr uint32_t no_request = 0xffffffff;
    return thread.syscall(SYS_ioctl, arguments.fd, no_request, 0);
  }
  switch (known->argument) {
  case number:
    return thread.syscall(SYS_ioctl, arguments.fd, arguments.request, arguments.argp);
  case ifconf:
    return get_interfaces(thread, arguments);
  case ifreq_data:
    return with_interface_data(thread, arguments);
  case in:
  case out:
  case inout:
    break;
  }
  return thread.syscall(SYS_ioctl, arguments.fd, arguments.request,
                        thread.memory().for_kernel(arguments.argp));
}

constexpr CallEntry entries[] = {entry<ioctl>};

} // namespace

const IoctlRequest *find_ioctl_request(uint32_t request) {
  for (const IoctlRequest &entry : requests)
    if (entry.request == request)
      return &entry;
  return nullptr;
}

CallTable ioctl_calls() { return entries; }

} // namespace wali::host
