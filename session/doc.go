// Package session is what Groundwork has to do with the session of the user on
// this computer: it tells when the user goes away from it (Watch), and keeps
// what is in memory from whoever else works there (KeepMemoryPrivate). It knows
// neither the journal nor the window.
package session
