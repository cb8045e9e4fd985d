//go:build linux && cgo && !ci

package main

/*
#include <stdlib.h>
#include <malloc.h>

// Only the C library of GNU keeps what it has no use for, and has a way to ask for it.
static void trim(void) {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
*/
import "C"

// trim gives back to the system what the C library keeps of what it was given
// back: where GL is done in software, the pictures of pages that were let go of.
func trim() { C.trim() }
