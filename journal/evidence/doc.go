// Package evidence tells what the journal proves: how well each expectation of
// the target role is covered over a period, how far the seven steps have come,
// and what there is to show when the writer asks for the promotion.
//
// Its rules are pure functions over what Read and Gather read. They give
// figures and keys, never sentences: the words are the window's.
//
// What a thing of the catalogue asks is named by its key
// (source/framework/element), so that the document behind a rule can be shown.
package evidence
