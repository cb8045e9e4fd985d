//go:build !unix

package session

func keepMemoryPrivate() error { return nil }
