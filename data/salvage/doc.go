// Package salvage reads what can be read of a damaged SQLite file, without
// SQLite: page by page, and each row for itself, so that what lies behind a
// broken page is found, too. It writes nothing and believes nothing: every
// number in the file is checked before it is used.
//
// The format is that of https://www.sqlite.org/fileformat2.html; the names of
// its sections stand where they are followed. Two things are taken for granted,
// for no journal was ever otherwise: texts are UTF-8, and no bytes are reserved
// at the end of a page.
package salvage
