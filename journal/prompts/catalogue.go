package prompts

import (
	"iter"
	"strings"

	"groundwork/journal"
)

// Catalogue is every question that comes with the program, in the order of the
// documents. It is never changed after it was loaded: share it, and only read.
type Catalogue struct {
	Sources []Source

	prompts  map[string]Place
	elements map[string]Place
	named    map[string]string // the key of the first element of a lower-case name
}

// Source is one of the documents that the questions are drawn from.
type Source struct {
	Key        string
	Title      string
	Names      []string // who and what the document itself names
	Notes      []string // what the document does not say
	Reading    string   // what it says, in our words: one screen
	Frameworks []Framework
}

// Framework is a list or a line of thought of a document.
type Framework struct {
	Key      string // source/framework
	Name     string
	Where    string // where in the document it stands
	Gist     string // in our words
	Note     string // what the document leaves open here, or ""
	Elements []Element
}

// Element is one item of a framework.
type Element struct {
	Key     string // source/framework/element
	Name    string
	Area    string // the one it is put into as an expectation; "" where it is none
	Gist    string // in our words
	Where   string // where in the document it stands
	TryThis string // one small action that can become a goal, or ""
	Prompts []Prompt
}

// Look says which way a question looks.
type Look string

// The ways a question can look.
const (
	Back    Look = "back"    // at what was done
	Forward Look = "forward" // at what will be tried
)

// Prompt is one question of the catalogue.
type Prompt struct {
	Key  string       `json:"key"` // source/framework/element#n
	Text string       `json:"text"`
	Kind journal.Kind `json:"kind"` // the kind of entry it suits
	Look Look         `json:"look"`
}

// Place is where something stands in the catalogue. Prompt is nil where an
// element as a whole is meant.
type Place struct {
	Source    *Source
	Framework *Framework
	Element   *Element
	Prompt    *Prompt
}

// Prompt finds a question by its key.
func (c *Catalogue) Prompt(key string) (Place, bool) {
	p, ok := c.prompts[key]
	return p, ok
}

// Element finds an element by its key.
func (c *Catalogue) Element(key string) (Place, bool) {
	p, ok := c.elements[key]
	return p, ok
}

// Elements walks every element in the order of the documents.
func (c *Catalogue) Elements() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for i := range c.Sources {
			s := &c.Sources[i]
			for j := range s.Frameworks {
				f := &s.Frameworks[j]
				for k := range f.Elements {
					if !yield(Place{Source: s, Framework: f, Element: &f.Elements[k]}) {
						return
					}
				}
			}
		}
	}
}

// Prompts walks every question in the order of the documents.
func (c *Catalogue) Prompts() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for at := range c.Elements() {
			for i := range at.Element.Prompts {
				at.Prompt = &at.Element.Prompts[i]
				if !yield(at) {
					return
				}
			}
		}
	}
}

// SourceLine names the element and the document of a question or an element,
// for the small line under it; "" where the catalogue does not have the key.
func (c *Catalogue) SourceLine(key string) string {
	element, _, _ := strings.Cut(key, "#")
	at, ok := c.elements[element]
	if !ok {
		return ""
	}
	return at.Element.Name + " · " + at.Source.Title
}

// ElementFor gives the key of the element that an expectation is about: the
// one it came from, or the first one that bears its name; "" where there is
// none.
func (c *Catalogue) ElementFor(x journal.Expectation) string {
	if _, ok := c.elements[x.Source]; ok {
		return x.Source
	}
	return c.named[strings.ToLower(strings.TrimSpace(x.Name))]
}

// index fills the lookups after the sources are complete.
func (c *Catalogue) index() {
	c.prompts, c.elements, c.named = map[string]Place{}, map[string]Place{}, map[string]string{}
	for at := range c.Elements() {
		c.elements[at.Element.Key] = at
		name := strings.ToLower(at.Element.Name)
		if _, taken := c.named[name]; !taken {
			c.named[name] = at.Element.Key
		}
	}
	for at := range c.Prompts() {
		c.prompts[at.Prompt.Key] = at
	}
}
