// Package prompts holds the questions that Groundwork asks, and decides which
// one it asks today.
//
// The questions are the catalogue: what the five source documents teach, in
// our own words, one YAML file per document in the folder catalogue, embedded
// in the program. A document ([Source]) has frameworks ([Framework]), a
// framework has elements ([Element]), and an element has two or more questions
// ([Prompt]). Each level has a key that says where it belongs:
//
//	steps                          the document
//	steps/qualities                the framework
//	steps/qualities/service        the element
//	steps/qualities/service#1      the question; its number is never reused
//	own/2f0c…                      a question of the user's own (see [OwnKey])
//
// [Pick] chooses a question. It is a pure function of the catalogue, what was
// shown before, what the user said "Not for me" to, what lacks evidence, the
// day and a seed; picker.go explains how. [Guide] stands between Pick and an
// open journal: it gathers what Pick needs, remembers what it asked, and hands
// the window a [Card]. Start reading there.
package prompts
