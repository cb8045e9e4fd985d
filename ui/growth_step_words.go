package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal/evidence"
)

// stepWords say what is there of a step, derived from what was written.
func (s growthSheet) stepWords(step evidence.Step) string {
	f := step.Says.Figures
	v := values{
		"Entries": inGroups(f.Entries), "Initiated": inGroups(f.Initiated), "Supported": inGroups(f.Supported), "Chosen": inGroups(f.Chosen),
		"Finished": inGroups(f.Finished), "Open": inGroups(f.Open), "Closed": inGroups(f.Closed), "Lessons": inGroups(f.Lessons),
	}
	switch step.Says.Key {
	case "skills":
		v["Most"], v["Least"] = lower(s.partName(f.Most)), lower(s.partName(f.Least))
		return join(countWords(f.Entries, lang.L("1 entry shows one of the seven."), lang.L("{{.Entries}} entries show one of the seven.", v)),
			lang.L("Most often {{.Most}}, least {{.Least}}.", v))
	case "skills-none":
		return lang.L("No entry shows one of the seven skills yet.")
	case "habits":
		return habitWords(f, v)
	case "habits-none":
		return lang.L("Clear words, working together, order, responsibility: nothing written down yet.")
	case "ways":
		return countWords(f.Entries, lang.L("1 entry on a leader you watched, asked or read about."),
			lang.L("{{.Entries}} entries on leaders you watched, asked or read about.", v))
	case "ways-none":
		return lang.L("Watch one, ask one, read about one: nothing written down yet.")
	case "finished":
		return join(finishedWords(f, v), entriesTell(f.Entries))
	case "finished-none":
		return lang.L("None chosen yet. Ask first which ones the role really asks for.")
	case "taken":
		return takenWords(f, v)
	case "taken-none":
		return lang.L("None chosen yet. A stretch goal is where it begins.")
	case "acted-on":
		return feedbackWords(f)
	case "acted-on-none":
		return lang.L("Nobody’s words are kept yet. Ask one person for one thing.")
	case "lessons":
		return lessonWords(f, v)
	}
	return lang.L("No application yet. A promotion round counts as one.")
}

// countWords chooses between one and many.
func countWords(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// entriesTell says how many entries tell of something, or nothing.
func entriesTell(n int) string {
	if n == 0 {
		return ""
	}
	return countWords(n, lang.L("1 entry tells of it."), lang.L("{{.Count}} entries tell of it.", values{"Count": inGroups(n)}))
}

func habitWords(f evidence.Figures, v values) string {
	if f.Initiated+f.Supported == 0 {
		return countWords(f.Entries, lang.L("1 entry shows one of the four habits."), lang.L("{{.Entries}} entries show one of the four habits.", v))
	}
	return countWords(f.Initiated, lang.L("1 change initiated, {{.Supported}} supported, before anyone gave you the title.", v),
		lang.L("{{.Initiated}} changes initiated, {{.Supported}} supported, before anyone gave you the title.", v))
}

func finishedWords(f evidence.Figures, v values) string {
	if f.Finished == 0 {
		return lang.L("{{.Chosen}} chosen, none finished.", v)
	}
	return lang.L("{{.Chosen}} chosen, {{.Finished}} finished.", v)
}

func takenWords(f evidence.Figures, v values) string {
	if len(f.Names) == 0 {
		return lang.L("{{.Chosen}} chosen, none taken yet.", v)
	}
	v["Names"] = strings.Join(f.Names, ", ")
	return lang.L("Taken: {{.Names}}.", v)
}

func feedbackWords(f evidence.Figures) string {
	v := values{"Pieces": piecesWords(f.Pieces), "People": peopleWords(f.People), "ActedOn": inGroups(f.ActedOn), "Due": inGroups(f.Due)}
	first := lang.L("{{.Pieces}} from {{.People}}.", v)
	if f.Due == 0 {
		return join(first, lang.L("{{.ActedOn}} acted on.", v))
	}
	return join(first, countWords(f.Due, lang.L("{{.ActedOn}} acted on, 1 conversation still due.", v),
		lang.L("{{.ActedOn}} acted on, {{.Due}} conversations still due.", v)))
}

func lessonWords(f evidence.Figures, v values) string {
	switch {
	case f.Closed == 0:
		return lang.L("{{.Open}} open, none closed yet.", v)
	case f.Lessons == f.Closed:
		return lang.L("{{.Open}} open, {{.Closed}} closed, each closed one with its lesson written down.", v)
	}
	return lang.L("{{.Open}} open, {{.Closed}} closed, {{.Lessons}} with a lesson written down.", v)
}

// soFarWords say how much of a step is there: "5 of 7 skills".
func soFarWords(step evidence.Step) string {
	v := values{"Done": inGroups(step.Done), "Of": inGroups(step.Of)}
	if step.Of == 0 {
		return lang.L("Nothing to count yet")
	}
	switch step.Measure {
	case evidence.InSkills:
		return lang.L("{{.Done}} of {{.Of}} skills", v)
	case evidence.InHabits:
		return lang.L("{{.Done}} of {{.Of}} habits", v)
	case evidence.InWays:
		return lang.L("{{.Done}} of {{.Of}} ways", v)
	case evidence.InFinished:
		return lang.L("{{.Done}} of {{.Of}} finished", v)
	case evidence.InTaken:
		return lang.L("{{.Done}} of {{.Of}} taken", v)
	case evidence.InActedOn:
		return lang.L("{{.Done}} of {{.Of}} acted on", v)
	}
	return lang.L("{{.Done}} of {{.Of}} lessons kept", v)
}

// partName names a skill, a habit or a way.
func (s growthSheet) partName(key string) string {
	switch key {
	case "communicating":
		return lang.L("Speaking clearly")
	case "working-together":
		return lang.L("Working with others")
	case "organised":
		return lang.L("Staying organised")
	case "responsibility":
		return lang.L("Taking responsibility")
	case "observing":
		return lang.L("Watching leaders")
	case "asking":
		return lang.L("Asking how they came there")
	case "reading":
		return lang.L("Reading beyond your industry")
	}
	return s.elementName(key)
}

// lower makes a name one within a sentence.
func lower(name string) string {
	if languageSpoken() != English {
		return name // most names are nouns, which German writes with a capital everywhere
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}

// closed ends a sentence that has no end yet.
func closed(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}
