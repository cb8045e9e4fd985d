// Package evidence tells what the journal proves: how well each expectation of
// the target role is covered over a period, how far the seven steps have come,
// and what there is to show when the writer asks for the promotion.
//
// Its rules are pure functions over what Read and Gather read. They give
// figures and keys, never sentences: the words are the window's.
//
// An evidence pack is what the writer takes into the room. ReadMaterial reads
// what it is made from through the gate of every export; Propose makes one,
// Rebuild adds what is new, Book sets it for its audience. A pack has its own
// words, since it is the same from the window and from the command line.
//
// What a thing of the catalogue asks is named by its key
// (source/framework/element), so that the document behind a rule can be shown.
package evidence
