// Package handout is what leaves a journal as a file: entries and evidence
// packs, in every form that the window and the command line offer.
//
// Start at [Maker]. [FormOf] reads the form from a path, [Maker.Preview] shows
// the pages before anything is written, [Maker.Export] writes entries and
// [Maker.Hand] a document that was made of them. What may leave is decided in
// one place, journal.Journal.Export. A file is written whole or not at all.
package handout
