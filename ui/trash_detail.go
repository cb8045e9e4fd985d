package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// trashDetail is the right column: what is chosen in the trash, to be read, and
// what can be done with it.
type trashDetail struct {
	t       *trash
	ticket  int // counts the reads; only the latest is shown
	content *fyne.Container
	body    *fyne.Container
	way     *fyne.Container
	back    *parts.Button
	title   *parts.Paragraph
	about   *parts.Paragraph
	prose   *parts.Prose
	restore *parts.Button
	save    *parts.Button
	forGood *parts.Button
}

func newTrashDetail(t *trash) *trashDetail {
	d := &trashDetail{t: t, title: parts.NewParagraph("", parts.TypeDetailTitle, 29), about: sentenceText(""), prose: parts.NewProse()}
	d.title.MaxLines = 2
	d.back = parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, t.back)
	d.way = wayOf(d.back)
	d.restore = parts.NewButton(parts.Primary, lang.L("Put back"), look.IconUndo, t.putBack)
	d.save = parts.NewButton(parts.Outline, lang.L("Save a copy"), look.IconDownload, t.saveCopy)
	d.forGood = parts.NewButton(parts.Quiet, lang.L("Delete for good…"), look.IconTrash, t.askToDelete)
	d.forGood.Ink = look.ColorWarn
	d.prose.OnEscape = t.escape
	head := parts.Down(look.Space8, d.way, d.title, d.about)
	d.body = container.NewBorder(nil,
		parts.Gutter(parts.Inset(parts.Flow(look.Space8, look.Space8, d.restore, d.save, d.forGood), look.Space12, 0, look.Space16, 0), 0, 0), nil, nil,
		parts.DownFill(look.Space16, parts.Gutter(head, 0, 0), parts.Gutter(d.prose, 0, 0)))
	d.content = parts.Inset(d.body, look.Space32, 0, 0, 0)
	d.body.Hide()
	return d
}

// show shows what is chosen, or how much is where that is more than one thing.
func (d *trashDetail) show() {
	some := d.t.choice()
	setVisible(d.body, len(some) > 0)
	if len(some) == 0 {
		return
	}
	one := some[0]
	setVisible(d.title, len(some) > 1 || one.What != journal.TrashedEntry) // an entry begins with its own
	setVisible(d.save, len(some) == 1 && one.Attachment.IsFile())
	d.title.SetText(trashName(one))
	d.about.SetText(d.aboutLine(one))
	if len(some) > 1 {
		d.title.SetText(thingsWord(len(some)))
		d.about.SetText(lang.L("They are put back or deleted together."))
		names := make([]string, len(some))
		for i, l := range some {
			names[i] = sortName(l) + ": " + trashName(l)
		}
		d.ticket++
		d.prose.Update(paragraphs(strings.Join(names, "\n\n")))
		d.content.Refresh()
		return
	}
	d.read(one)
	d.content.Refresh()
}

// aboutLine says what a thing was and when it was deleted.
func (d *trashDetail) aboutLine(l journal.InTrash) string {
	v := values{"What": sortName(l), "When": d.t.w.whenMade(l.Deleted), "Day": shortDay(l.Day, d.t.sheet.today)}
	if l.What == journal.TrashedEntry {
		return lang.L("{{.What}} of {{.Day}}, deleted {{.When}}", v)
	}
	return lang.L("{{.What}}, deleted {{.When}}", v)
}

// read reads what was written in a thing.
func (d *trashDetail) read(l journal.InTrash) {
	d.ticket++
	ticket, j := d.ticket, d.t.w.journal
	task(d.t.w, "read a thing in the trash", func(ctx context.Context) ([]parts.Passage, error) {
		return trashPassages(ctx, j, l)
	}, func(passages []parts.Passage) {
		if ticket == d.ticket {
			d.prose.Fill(passages)
		}
	})
}

// trashPassages reads a thing in the trash as it is read in a book.
func trashPassages(ctx context.Context, j *journal.Journal, l journal.InTrash) ([]parts.Passage, error) {
	switch l.What {
	case journal.TrashedEntry:
	case journal.TrashedAttachment:
		said, err := attachedWords(ctx, j, l)
		return paragraphs(strings.TrimSpace(l.Attachment.URL + "\n\n" + said)), err
	default:
		text, err := j.TrashedText(ctx, l.ID)
		if errors.Is(err, journal.ErrNotFound) {
			err = nil // it went this moment, and the list will say so
		}
		return paragraphs(text), err
	}
	e, err := j.TrashedEntryOf(ctx, l.ID)
	if errors.Is(err, journal.ErrNotFound) {
		return nil, nil // it went this moment, and the list will say so
	}
	if err != nil {
		return nil, err
	}
	names, err := documentNames(ctx, j.Read())
	return passagesOf(document.OfEntry(e, names)), err
}

// attachedWords says on which entry a file or a link was.
func attachedWords(ctx context.Context, j *journal.Journal, l journal.InTrash) (string, error) {
	lines, err := j.Read().LinesOf(ctx, []journal.ID{l.Entry})
	if err != nil {
		return "", err
	}
	if len(lines) == 0 {
		return lang.L("The entry that it was on is deleted, too."), nil
	}
	v := values{"Title": cutWords(lineTitle(lines[0]), longestLink), "Day": lineDay(lines[0], j.Today(ctx))}
	return lang.L("It was on “{{.Title}}” of {{.Day}}.", v), nil
}

// paragraphs are those of a plain text.
func paragraphs(text string) (all []parts.Passage) {
	for _, p := range strings.Split(text, "\n\n") {
		all = append(all, parts.Passage{Runs: []parts.Run{{Text: p}}})
	}
	return all
}

// thingsWord counts things of any sort.
func thingsWord(n int) string {
	if n == 1 {
		return lang.L("1 thing")
	}
	return lang.L("{{.Count}} things", values{"Count": inGroups(n)})
}
