package session

// KeepMemoryPrivate keeps what is in the memory of this process out of core
// dumps, and on Linux from the other programs of the user, which could read it
// otherwise. It holds until the process ends and may be called again. On
// Windows it does nothing.
func KeepMemoryPrivate() error { return keepMemoryPrivate() }
