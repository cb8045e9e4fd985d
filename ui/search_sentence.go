package ui

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// foundSentence says after the count what was looked for, and in which order it
// stands: "tagged release, with “brought” in any field. Best match first."
func foundSentence(q question, f journal.Finding, today journal.Day) string {
	clauses := append(filterClauses(q.query, today), termClauses(q.query, f.Inside)...)
	order := lang.L("Best match first.")
	if q.newest || f.Inside || !hasWords(q.query) {
		order = lang.L("Newest first.")
	}
	if len(clauses) == 0 {
		return order
	}
	return strings.Join(clauses, ", ") + ". " + order
}

// hasWords tells whether the query looks for words, and not only filters.
func hasWords(q journal.Query) bool {
	for _, t := range q.Terms {
		if !t.Not {
			return true
		}
	}
	return false
}

func filterClauses(q journal.Query, today journal.Day) (all []string) {
	f := q.Filter
	for _, tag := range f.Tags {
		all = append(all, lang.L("tagged {{.Tag}}", values{"Tag": tag}))
	}
	if f.Person != "" {
		all = append(all, lang.L("with {{.Person}}", values{"Person": f.Person}))
	}
	if f.Expectation != "" {
		all = append(all, lang.L("for “{{.Expectation}}”", values{"Expectation": f.Expectation}))
	}
	if when := daysClause(f, today); when != "" {
		all = append(all, when)
	}
	if f.Starred {
		all = append(all, lang.L("starred"))
	}
	for _, has := range q.Has {
		switch has {
		case "private":
			all = append(all, lang.L("private"))
		case "attachment":
			all = append(all, lang.L("with an attachment"))
		}
	}
	return all
}

func daysClause(f journal.Filter, today journal.Day) string {
	from, until := values{"Day": shortDay(f.Since, today)}, values{"Day": shortDay(f.Until, today)}
	switch {
	case f.Since.IsZero() && f.Until.IsZero():
		return ""
	case f.Since == f.Until:
		return lang.L("on {{.Day}}", from)
	case f.Since.IsZero():
		return lang.L("up to {{.Day}}", until)
	case f.Until.IsZero():
		return lang.L("since {{.Day}}", from)
	}
	return lang.L("from {{.From}} to {{.Until}}", values{"From": from["Day"], "Until": until["Day"]})
}

func termClauses(q journal.Query, inside bool) (all []string) {
	var with, without []string
	for _, t := range q.Terms {
		word := lang.L("“{{.Word}}”", values{"Word": t.Text})
		if t.Not {
			without = append(without, word)
		} else {
			with = append(with, word)
		}
	}
	list := values{"Words": strings.Join(with, " ")}
	switch {
	case len(with) > 0 && inside:
		all = append(all, lang.L("with {{.Words}} inside a word", list))
	case len(with) > 0:
		all = append(all, lang.L("with {{.Words}} in any field", list))
	}
	if len(without) > 0 {
		all = append(all, lang.L("without {{.Words}}", values{"Words": strings.Join(without, " ")}))
	}
	return all
}

// noneFound says what to try where nothing was found, or nothing.
func noneFound(q question, f journal.Finding) string {
	if f.Total > 0 {
		return ""
	}
	sentence := lang.L("Nothing holds all of this.")
	switch words := len(q.query.Terms); {
	case words > 1:
		sentence += " " + lang.L("Try fewer words, or a part of one.")
	case words == 1:
		sentence += " " + lang.L("Try a part of the word, or another one.")
	}
	if len(q.query.Words) > len(q.query.Terms) {
		sentence += " " + lang.L("Or leave out a filter word.")
	}
	for _, w := range q.query.Words {
		name, _, colon := strings.Cut(q.text[w.From:w.To], ":")
		if w.Filter == "" && colon && !strings.ContainsAny(name, `"/. `) && name != "" {
			sentence += "\n\n" + lang.L("“{{.Word}}” is no filter word, so it was looked for as it stands. The filter words are kind, tag, person, expectation, before, after, since, until, on, is and has.", values{"Word": name + ":"})
			break
		}
	}
	return sentence
}
