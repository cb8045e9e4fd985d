//go:build unix && !linux

package session

func keepMemoryPrivate() error { return writeNoCore() }
