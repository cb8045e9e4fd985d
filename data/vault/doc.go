// Package vault holds the keys of a protected journal, and seals and opens its
// files with them. Every file is a plain age file (age-encryption.org/v1), so
// that the age program opens it as well.
//
// A journal has one random X25519 key, which never changes. It lies beside the
// journal twice: locked with the passphrase (identity.age) and locked with the
// recovery key (recovery.age). Every other file is sealed to that key and, so
// that the sheet alone is enough whatever else is lost, to the recovery key.
//
// Who has neither secret cannot make a file that opens, for what a file is
// sealed with stands only inside those two: so a file that opens was written by
// the journal. That it is the right one of them, its content says.
package vault
