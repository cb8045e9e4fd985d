package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"groundwork/journal/handout"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// prefHandoutFolder is where the last file that left the journal was written.
// What it held is remembered nowhere.
const prefHandoutFolder = "handout.folder"

// leaving is something that is to leave the journal as a file.
type leaving struct {
	title string // of the panel that asks where to
	name  string // of the file that is proposed
	form  handout.Form
	// write writes the file and returns what is said of it then.
	write func(ctx context.Context, path string, o handout.Delivery) (said string, err error)
	// saved is told the path, in place of saying it at the foot of the window and of remembering the folder; or nil.
	saved func(path string)
}

// savePanel asks for the folder and the name of a file that leaves the journal,
// and writes it.
type savePanel struct {
	w       *Window
	l       leaving
	into    string
	folder  *parts.Button
	name    *parts.Field
	state   *parts.Paragraph
	save    *parts.Button
	replace bool // the file that is there is to be replaced
	stop    context.CancelFunc
	overlay *parts.Overlay
}

// saveAs asks where something is to be written, and writes it there.
func (w *Window) saveAs(l leaving) {
	s := &savePanel{w: w, l: l, into: w.handoutFolder(), name: parts.NewLineField(), state: sentenceText(""), stop: func() {}}
	s.folder = parts.NewButton(parts.Outline, "", look.IconFolder, s.chooseFolder)
	s.save = parts.NewButton(parts.Primary, lang.L("Save"), look.IconDownload, s.submit)
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { s.overlay.Hide() })
	s.name.Editor.Load(l.name)
	s.name.Editor.OnEdited, s.name.Editor.OnEnter = func(string) { s.settle() }, s.submit
	s.showFolder()
	named := container.NewBorder(nil, nil, nil, parts.Inset(parts.NewText(l.form.Ending(), parts.TypeUI), look.Space8, 0, 0, look.Space8), s.name)
	fields := parts.Down(look.Space12, parts.FormRow(lang.L("Folder"), parts.Across(0, s.folder)), parts.FormRow(lang.L("Name"), named))
	body := parts.Down(look.Space16, parts.NewText(l.title, parts.TypeDetailTitle), fields, s.state,
		parts.Across(look.Space8, parts.Spring(), cancel, s.save))
	s.state.Hide()
	s.overlay = parts.ShowOverlay(w.win.Canvas(), parts.Inset(body, look.Space24, look.Space24, look.Space24, look.Space24), func() { s.stop() })
	w.win.Canvas().Focus(s.name.Editor)
	s.name.Editor.CursorToEnd()
}

// handoutFolder is where the last file went that left the journal, or else
// where the system keeps documents.
func (w *Window) handoutFolder() string {
	if last := w.app.Preferences().String(prefHandoutFolder); last != "" {
		return last
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	documents := filepath.Join(home, "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		return documents
	}
	return home
}

// showFolder says which folder it is.
func (s *savePanel) showFolder() {
	s.folder.SetText(lang.L("Choose a folder"))
	if s.into != "" {
		s.folder.SetText(cutFront(s.into, longestFolder))
	}
}

// longestFolder is how many letters of a folder's path show, at its end.
const longestFolder = 56

// cutFront shortens a text to so many letters, at its beginning.
func cutFront(text string, n int) string {
	letters := []rune(text)
	if len(letters) <= n {
		return text
	}
	return "…" + string(letters[len(letters)-n+1:])
}

// chooseFolder asks for another folder.
func (s *savePanel) chooseFolder() {
	ask := dialog.NewFolderOpen(s.folderChosen, s.w.win)
	if at, err := storage.ListerForURI(storage.NewFileURI(s.into)); err == nil {
		ask.SetLocation(at)
	}
	ask.Show()
}

// folderChosen takes another folder, unless none was chosen.
func (s *savePanel) folderChosen(folder fyne.ListableURI, err error) {
	if err != nil {
		s.say(sentence(accessProblem(err)))
		return
	}
	if folder == nil {
		return
	}
	s.into = folder.Path()
	s.showFolder()
	s.settle()
	s.w.win.Canvas().Focus(s.name.Editor)
}

// settle takes back what was asked about another name or folder.
func (s *savePanel) settle() {
	s.replace = false
	s.save.SetText(lang.L("Save"))
	s.say("")
}

// say says how it goes, below the fields.
func (s *savePanel) say(text string) {
	s.state.SetText(text)
	setVisible(s.state, text != "")
	if s.overlay != nil {
		s.overlay.Refresh()
	}
}

// path is where the file goes, with the ending of its form.
func (s *savePanel) path() string {
	name, ending := strings.TrimSpace(s.name.Editor.Text), s.l.form.Ending()
	if name == "" {
		name = s.l.name
	}
	if !strings.EqualFold(filepath.Ext(name), ending) {
		name += ending
	}
	return filepath.Join(s.into, filepath.Base(name))
}

// submit writes the file. One that is there already is asked about first.
func (s *savePanel) submit() {
	if s.save.Disabled() {
		return
	}
	ctx, stop := context.WithCancel(s.w.life)
	s.stop = stop
	path := s.path()
	delivery := handout.Delivery{Replace: s.replace, Refuse: []string{s.w.home.Folder()}, Progress: s.tell}
	s.save.Disable()
	s.say(lang.L("Writing…"))
	type answer struct {
		said string
		err  error
	}
	task(s.w, "write a file", func(context.Context) (answer, error) {
		said, err := s.l.write(ctx, path, delivery)
		return answer{said, err}, nil
	}, func(a answer) {
		defer stop()
		s.save.Enable()
		switch {
		case ctx.Err() != nil: // the panel was closed
		case errors.Is(a.err, fs.ErrExist):
			s.replace = true
			s.save.SetText(lang.L("Replace it"))
			s.say(lang.L("A file of this name is there already. Replace it, or give this one another name."))
		case a.err != nil:
			s.w.door.log.Error("write a file", "err", a.err)
			s.say(sentence(a.err))
		default:
			s.written(path, a.said)
		}
	})
}

// tell says how far the writing is. It may be called from any goroutine.
func (s *savePanel) tell(done, of int) {
	s.w.onUI(func() {
		if s.save.Disabled() {
			s.say(lang.L("Writing, {{.Done}} of {{.All}}", values{"Done": done, "All": of}))
		}
	})
}

// written says what was written, and leads to it.
func (s *savePanel) written(path, said string) {
	if s.l.saved != nil {
		s.overlay.Hide()
		s.l.saved(path)
		return
	}
	s.w.app.Preferences().SetString(prefHandoutFolder, s.into)
	s.overlay.Hide()
	s.w.door.say(join(lang.L("Saved as “{{.Name}}”.", values{"Name": filepath.Base(path)}), said),
		parts.NoticeAction{Label: lang.L("Show"), Do: func() { s.w.showFile(path) }},
		parts.NoticeAction{Label: lang.L("Close"), Do: s.w.door.clear})
}

// showFile opens a file with the program that the system has for it.
func (w *Window) showFile(path string) {
	task(w, "show a file", func(context.Context) (struct{}, error) {
		return struct{}{}, openWith(w.app, fileURL(path))
	}, func(struct{}) {})
}

// print writes pages into the private folder of this session and has the
// system's program open them, which prints.
func (w *Window) print(l leaving) { w.makeReadable(func() { w.printNow(l) }) }

func (w *Window) printNow(l leaving) {
	j := w.journal
	task(w, "print", func(ctx context.Context) (struct{}, error) {
		path, err := j.LendPlace(ctx, l.name+l.form.Ending())
		if err != nil {
			return struct{}{}, err
		}
		if _, err := l.write(ctx, path, handout.Delivery{}); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, openWith(w.app, fileURL(path))
	}, func(struct{}) {})
}
