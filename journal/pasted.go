package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// PastedList is a list that was pasted and is not all entries yet, with what was
// corrected in what it becomes.
type PastedList struct {
	Text      string           `json:"text"`
	By        SplitBy          `json:"by,omitempty"`
	Corrected []CorrectedEntry `json:"corrected,omitempty"`
}

// CorrectedEntry is a piece of a pasted list as the writer wants it.
type CorrectedEntry struct {
	Source       string    `json:"source"`          // what stands for it in the list
	Again        int       `json:"again,omitempty"` // how many alike stand before it
	Text         string    `json:"text"`
	Day          Day       `json:"day,omitzero"` // zero where it is not known
	Precision    Precision `json:"precision,omitempty"`
	Kind         Kind      `json:"kind"`
	Out          bool      `json:"out,omitempty"` // it is not to be added
	Expectations []ID      `json:"expectations,omitempty"`
}

// PastedEntry is what a piece of a pasted list is to become.
type PastedEntry struct {
	Proposal
	Source       string // what stands for it in the list
	Again        int    // how many alike stand before it
	In           bool   // it is to be added; never without a date
	Expectations []ID   // which it supports
}

// Entries splits the list and puts what was corrected into its pieces.
func (l PastedList) Entries(today Day) []PastedEntry {
	corrected := make(map[string]map[int]CorrectedEntry, len(l.Corrected))
	for _, c := range l.Corrected {
		if corrected[c.Source] == nil {
			corrected[c.Source] = map[int]CorrectedEntry{}
		}
		corrected[c.Source][c.Again] = c
	}
	proposals := SplitList(l.Text, l.By, today)
	all := make([]PastedEntry, len(proposals))
	alike := map[string]int{}
	for i, p := range proposals {
		e := PastedEntry{Proposal: p, Source: l.Text[p.From:p.To], In: p.Known}
		e.Again = alike[e.Source]
		alike[e.Source]++
		if c, ok := corrected[e.Source][e.Again]; ok {
			e.Text, e.Day, e.Precision, e.Kind = c.Text, c.Day, c.Precision, c.Kind
			e.Known, e.In, e.Expectations = !c.Day.IsZero(), !c.Out && !c.Day.IsZero(), slices.Clone(c.Expectations)
		}
		all[i] = e
	}
	return all
}

// Correct gives the list in which a piece is as e says.
func (l PastedList) Correct(e PastedEntry) PastedList {
	l.Corrected = slices.DeleteFunc(slices.Clone(l.Corrected), func(c CorrectedEntry) bool {
		return c.Source == e.Source && c.Again == e.Again
	})
	l.Corrected = append(l.Corrected, e.correction())
	return l
}

// correction notes what the piece is to become.
func (e PastedEntry) correction() CorrectedEntry {
	return CorrectedEntry{
		Source: e.Source, Again: e.Again, Text: e.Text, Day: e.Day, Precision: e.Precision, Kind: e.Kind,
		Out: e.Known && !e.In, Expectations: slices.Clone(e.Expectations),
	}
}

// Without gives the list without the pieces that leave tells. The others stay
// what they are, also where a heading that gave them their date has left.
func (l PastedList) Without(today Day, leave func(PastedEntry) bool) PastedList {
	var text strings.Builder
	var stay []PastedEntry
	at := 0
	for _, e := range l.Entries(today) {
		if !leave(e) {
			stay = append(stay, e)
			continue
		}
		text.WriteString(l.Text[at:e.From])
		at = e.To + l.lineEnd(e.To)
	}
	text.WriteString(l.Text[at:])
	rest := PastedList{By: l.By}
	if len(stay) > 0 {
		rest.Text = oneBlankLine(text.String())
	}
	return rest.as(today, stay)
}

// With gives the list with pieces above it that have left it. All are to become
// what they were to become before.
func (l PastedList) With(today Day, pieces []PastedEntry) PastedList {
	var text strings.Builder
	for _, e := range pieces {
		text.WriteString(e.Source + "\n\n") // a blank line ends a piece however the list is split
	}
	all := PastedList{By: l.By, Text: text.String() + l.Text}
	return all.as(today, append(slices.Clone(pieces), l.Entries(today)...))
}

// as gives the list with the corrections by which its pieces become what is
// wanted.
func (l PastedList) as(today Day, want []PastedEntry) PastedList {
	for i, now := range l.Entries(today) {
		if i >= len(want) {
			break
		}
		if was := want[i]; !now.same(was) {
			was.Source, was.Again = now.Source, now.Again
			l.Corrected = append(l.Corrected, was.correction())
		}
	}
	return l
}

// lineEnd gives the bytes of the line end at a place that can go with what
// stands before it. It has to stay where what follows would become a part of
// what stands above.
func (l PastedList) lineEnd(at int) int {
	end := len(l.Text[at:]) - len(strings.TrimPrefix(strings.TrimPrefix(l.Text[at:], "\r"), "\n"))
	if next := l.Text[at+end:]; l.By == ByBlocks || next == "" || strings.TrimLeftFunc(next[:1], unicode.IsSpace) == "" {
		return 0
	}
	return end
}

// oneBlankLine makes one of several blank lines, and none of those above the
// first one with text. One has to stay: it ends what stands above it.
func oneBlankLine(text string) string {
	var kept []string
	blank := true
	for line := range strings.SplitSeq(text, "\n") {
		if empty := strings.TrimSpace(line) == ""; !empty || !blank {
			kept = append(kept, line)
			blank = empty
		}
	}
	return strings.Join(kept, "\n")
}

// same tells whether two pieces are to become the same entry.
func (e PastedEntry) same(o PastedEntry) bool {
	return e.Text == o.Text && e.Day == o.Day && e.Precision == o.Precision && e.Kind == o.Kind && e.In == o.In &&
		slices.Equal(e.Expectations, o.Expectations)
}

// Entry makes the piece an entry with the expectations that it supports. It is
// not in the journal before it is saved.
func (e PastedEntry) Entry(j *Journal) Entry {
	entry := e.Proposal.Entry(j)
	for _, x := range e.Expectations {
		entry.Evidence = append(entry.Evidence, Evidence{Expectation: string(x)})
	}
	return entry
}

// settingPasted is the setting that keeps the pasted list, as JSON.
const settingPasted = "pastedList"

// setting writes the list down; a list without text is nothing.
func (l PastedList) setting() (string, error) {
	if l.Text == "" {
		return "", nil
	}
	c := checker{}
	c.text("list", l.Text)
	if c.err != nil {
		return "", c.err
	}
	text, err := json.Marshal(l)
	return string(text), err
}

// PastedList reads the list that was pasted and is not all entries yet.
func (j *Journal) PastedList(ctx context.Context) (PastedList, error) {
	text, err := j.Setting(ctx, settingPasted)
	if err != nil || text == "" {
		return PastedList{}, err
	}
	var l PastedList
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		return PastedList{}, fmt.Errorf("%w: setting %s: %w", ErrDamaged, settingPasted, err)
	}
	return l, nil
}

// KeepPastedList writes the list down until it is all entries. It rings no
// bell: nothing that another page shows has moved.
func (j *Journal) KeepPastedList(ctx context.Context, l PastedList) error {
	text, err := l.setting()
	if err == nil {
		err = j.store.Apply(ctx, Changes{At: j.now(), Settings: map[string]string{settingPasted: text}})
	}
	if err != nil {
		return fmt.Errorf("keep a pasted list: %w", err)
	}
	return nil
}
