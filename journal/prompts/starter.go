package prompts

import "groundwork/journal"

// StarterSet is a framework of the catalogue whose elements can be picked as
// what the target role asks for.
type StarterSet struct {
	Key          string // of the framework
	Title        string
	Source       string // the title of the document
	Expectations []journal.Expectation
}

// StarterSets makes expectations of the frameworks that can be asked of a
// role, in the order of the documents: each has the element's name, what it
// means in our words as its text, the element's key as its source, and an area
// that is proposed. They have no IDs: Journal.AddExpectations gives them some.
func (c *Catalogue) StarterSets() []StarterSet {
	var sets []StarterSet
	for at := range c.Elements() {
		if at.Element.Area == "" {
			continue
		}
		if len(sets) == 0 || sets[len(sets)-1].Key != at.Framework.Key {
			sets = append(sets, StarterSet{Key: at.Framework.Key, Title: at.Framework.Name, Source: at.Source.Title})
		}
		set := &sets[len(sets)-1]
		set.Expectations = append(set.Expectations, journal.Expectation{
			Name: at.Element.Name, Text: at.Element.Gist, Area: at.Element.Area, Source: at.Element.Key,
		})
	}
	return sets
}
