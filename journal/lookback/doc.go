// Package lookback looks back: what was written on this day in earlier years,
// for how many days the writer has kept writing, and what a week or a month
// brought.
//
// Its rules are pure functions over what a journal.Reader reads. They give
// figures and keys, never sentences: the words are the window's.
package lookback
