// Package journal is the heart of Groundwork: what an entry, an expectation, a
// person and a plan are, the rules they obey, and everything that can be done
// with them.
//
// It knows neither SQL nor a window. A [Store] keeps an open journal and a
// [Home] is the place where one lies; package data implements both. A window
// and a command line stand on top of [Journal], which validates, applies the
// rules, stamps the time from an injected clock, writes one transaction and
// then publishes a [Change] that says what moved, never what it holds.
//
// Start reading at [Entry] for the words of the product, at [Journal] for what
// it does, and at [Draft] for how typed text reaches the disk.
package journal
