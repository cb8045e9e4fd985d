package prompts

import (
	"encoding/json"

	"groundwork/journal"
)

// ofDay is what a Guide remembers of one day: the value of
// SettingPromptsOfDay. Without it, today's question would change as soon as
// something is written that answers it.
type ofDay struct {
	Day   journal.Day            `json:"day"`
	Kinds map[journal.Kind]*walk `json:"kinds"`
}

// walk is what was asked on a day for one wanted kind.
type walk struct {
	Asked  []asked  `json:"asked"`  // today's question; behind it others for when it is dismissed
	Walked []string `json:"walked"` // keys shown since the walk began, in order
}

// asked is a question that was chosen as today's, and why.
type asked struct {
	Key    string `json:"key"`
	Reason Reason `json:"reason"`
}

// readOfDay reads what is remembered of the day. Another day, or what cannot
// be read, is as good as nothing.
func readOfDay(text string, day journal.Day) ofDay {
	var stored ofDay
	if err := json.Unmarshal([]byte(text), &stored); err != nil || stored.Day != day {
		stored = ofDay{Day: day}
	}
	if stored.Kinds == nil {
		stored.Kinds = map[journal.Kind]*walk{}
	}
	return stored
}

func (d *ofDay) walk(kind journal.Kind) *walk {
	if d.Kinds[kind] == nil {
		d.Kinds[kind] = &walk{}
	}
	return d.Kinds[kind]
}

// step takes in a choice.
func (w *walk) step(c Choice, main bool) {
	if main {
		w.Asked = append(w.Asked, asked{Key: c.Prompt.Key, Reason: c.Reason})
	}
	if c.Again {
		w.Walked = nil
	}
	w.Walked = append(w.Walked, c.Prompt.Key)
}

// standing gives the first of the questions chosen as today's that can still
// be asked.
func (p *picking) standing(chosen []asked) (Choice, bool) {
	pool, _ := p.undismissed(p.ofKind(p.in.Kind))
	for _, a := range chosen {
		for _, c := range pool {
			if c.Key == a.Key {
				return Choice{Prompt: c.Prompt, Element: c.element, Reason: a.Reason}, true
			}
		}
	}
	return Choice{}, false
}
