// Package suggest proposes which expectations an entry may support, while it
// is written and when older entries are sorted.
//
// It knows two reasons. An entry answers a question about the very thing that
// an expectation asks for; or it has words in common with the entries that
// support the expectation, which other entries have seldom. The second is
// plain counting over what this user wrote (memory.speaks says how), with no
// model and no network; nothing of it is stored.
//
// A [Suggester] stands between the counting and an open journal: it reads the
// newest entries once, in the background of the first question, and afterwards
// only what was saved since. Start reading there.
package suggest
