package journal

// Repaired is what came of repairing a journal.
type Repaired struct {
	Report            // every damage, and whether it is mended; OK says that all is, or that nothing was damaged
	Backup     string // path of the backup that was made before; empty when the file could not be copied as a journal
	SetAside   string // folder in which the damaged file lies as it was; empty when there is a backup of it
	Quarantine string // folder with what could be read and not put back, as text files; empty when there is nothing
	Recovered  int    // entries that were read from the damaged file
	FromBackup int    // entries that were taken from a backup
	Lost       int    // entries that the file still names and nobody holds any more
}
