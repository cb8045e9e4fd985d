package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// foundTitle is what an entry that was found is called.
func foundTitle(f *journal.Found) string {
	switch {
	case f.Title != "":
		return f.Title
	case f.Excerpt == "" && len(f.Places) > 0:
		return f.Places[0].Text
	}
	return strings.Join(strings.Fields(lineTitle(f.Line)), " ")
}

// foundMarks are what matches in the title, where there is one.
func foundMarks(f *journal.Found) []parts.Extent {
	if f.Title == "" {
		return nil
	}
	return extents(f.Marks)
}

func extents(marks []journal.Match) []parts.Extent {
	all := make([]parts.Extent, len(marks))
	for i, m := range marks {
		all[i] = parts.Extent{From: m.From, To: m.To}
	}
	return all
}

// foundDay writes when an entry was: "Tue 10 March".
func foundDay(l journal.Line, today journal.Day) string {
	when := lineDay(l, today)
	if l.Precision == journal.ExactDay {
		when = lang.L("{{.Weekday}} {{.Date}}", values{"Weekday": weekdayShort(l.Day.Weekday()), "Date": when})
	}
	if l.Private {
		when += " · " + lang.L("Private")
	}
	return when
}

// foundLabelsOf are the tags of an entry and what it proves, the tags that were
// looked for in the colour of a match.
func foundLabelsOf(f *journal.Found) (all []parts.Label) {
	for _, t := range f.Tags {
		label := parts.Label{Text: "#" + t.Tag, Fill: look.ColorSunken, Ink: look.ColorInk2}
		if t.Met {
			label.Fill, label.Ink = look.ColorMomentSoft, look.ColorMoment
		}
		all = append(all, label)
	}
	for _, p := range f.Proves {
		all = append(all, parts.Label{Text: p.Expectation, Icon: look.IconCheck, Fill: look.ColorAccentSoft, Ink: look.ColorAccent})
		if rank := p.Strength.Rank(); rank > 0 {
			all = append(all, parts.Label{Text: strengthNames()[rank-1], Icon: strengthIcon(p.Strength), Ink: look.ColorInk2})
		}
	}
	return all
}

// fieldName is a field of an entry as the window calls it.
func fieldName(f journal.Field) string {
	switch f {
	case journal.FieldTitle:
		return lang.L("Title")
	case journal.FieldTags:
		return lang.L("Tags")
	case journal.FieldPeople:
		return lang.L("People")
	case journal.FieldPrompt:
		return lang.L("Prompt")
	case journal.FieldSituation:
		return lang.L("Situation")
	case journal.FieldTask:
		return lang.L("Task")
	case journal.FieldAction:
		return lang.L("Action")
	case journal.FieldResult:
		return lang.L("Result")
	case journal.FieldImpact:
		return lang.L("Impact")
	case journal.FieldQuote:
		return lang.L("Quote")
	case journal.FieldBehaviour:
		return lang.L("Behaviour")
	case journal.FieldPosition:
		return lang.L("Position")
	case journal.FieldOrganisation:
		return lang.L("Employer")
	case journal.FieldNextStep:
		return lang.L("Next step")
	case journal.FieldLooksFor:
		return lang.L("Looks for")
	case journal.FieldLessons:
		return lang.L("Lessons")
	case journal.FieldStages:
		return lang.L("Stage")
	case journal.FieldEvidence:
		return lang.L("Evidence")
	case journal.FieldAttachments:
		return lang.L("Attached")
	}
	return lang.L("Text")
}

// queryWords are the filter words that are understood, as the field shows them:
// a kind in its own colour.
func queryWords(q journal.Query) (all []parts.QueryWord) {
	for _, w := range q.Words {
		if w.Filter != "" && w.Odd == "" {
			fill, _ := filterColors(w)
			all = append(all, parts.QueryWord{Extent: parts.Extent{From: w.From, To: w.To}, Fill: fill})
		}
	}
	return all
}

// filterColors are those of a filter word: a kind has its own.
func filterColors(w journal.Word) (fill, ink fyne.ThemeColorName) {
	if w.Filter == "kind" {
		ink, fill := kindColors(journal.Kind(strings.ToLower(w.Value)))
		return fill, ink
	}
	return look.ColorHover, look.ColorInk
}

// foundCount says how much was found: "5 moments".
func foundCount(q journal.Query, f journal.Finding) string {
	v := values{"Count": inGroups(f.Total)}
	more, one := f.More, f.Total == 1 && !f.More
	if len(q.Filter.Kinds) != 1 {
		return pickCount(more, one, lang.L("More than {{.Count}} entries", v), lang.L("1 entry"), lang.L("{{.Count}} entries", v))
	}
	switch q.Filter.Kinds[0] {
	case journal.MomentKind:
		return pickCount(more, one, lang.L("More than {{.Count}} moments", v), lang.L("1 moment"), lang.L("{{.Count}} moments", v))
	case journal.FeedbackKind:
		return pickCount(more, one, lang.L("More than {{.Count}} pieces of feedback", v), lang.L("1 piece of feedback"), lang.L("{{.Count}} pieces of feedback", v))
	case journal.ApplicationKind:
		return pickCount(more, one, lang.L("More than {{.Count}} applications", v), lang.L("1 application"), lang.L("{{.Count}} applications", v))
	}
	return pickCount(more, one, lang.L("More than {{.Count}} reflections", v), lang.L("1 reflection"), lang.L("{{.Count}} reflections", v))
}

func pickCount(more, one bool, overMany, single, many string) string {
	switch {
	case more:
		return overMany
	case one:
		return single
	}
	return many
}
