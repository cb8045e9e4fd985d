package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// tagsSheet is a panel with all tags, in which one can be renamed, merged into
// another one, or taken away everywhere.
type tagsSheet struct {
	w       *Window
	rows    *parts.List
	name    *parts.Editor
	says    *parts.Paragraph
	rename  *parts.Button
	tags    []journal.TagCount
	overlay *parts.Overlay
}

// tagRow is the height of a tag in the list, and tagRows how many are in sight
// where the window has the room.
const (
	tagRow  float32 = 40
	tagRows float32 = 8
)

// showTags shows the tags of the journal.
func (w *Window) showTags() {
	if w.journal == nil {
		return
	}
	s := &tagsSheet{w: w, says: sentenceText("")}
	s.rows = parts.NewList(tagRow, s.choose)
	field := parts.NewLineField()
	s.name = field.Editor
	s.name.SetPlaceHolder(lang.L("Choose a tag, then write its new name"))
	s.name.OnEdited = s.typed
	s.name.OnEnter = s.submit
	s.rename = parts.NewButton(parts.Primary, lang.L("Rename"), look.IconNone, s.submit)
	remove := parts.NewButton(parts.Quiet, lang.L("Take away everywhere"), look.IconTrash, s.remove)
	s.overlay = w.overlay(lang.L("Tags"), w.inPanel(s.rows, tagRows*tagRow), field, s.says, parts.Across(look.Space8, parts.Spring(), remove, s.rename))
	w.win.Canvas().Focus(s.rows)
	s.load()
}

func (s *tagsSheet) load() {
	task(s.w, "read the tags", func(ctx context.Context) ([]journal.TagCount, error) {
		return s.w.journal.Read().Tags(ctx)
	}, func(tags []journal.TagCount) {
		s.tags = tags
		s.rows.Fill(len(tags), s.item)
		s.typed(s.name.Text)
	})
}

func (s *tagsSheet) item(i int) parts.ListItem {
	return parts.ListItem{Title: "#" + s.tags[i].Tag, Note: entriesLine(s.tags[i].Count), Quiet: true}
}

// chosen is the tag that is marked in the list.
func (s *tagsSheet) chosen() (string, bool) {
	i := s.rows.Selected()
	if i < 0 || i >= len(s.tags) {
		return "", false
	}
	return s.tags[i].Tag, true
}

// choose marks a tag and puts its name into the field.
func (s *tagsSheet) choose(i int) {
	s.name.Load(s.tags[i].Tag)
	s.typed(s.name.Text)
	s.w.win.Canvas().Focus(s.name)
	s.name.CursorToEnd()
}

// typed says what a new name would do.
func (s *tagsSheet) typed(text string) {
	from, ok := s.chosen()
	to := strings.TrimPrefix(strings.TrimSpace(text), "#")
	merges := ok && !strings.EqualFold(from, to) &&
		slices.ContainsFunc(s.tags, func(t journal.TagCount) bool { return strings.EqualFold(t.Tag, to) })
	switch {
	case len(s.tags) == 0:
		s.says.SetText(lang.L("No entry carries a tag yet."))
	case !ok:
		s.says.SetText("")
	case merges:
		s.says.SetText(lang.L("There is a tag #{{.Tag}} already: the two become one.", values{"Tag": to}))
	default:
		s.says.SetText("")
	}
	s.rename.SetText(lang.L("Rename"))
	if merges {
		s.rename.SetText(lang.L("Merge"))
	}
}

// submit renames the chosen tag, or merges it.
func (s *tagsSheet) submit() {
	from, ok := s.chosen()
	to := strings.TrimPrefix(strings.TrimSpace(s.name.Text), "#")
	if !ok || to == "" || to == from {
		return
	}
	s.change("rename a tag", func(ctx context.Context) (journal.TagChange, error) {
		return s.w.journal.RenameTag(ctx, from, to)
	}, func(c journal.TagChange) string {
		return lang.L("#{{.From}} is #{{.To}} now, in {{.Entries}}.", values{"From": from, "To": to, "Entries": amongEntries(c.Entries)})
	})
}

// remove takes the chosen tag away from every entry.
func (s *tagsSheet) remove() {
	from, ok := s.chosen()
	if !ok {
		return
	}
	s.change("take a tag away", func(ctx context.Context) (journal.TagChange, error) {
		return s.w.journal.RemoveTag(ctx, from)
	}, func(c journal.TagChange) string {
		return lang.L("#{{.Tag}} is taken away from {{.Entries}}.", values{"Tag": from, "Entries": amongEntries(c.Entries)})
	})
}

// change changes many entries at once, after what lies on the desks is on
// disk, and offers to take it back.
func (s *tagsSheet) change(what string, do func(context.Context) (journal.TagChange, error), say func(journal.TagChange) string) {
	w := s.w
	changeMany(w, what, do, func(c journal.TagChange) {
		s.overlay.Hide()
		w.door.say(say(c), parts.NoticeAction{Label: lang.L("Undo"), Do: func() {
			changeMany(w, what, func(ctx context.Context) (struct{}, error) {
				return struct{}{}, w.journal.UndoTagChange(ctx, c)
			}, func(struct{}) { w.door.say(lang.L("The tags are as they were.")) })
		}})
	})
}

// changeMany changes entries that may lie on desks: what is written there is
// saved first. The desks hear of the change as everybody does.
func changeMany[T any](w *Window, what string, do func(context.Context) (T, error), then func(T)) {
	drafts := w.today.desks.drafts()
	task(w, what, func(ctx context.Context) (T, error) {
		if err := finish(ctx, drafts); err != nil {
			var none T
			return none, err
		}
		return do(ctx)
	}, then)
}

// entriesLine counts entries.
func entriesLine(n int) string {
	if n == 1 {
		return lang.L("1 entry")
	}
	return lang.L("{{.Count}} entries", values{"Count": inGroups(n)})
}

// amongEntries counts entries as they stand behind "in", "from" and "with",
// where some languages give them another ending.
func amongEntries(n int) string {
	return countWords(n, lang.X("1 entry ‹in, from or with it›", "1 entry"),
		lang.X("{{.Count}} entries ‹in, from or with them›", "{{.Count}} entries", values{"Count": inGroups(n)}))
}
