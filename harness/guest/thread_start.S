# The entry of a guest thread: `(i32 tid, i32 start) -> ()`. Its instance's
# __stack_pointer has the main thread's initial value, so nothing may use the
# stack before it is set to the thread's own: the first word of `start`.
	.globaltype	__stack_pointer, i32
	.functype	wali_thread_main (i32, i32) -> ()
	.section	.text.wali_thread_start,"",@
	.globl	wali_thread_start
	.type	wali_thread_start,@function
wali_thread_start:
	.functype	wali_thread_start (i32, i32) -> ()
	local.get	1
	i32.load	0
	global.set	__stack_pointer
	local.get	0
	local.get	1
	call	wali_thread_main
	end_function
