// The structures of ABI.md, Layouts, as a C library for the target
// wasm32-unknown-linux-muslwali would declare them: natural types, no padding
// fields, `long` of 64 bits. clang lays them out; test_layouts.py compares the
// result with layouts.def. Written from ABI.md, not from types.h.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned u32;
typedef unsigned long u64;
_Static_assert(sizeof(long) == 8, "long has 64 bits on wasm32-unknown-linux-muslwali");
_Static_assert(sizeof(void *) == 4, "pointers have 32 bits");

struct timespec { long tv_sec; long tv_nsec; };
struct timeval { long tv_sec; long tv_usec; };
struct itimerval { struct timeval it_interval, it_value; };
struct timezone { int tz_minuteswest, tz_dsttime; };
struct iovec { void *iov_base; u32 iov_len; };
// size_t-like members are followed by padding that stands for the upper half.
struct msghdr {
  void *msg_name; u32 msg_namelen; struct iovec *msg_iov; int msg_iovlen; int pad1;
  void *msg_control; u32 msg_controllen; int pad2; int msg_flags;
};
struct cmsghdr { u32 cmsg_len; int pad; int cmsg_level; int cmsg_type; };
struct __attribute__((packed)) k_sigaction { u32 handler; u64 flags; u32 restorer; u64 mask; };
struct siginfo {
  int si_signo, si_errno, si_code;
  union {
    u8 bytes[112] __attribute__((aligned(8)));
    struct { int si_pid; u32 si_uid; int si_status; long si_utime, si_stime; };
    struct { int si_timerid, si_overrun; u32 si_value; };
    struct { long si_band; int si_fd; };
  };
};
struct stack { void *ss_sp; int ss_flags; u32 ss_size; };
struct __attribute__((packed)) epoll_event { u32 events; u64 data; };
struct pollfd { int fd; short events, revents; };
struct fd_set { u64 bits[1024 / 64]; };
struct cpu_set { u64 bits[1024 / 64]; };
struct pselect6_mask { u64 address, size; };
struct stat {
  u64 st_dev, st_ino, st_nlink; u32 st_mode, st_uid, st_gid; u64 st_rdev;
  long st_size, st_blksize, st_blocks; struct timespec st_atim, st_mtim, st_ctim; long spare[3];
};
struct statx_timestamp { long tv_sec; u32 tv_nsec; int pad; };
struct statx {
  u32 stx_mask, stx_blksize; u64 stx_attributes; u32 stx_nlink, stx_uid, stx_gid; u16 stx_mode;
  u64 stx_ino, stx_size, stx_blocks, stx_attributes_mask;
  struct statx_timestamp stx_atime, stx_btime, stx_ctime, stx_mtime;
  u32 stx_rdev_major, stx_rdev_minor, stx_dev_major, stx_dev_minor; u64 stx_mnt_id;
  u32 stx_dio_mem_align, stx_dio_offset_align; u64 spare[12];
};
struct statfs {
  u64 f_type, f_bsize, f_blocks, f_bfree, f_bavail, f_files, f_ffree; int f_fsid[2];
  u64 f_namelen, f_frsize, f_flags, spare[4];
};
struct __attribute__((packed)) linux_dirent64 { u64 d_ino; long d_off; u16 d_reclen; u8 d_type; };
struct __attribute__((packed)) linux_dirent { u64 d_ino, d_off; u16 d_reclen; };
struct rlimit { u64 rlim_cur, rlim_max; };
struct rusage {
  struct timeval ru_utime, ru_stime;
  long ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap, ru_inblock, ru_oublock,
      ru_msgsnd, ru_msgrcv, ru_nsignals, ru_nvcsw, ru_nivcsw;
};
struct sysinfo {
  long uptime; u64 loads[3]; u64 totalram, freeram, sharedram, bufferram, totalswap, freeswap; u16 procs;
  u64 totalhigh, freehigh; u32 mem_unit;
};
struct utsname { char sysname[65], nodename[65], release[65], version[65], machine[65], domainname[65]; };
struct flock { short l_type, l_whence; long l_start, l_len; int l_pid; };
struct f_owner_ex { int type, pid; };
struct utimbuf { long actime, modtime; };
struct sockaddr { u16 sa_family; char sa_data[14]; };
struct sockaddr_in { u16 sin_family, sin_port; u32 sin_addr; u8 sin_zero[8]; };
struct sockaddr_in6 { u16 sin6_family, sin6_port; u32 sin6_flowinfo; u8 sin6_addr[16]; u32 sin6_scope_id; };
struct sockaddr_un { u16 sun_family; char sun_path[108]; };
struct sockaddr_nl { u16 nl_family, nl_pad; u32 nl_pid, nl_groups; };
struct sockaddr_storage { u16 ss_family; char ss_data[126]; };
struct linger { int l_onoff, l_linger; };
struct ucred { int pid; u32 uid, gid; };
struct termios { u32 c_iflag, c_oflag, c_cflag, c_lflag; u8 c_line; u8 c_cc[19]; };
struct winsize { u16 ws_row, ws_col, ws_xpixel, ws_ypixel; };
struct ifreq {
  char ifr_name[16];
  union {
    struct sockaddr ifr_addr; short ifr_flags; int ifr_value; char ifr_newname[16]; void *ifr_data;
    u8 bytes[24];
  };
};
struct ifconf { int ifc_len; void *ifc_buf; };
struct sock_filter { u16 code; u8 jt, jf; u32 k; };
struct sock_fprog { u16 len; struct sock_filter *filter; };
struct group_req { u32 gr_interface; struct sockaddr_storage gr_group __attribute__((aligned(8))); };
