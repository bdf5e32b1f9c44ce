# Start, threads and signal return of the native oracle, for x86-64: what the
# compiler cannot say.
	.text
	.globl	_start
_start:
	xor	%ebp, %ebp
	mov	%rsp, %rdi          # argc, argv, envp lie here
	and	$-16, %rsp
	call	wali_native_start
	ud2

	.globl	wali_restore_rt
wali_restore_rt:
	mov	$15, %eax           # rt_sigreturn
	syscall

# int wali_native_clone(void (*function)(int tid, void *argument),
#                       void *argument, void *stack_top)
# A thread as pthreads make them, less the thread-local storage. Its id is what
# gettid says. When the function returns the thread exits with status 0.
	.globl	wali_native_clone
wali_native_clone:
	mov	%rdi, -16(%rdx)
	mov	%rsi, -8(%rdx)
	lea	-16(%rdx), %rsi
	mov	$0x50f00, %edi      # VM FS FILES SIGHAND THREAD SYSVSEM
	xor	%edx, %edx
	xor	%r10d, %r10d
	xor	%r8d, %r8d
	mov	$56, %eax           # clone
	syscall
	test	%rax, %rax
	jnz	1f
	mov	$186, %eax          # gettid
	syscall
	mov	%eax, %edi
	xor	%ebp, %ebp
	pop	%rax
	pop	%rsi
	call	*%rax
	xor	%edi, %edi
	mov	$60, %eax           # exit
	syscall
1:	ret

	.section .note.GNU-stack,"",@progbits
