//go:build !crash

package main

// crashOnSignal does nothing in the product; see crash_on.go.
func crashOnSignal() {}
