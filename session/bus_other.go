//go:build !linux

package session

// KeepBusesLocal does nothing where there is no D-Bus.
func KeepBusesLocal() error { return nil }
