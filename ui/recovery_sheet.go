package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/handout"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// newSheet is what is needed to make a recovery sheet.
type newSheet struct {
	key     journal.RecoveryKey
	text    string
	folders []string             // where it must not lie
	asked   []journal.SheetGroup // what is typed back from it
}

// groupsAsked is how many groups are typed back from the sheet.
const groupsAsked = 3

// makeSheet makes a recovery key and what stands on its sheet, and hands both on.
func (w *Window) makeSheet(then func(newSheet)) {
	j, folder := w.journal, w.home.Folder()
	task(w, "make a recovery key", func(ctx context.Context) (s newSheet, err error) {
		settings, err := j.Read().Settings(ctx)
		if err != nil {
			return s, err
		}
		if s.key, err = journal.NewRecoveryKey(); err != nil {
			return s, err
		}
		s.text, s.folders = journal.RecoverySheet(s.key, folder, j.Now()), journal.OwnFolders(folder, settings)
		s.asked, err = s.key.AskBack(groupsAsked)
		return s, err
	}, then)
}

// sheetKeeping is the step in which the recovery sheet is saved.
type sheetKeeping struct {
	w       *Window
	sheet   newSheet
	saved   string // the path, once it is
	content fyne.CanvasObject
	state   *parts.Paragraph
	pdf     *parts.Button
	open    *parts.Button
	moved   func() // is called when it says more
}

func newSheetKeeping(w *Window, sheet newSheet, moved func()) *sheetKeeping {
	k := &sheetKeeping{w: w, sheet: sheet, moved: moved, state: sentenceText("")}
	k.pdf = parts.NewButton(parts.Outline, lang.L("Save as PDF…"), look.IconDownload, func() { k.save(handout.PDF) })
	text := parts.NewButton(parts.Outline, lang.L("Save as text…"), look.IconDownload, func() { k.save(handout.Text) })
	k.open = parts.NewButton(parts.Soft, lang.L("Open it to print it"), look.IconDocument, func() { w.showFile(k.saved) })
	k.state.Hide()
	k.open.Hide()
	k.content = parts.Down(look.Space12,
		sentenceText(lang.L("The recovery sheet holds a key that opens the journal when the passphrase is lost. Without it a lost passphrase is a lost journal.")),
		sentenceText(lang.L("Save it, open it and print it. Then keep it on paper, away from this computer, and delete the file: whoever has the sheet and a copy of the journal can read it.")),
		parts.Flow(look.Space8, look.Space8, k.pdf, text, k.open), k.state)
	return k
}

// save asks where the sheet is to be saved. It must not lie with the journal or
// its backups.
func (k *sheetKeeping) save(form handout.Form) {
	k.w.saveAs(leaving{
		title: lang.L("Save the recovery sheet"), name: lang.L("Recovery sheet"), form: form,
		write: func(ctx context.Context, path string, o handout.Delivery) (string, error) {
			o.Refuse = k.sheet.folders
			return "", handout.RecoverySheet(ctx, path, k.sheet.text, form, k.w.press, o)
		},
		saved: k.keptAt,
	})
}

// keptAt notes where the sheet was saved.
func (k *sheetKeeping) keptAt(path string) {
	k.saved = path
	k.say(parts.TypeUI, lang.L("Saved as {{.Path}}", values{"Path": path}))
	k.open.Show()
	k.moved()
	k.w.win.Canvas().Focus(k.open)
}

// done tells whether the sheet was saved.
func (k *sheetKeeping) done() bool {
	if k.saved == "" {
		k.say(parts.TypeUI.In(look.ColorWarn), lang.L("Save the sheet first. Nothing is protected before it is in your hands."))
		return false
	}
	return true
}

func (k *sheetKeeping) say(as parts.Type, text string) {
	k.state.SetType(as)
	k.state.SetText(text)
	k.state.Show()
}

// sheetTried is the step in which a part of the sheet is typed back, which
// proves that somebody has it before them and can read it.
type sheetTried struct {
	w       *Window
	asked   []journal.SheetGroup
	fields  []*parts.Field
	content fyne.CanvasObject
}

// newSheetTried makes the step. Enter in its last field does what enter says.
func newSheetTried(w *Window, asked []journal.SheetGroup, enter func()) *sheetTried {
	t := &sheetTried{w: w, asked: asked}
	row := container.NewGridWithColumns(len(asked))
	for i, g := range asked {
		field := parts.NewLineField()
		field.Editor.OnEdited = func(string) { field.SetProblem("") }
		field.Editor.OnEnter = enter
		if i > 0 {
			t.fields[i-1].Editor.OnEnter = func() { w.win.Canvas().Focus(field.Editor) }
		}
		t.fields = append(t.fields, field)
		row.Add(under(lang.L("Line {{.Line}}, group {{.Group}}", values{"Line": g.Line, "Group": g.Place}), field))
	}
	t.content = parts.Down(look.Space12,
		sentenceText(lang.L("Take the sheet in your hand and type these groups of letters from it. Small letters do as well.")), row)
	return t
}

// done tells whether all is as it stands on the sheet. Where it is not, the
// keyboard goes to the first group that is wrong.
func (t *sheetTried) done() bool {
	var wrong []*parts.Field
	for i, g := range t.asked {
		if typed := t.fields[i].Editor.Text; !g.Is(typed) {
			t.fields[i].SetProblem(groupProblem(typed))
			wrong = append(wrong, t.fields[i])
		}
	}
	if len(wrong) > 0 {
		t.w.win.Canvas().Focus(wrong[0].Editor)
	}
	return len(wrong) == 0
}

// groupProblem says what is wrong with a group that was typed.
func groupProblem(typed string) string {
	if typed == "" {
		return lang.L("Type these letters.")
	}
	return lang.L("Not quite: look again.")
}
