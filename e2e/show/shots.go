package show

import "image"

// Appearance is light or dark, as ui/look numbers them.
type Appearance int

// The appearances.
const (
	Light Appearance = 1
	Dark  Appearance = 2
)

// Shot is a picture to be taken.
type Shot struct {
	File  string // its name
	About string // what is on it
	Keys  []string
	Types string
	Waits image.Rectangle // a part of the window on which something has to be, if any

	Closes bool // what lies on top is closed afterwards
}

// All lists every picture.
func All() []Shot { return append(append(FirstShots(), Shots()...), DarkShots()...) }

// FirstShots are those of a journal in which nothing is yet.
func FirstShots() []Shot {
	return []Shot{{File: "first-run.png", About: "The first start"}}
}

// Shots are those of a journal of some months, in the order in which the window
// comes to them.
func Shots() []Shot {
	paper := image.Rect(780, 120, 1180, 400) // where a preview has its first page
	return []Shot{
		{File: "today.png", About: "Today, with an entry that answers a question", Keys: []string{"ctrl+n", "ctrl+Return"}, Types: Entry},
		{File: "timeline.png", About: "The timeline", Keys: []string{"ctrl+2"}},
		{File: "evidence.png", About: "Evidence for what the target role expects", Keys: []string{"ctrl+3"}},
		{File: "pack.png", About: "The evidence pack", Keys: []string{"ctrl+e"}, Waits: paper},
		{File: "feedback.png", About: "Feedback received", Keys: []string{"ctrl+4"}},
		{File: "applications.png", About: "Applications", Keys: []string{"ctrl+5"}},
		{File: "growth-plan.png", About: "The growth plan", Keys: []string{"ctrl+6"}},
		{File: "catch-up.png", About: "Catching up on the months behind", Keys: []string{"ctrl+u"}},
		{File: "export.png", About: "An export before it is written", Keys: []string{"ctrl+shift+e"}, Waits: paper},
		{File: "search.png", About: "Searching", Keys: []string{"ctrl+f"}, Types: "kind:moment release"},
		{File: "shortcuts.png", About: "The shortcuts", Keys: []string{"ctrl+slash"}, Closes: true},
	}
}

// DarkShots are those of the dark window.
func DarkShots() []Shot {
	return []Shot{{File: "today-dark.png", About: "The same journal at night"}}
}
