// The three pieces of the host that must be known instruction by instruction:
// the signal handlers look whether they interrupted one of them (assembly.h).

#define EXPORT(name) .globl name; .hidden name; name

        .text

// wali_syscall of assembly.h: rdi is `pending`, rsi the call's number, rdx its six
// arguments, r12 the place to go on at, rax the result.
//
// Makes the call unless *pending is set. Between wali_syscall_begin and
// wali_syscall_instruction, both included, the call has not been made (or the
// kernel is about to restart it): a signal there moves the thread to
// wali_syscall_interrupted. At wali_syscall_end the kernel has answered.
//
// Behind it, where wali_refill_returns says so, calls that are never returned from
// give the processor harmless predictions for the returns that follow
// (assembly.h).
        .p2align 4
        .type wali_syscall_stub, @function
EXPORT(wali_syscall_stub):
        .cfi_startproc
        .cfi_register %rip, %r12
        mov     %rdi, %r11
        mov     %rsi, %rax
        mov     %rdx, %rcx
        mov     (%rcx), %rdi
        mov     8(%rcx), %rsi
        mov     16(%rcx), %rdx
        mov     24(%rcx), %r10
        mov     32(%rcx), %r8
        mov     40(%rcx), %r9
EXPORT(wali_syscall_begin):
        cmpl    $0, (%r11)
        jne     wali_syscall_interrupted
EXPORT(wali_syscall_instruction):
        syscall
EXPORT(wali_syscall_end):
        cmpb    $0, wali_refill_returns(%rip)
        jne     .Lrefill
        jmp     *%r12
.Lrefill:
        lea     -128(%rsp), %rsp        // past what the caller may keep there
        .rept   4
        call    1f
        int3
1:
        .endr
        lea     128+4*8(%rsp), %rsp
        jmp     *%r12
EXPORT(wali_syscall_interrupted):
        mov     $-0x10000, %rax         // syscall_interrupted of assembly.h
        jmp     *%r12
        .cfi_endproc
        .size wali_syscall_stub, . - wali_syscall_stub

// What functions of RETURNS_BY_JUMP end with (assembly.h).
        .p2align 4
        .type __x86_return_thunk, @function
EXPORT(__x86_return_thunk):
        pop     %rcx
        jmp     *%rcx
        .size __x86_return_thunk, . - __x86_return_thunk

// uint64_t wali_copy(void *to, const void *from, size_t length)
//
// Copies and returns 0; not 0 when an access between wali_copy_begin and
// wali_copy_end faulted: the fault handler then moves to wali_copy_failed.
        .p2align 4
        .type wali_copy, @function
EXPORT(wali_copy):
        .cfi_startproc
        mov     %rdx, %rcx
        xor     %eax, %eax
        cmp     $8, %rdx
        je      .Leight
        cmp     $4, %rdx
        je      .Lfour
EXPORT(wali_copy_begin):
        rep movsb
        ret
.Leight:
        mov     (%rsi), %rdx
        mov     %rdx, (%rdi)
        ret
.Lfour:
        mov     (%rsi), %edx
        mov     %edx, (%rdi)
EXPORT(wali_copy_end):
        ret
EXPORT(wali_copy_failed):
        mov     $1, %eax
        ret
        .cfi_endproc
        .size wali_copy, . - wali_copy

// What the kernel returns to from a signal handler (SA_RESTORER).
        .p2align 4
        .type wali_signal_return, @function
EXPORT(wali_signal_return):
        mov     $15, %eax               // rt_sigreturn
        syscall
        .size wali_signal_return, . - wali_signal_return

        .bss
        .type wali_refill_returns, @object
        .size wali_refill_returns, 1
EXPORT(wali_refill_returns):
        .zero   1

        .section .note.GNU-stack, "", @progbits
