// The structures that cross the WALI boundary (ABI.md, Layouts).
//
// Fields have fixed widths, and padding that ABI.md lists is a field of
// its own, so one definition gives the WALI layout on wasm32 and the kernel's
// layout on x86-64. The assertions at the end hold the WALI layout; a test
// compares it with what clang computes from independent declarations.
#pragma once

#include "harness/abi/model.h"

#ifdef WALI_ABI_HOST_VIEW
// The C library defines some of these fields' names as macros. After this, its own
// structures have no such fields; the host does not need them.
#include <net/if.h>
#include <signal.h>
#undef si_pid
#undef si_uid
#undef si_status
#undef si_value
#undef si_utime
#undef si_stime
#undef si_timerid
#undef si_overrun
#undef si_band
#undef si_fd
#undef ifr_name
#undef ifr_addr
#undef ifr_flags
#undef ifr_newname
#undef ifr_data
#undef ifc_buf
#endif

namespace wali::abi {

struct timespec {
  int64_t tv_sec;
  int64_t tv_nsec;
};

struct timeval {
  int64_t tv_sec;
  int64_t tv_usec;
};

struct itimerval {
  timeval it_interval;
  timeval it_value;
};

struct timezone {
  int32_t tz_minuteswest;
  int32_t tz_dsttime;
};

struct iovec {
  pointer<void> iov_base;
  usize iov_len;
};

struct msghdr {
  pointer<void> msg_name;
  uint32_t msg_namelen;
  pointer<iovec> msg_iov;
  int32_t msg_iovlen;
  int32_t pad1;
  pointer<void> msg_control;
  uint32_t msg_controllen;
  int32_t pad2;
  int32_t msg_flags;
};

struct cmsghdr {
  uint32_t cmsg_len;
  uint32_t pad;
  int32_t cmsg_level;
  int32_t cmsg_type;
};

// What rt_sigaction takes. On wasm32 the handler is a table index, SIG_DFL or SIG_IGN;
// natively it is an address.
struct __attribute__((packed)) k_sigaction {
#ifdef WALI_ABI_HOST_VIEW
  uint32_t handler;
#else
  uintptr_t handler;
#endif
  uint64_t flags;
  pointer<void> restorer;
  uint64_t mask;
};

// Signal `signo` is bit `signo - 1`.
using sigset = uint64_t;

struct siginfo {
  int32_t si_signo;
  int32_t si_errno;
  int32_t si_code;
  int32_t pad;
  union {
    struct {
      int32_t si_pid;
      uint32_t si_uid;
      union {
        int32_t si_status;
        uint32_t si_value;
      };
      int64_t si_utime;
      int64_t si_stime;
    };
    struct {
      int32_t si_timerid;
      int32_t si_overrun;
    };
    struct {
      int64_t si_band;
      int32_t si_fd;
    };
    uint8_t bytes[112];
  };
};

struct stack {
  pointer<void> ss_sp;
  int32_t ss_flags;
  usize ss_size;
};

struct __attribute__((packed)) epoll_event {
  uint32_t events;
  uint64_t data;
};

struct pollfd {
  int32_t fd;
  int16_t events;
  int16_t revents;
};

// A set of 1024 bits. Linux reads and writes as many 64-bit words as nfds needs.
struct fd_set {
  uint64_t bits[16];
};

struct cpu_set {
  uint64_t bits[16];
};

// The sixth argument of pselect6. `address` is a guest address in a wide field.
struct pselect6_mask {
  uint64_t address;
  uint64_t size;
};

struct stat {
  uint64_t st_dev;
  uint64_t st_ino;
  uint64_t st_nlink;
  uint32_t st_mode;
  uint32_t st_uid;
  uint32_t st_gid;
  uint32_t pad;
  uint64_t st_rdev;
  int64_t st_size;
  int64_t st_blksize;
  int64_t st_blocks;
  timespec st_atim;
  timespec st_mtim;
  timespec st_ctim;
  int64_t spare[3];
};

struct statx_timestamp {
  int64_t tv_sec;
  uint32_t tv_nsec;
  int32_t pad;
};

struct statx {
  uint32_t stx_mask;
  uint32_t stx_blksize;
  uint64_t stx_attributes;
  uint32_t stx_nlink;
  uint32_t stx_uid;
  uint32_t stx_gid;
  uint16_t stx_mode;
  uint16_t pad;
  uint64_t stx_ino;
  uint64_t stx_size;
  uint64_t stx_blocks;
  uint64_t stx_attributes_mask;
  statx_timestamp stx_atime;
  statx_timestamp stx_btime;
  statx_timestamp stx_ctime;
  statx_timestamp stx_mtime;
  uint32_t stx_rdev_major;
  uint32_t stx_rdev_minor;
  uint32_t stx_dev_major;
  uint32_t stx_dev_minor;
  uint64_t stx_mnt_id;
  uint32_t stx_dio_mem_align;
  uint32_t stx_dio_offset_align;
  uint64_t spare[12];
};

struct statfs {
  uint64_t f_type;
  uint64_t f_bsize;
  uint64_t f_blocks;
  uint64_t f_bfree;
  uint64_t f_bavail;
  uint64_t f_files;
  uint64_t f_ffree;
  int32_t f_fsid[2];
  uint64_t f_namelen;
  uint64_t f_frsize;
  uint64_t f_flags;
  uint64_t spare[4];
};

// A record of getdents64; the name follows at offset 19.
struct __attribute__((packed)) linux_dirent64 {
  uint64_t d_ino;
  int64_t d_off;
  uint16_t d_reclen;
  uint8_t d_type;
};

// A record of getdents; the name follows at offset 18, the type is the last byte.
struct __attribute__((packed)) linux_dirent {
  uint64_t d_ino;
  uint64_t d_off;
  uint16_t d_reclen;
};

struct rlimit {
  uint64_t rlim_cur;
  uint64_t rlim_max;
};

struct rusage {
  timeval ru_utime;
  timeval ru_stime;
  int64_t ru_maxrss;
  int64_t ru_ixrss;
  int64_t ru_idrss;
  int64_t ru_isrss;
  int64_t ru_minflt;
  int64_t ru_majflt;
  int64_t ru_nswap;
  int64_t ru_inblock;
  int64_t ru_oublock;
  int64_t ru_msgsnd;
  int64_t ru_msgrcv;
  int64_t ru_nsignals;
  int64_t ru_nvcsw;
  int64_t ru_nivcsw;
};

struct sysinfo {
  int64_t uptime;
  uint64_t loads[3];
  uint64_t totalram;
  uint64_t freeram;
  uint64_t sharedram;
  uint64_t bufferram;
  uint64_t totalswap;
  uint64_t freeswap;
  uint16_t procs;
  uint16_t pad1;
  uint32_t pad2;
  uint64_t totalhigh;
  uint64_t freehigh;
  uint32_t mem_unit;
  uint32_t pad3;
};

struct utsname {
  char sysname[65];
  char nodename[65];
  char release[65];
  char version[65];
  char machine[65];
  char domainname[65];
};

struct flock {
  int16_t l_type;
  int16_t l_whence;
  int32_t pad1;
  int64_t l_start;
  int64_t l_len;
  int32_t l_pid;
  int32_t pad2;
};

struct f_owner_ex {
  int32_t type;
  int32_t pid;
};

struct utimbuf {
  int64_t actime;
  int64_t modtime;
};

// Socket addresses: as Linux has them. `sockaddr` stands for any of them.
struct sockaddr {
  uint16_t sa_family;
  uint8_t sa_data[14];
};

struct sockaddr_in {
  uint16_t sin_family;
  uint16_t sin_port;
  uint32_t sin_addr;
  uint8_t sin_zero[8];
};

struct sockaddr_in6 {
  uint16_t sin6_family;
  uint16_t sin6_port;
  uint32_t sin6_flowinfo;
  uint8_t sin6_addr[16];
  uint32_t sin6_scope_id;
};

struct sockaddr_un {
  uint16_t sun_family;
  char sun_path[108];
};

struct sockaddr_nl {
  uint16_t nl_family;
  uint16_t nl_pad;
  uint32_t nl_pid;
  uint32_t nl_groups;
};

struct sockaddr_storage {
  uint16_t ss_family;
  uint8_t ss_data[126];
};

struct linger {
  int32_t l_onoff;
  int32_t l_linger;
};

struct ucred {
  int32_t pid;
  uint32_t uid;
  uint32_t gid;
};

struct termios {
  uint32_t c_iflag;
  uint32_t c_oflag;
  uint32_t c_cflag;
  uint32_t c_lflag;
  uint8_t c_line;
  uint8_t c_cc[19];
};

struct winsize {
  uint16_t ws_row;
  uint16_t ws_col;
  uint16_t ws_xpixel;
  uint16_t ws_ypixel;
};

// The meaning of the 24 bytes after the name depends on the request; ifr_data is a
// guest pointer at offset 16.
struct ifreq {
  char ifr_name[16];
  union {
    sockaddr ifr_addr;
    int16_t ifr_flags;
    int32_t ifr_value;
    char ifr_newname[16];
    pointer<void> ifr_data;
    uint8_t bytes[24];
  };
};

struct ifconf {
  int32_t ifc_len;
  pointer<void> ifc_buf;
};

struct sock_filter {
  uint16_t code;
  uint8_t jt;
  uint8_t jf;
  uint32_t k;
};

struct sock_fprog {
  uint16_t len;
  pointer<sock_filter> filter;
};

struct group_req {
  uint32_t gr_interface;
  uint32_t pad;
  sockaddr_storage gr_group;
};

#if defined(WALI_ABI_HOST_VIEW) || defined(__wasm32__)
#define STRUCT(type, size) static_assert(sizeof(struct type) == (size), "ABI.md gives " #type " " #size " bytes");
#define FIELD(type, field, offset)                                                                                     \
  static_assert(offsetof(struct type, field) == (offset), "ABI.md has " #type "::" #field " at " #offset);
#include "harness/abi/layouts.def"
#endif

} // namespace wali::abi
