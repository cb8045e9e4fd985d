// Package data keeps a journal on disk: one SQLite file and its folder. It
// implements journal.Home, the place of a journal that is not open, and
// journal.Store, a journal that is.
//
// Start reading at [Home.Open], which finds, makes or migrates the file, and
// at Store.Apply, the only way anything is ever written: pure functions
// (statements_*.go) turn a set of changes into a list of SQL statements, and
// the write door (write.go) runs that list in one transaction or not at all.
// Everything that is asked goes through read_*.go, filter.go and search*.go on
// connections that cannot write.
//
// Attached files lie beside it, each named by its hash: attachments.go keeps
// them, attachments_read.go opens none that was altered, attachments_lend.go
// lends copies to other programs.
//
// A backup is a plain tar of the database and the attached files: backup.go
// makes and keeps them, backup_read.go believes nothing of what is in one,
// restore.go puts one in place of the journal, and restore_finish.go sees to it
// that a restore that was killed is finished or never was.
//
// A protected journal (protected.go) is the same store over a database in
// memory (memory.go) with one connection. Its write door first brings each list
// to the disk as a sealed file (pending.go, literal.go); sealed.go sees to it
// that an image of the database (image.go) takes their place from time to time.
// shelf.go seals attached files. The keys are in package vault. protect.go turns
// protection on and off, switch.go decides for the new form, seal_copies.go
// seals what was plain before, and backup_sealed.go and restore_sealed.go are
// the backups of a protected journal.
//
// The schema, with a comment to each table, is migrations/0001_initial.sql.
// It is made to be read with the sqlite3 shell: that is the way out.
//
// No code here may open journal.db, journal.db-wal or journal.db-shm with os:
// closing such a file drops the locks that SQLite holds for the whole process.
package data
