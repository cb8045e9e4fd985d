package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// trashQuestion asks before things are deleted for good, and tells meanwhile
// which backups still hold them.
type trashQuestion struct {
	t       *trash
	things  []journal.InTrash
	state   *parts.Paragraph
	list    *parts.Paragraph
	remedy  *parts.Paragraph
	backups *parts.Button // leads to their page
	overlay *parts.Overlay
	stop    context.CancelFunc
}

// ask asks whether things are to be deleted for good. more, which may be empty,
// is said below what that means.
func (t *trash) ask(title, more, yes string, things []journal.InTrash) {
	ctx, stop := context.WithCancel(t.w.life)
	q := &trashQuestion{t: t, things: things, stop: stop, state: sentenceText(""), list: parts.NewParagraph("", parts.TypeCaption, 18), remedy: sentenceText("")}
	what := sentenceText(join(lang.L("The words, the history and the attached files that nothing else names are removed from this journal. Only a backup can bring them back."), more))
	forGood := parts.NewButton(parts.Primary, yes, look.IconTrash, q.yes)
	keep := parts.NewButton(parts.Outline, lang.L("Keep"), look.IconNone, q.close)
	q.backups = parts.NewButton(parts.Quiet, lang.L("Show the backups"), look.IconArrow, q.showBackups)
	held := parts.Panel(parts.Down(look.Space8, q.state, q.list, q.remedy), look.Space12)
	content := parts.Down(look.Space16, parts.NewParagraph(title, parts.TypeDetailTitle, 29), what, held,
		parts.Across(look.Space8, q.backups, parts.Spring(), keep, forGood))
	q.list.Hide()
	q.remedy.Hide()
	q.overlay = parts.ShowOverlay(t.w.win.Canvas(),
		parts.Inset(content, look.Space24, look.Space24, look.Space24, look.Space24), stop)
	t.w.win.Canvas().Focus(keep)
	q.look(ctx)
}

// look looks into the backups for as long as the question stands.
func (q *trashQuestion) look(ctx context.Context) {
	w := q.t.w
	q.state.SetText(lang.L("Looking which backups still hold it…"))
	home, j := w.home, w.journal
	taskUntil(ctx, w, "look into the backups", func(ctx context.Context) (journal.Holders, error) {
		folders := []string{""}
		second, err := j.Setting(ctx, journal.SettingBackupFolder)
		if err != nil {
			return journal.Holders{}, err
		}
		if second != "" {
			folders = append(folders, second)
		}
		return journal.HoldersOf(ctx, home, folders, q.things, func(done, of int) {
			w.onUI(func() { q.tell(ctx, done, of) })
		})
	}, q.show)
}

// tell says how far the search is.
func (q *trashQuestion) tell(ctx context.Context, done, of int) {
	if ctx.Err() == nil && of > 0 {
		q.state.SetText(lang.L("Looking which backups still hold it, {{.Done}} of {{.All}}…", values{"Done": done, "All": of}))
	}
}

// show says which backups still hold what is to be deleted, and what can be
// done about that.
func (q *trashQuestion) show(h journal.Holders) {
	names := q.names(h)
	setVisible(q.list, len(names) > 0)
	setVisible(q.remedy, len(names) > 0)
	q.list.SetText(strings.Join(names, "\n"))
	q.remedy.SetText(lang.L("Backups go by themselves as they age. To be sure at once, delete these files by hand; copies that you made elsewhere are yours to delete, too."))
	switch n, one := len(h.Backups), len(q.things) == 1; {
	case n == 0:
		q.state.SetText(lang.L("No backup that can be read holds it."))
	case n == 1 && one:
		q.state.SetText(lang.L("1 backup still holds it:"))
	case n == 1:
		q.state.SetText(lang.L("1 backup still holds some of it:"))
	case one:
		q.state.SetText(lang.L("{{.Count}} backups still hold it:", values{"Count": n}))
	default:
		q.state.SetText(lang.L("{{.Count}} backups still hold some of it:", values{"Count": n}))
	}
	q.overlay.Refresh()
}

// mostHolders is how many backups are named one by one.
const mostHolders = 6

// names names the backups, the newest first, and what could not be looked into.
func (q *trashQuestion) names(h journal.Holders) (names []string) {
	for i, b := range h.Backups {
		if i == mostHolders && len(h.Backups) > mostHolders+1 {
			last := h.Backups[len(h.Backups)-1]
			names = append(names, lang.L("and {{.Count}} more, the oldest of {{.When}}", values{"Count": inGroups(len(h.Backups) - i), "When": q.t.w.whenMade(last.Made)}))
			break
		}
		names = append(names, lang.L("{{.When}}: {{.File}}", values{"When": q.t.w.whenMade(b.Made), "File": filepath.Base(b.File)}))
	}
	for _, b := range h.Unread {
		names = append(names, lang.L("{{.File}} cannot be read, and may hold it.", values{"File": filepath.Base(b.File)}))
	}
	for _, folder := range h.Unreached {
		names = append(names, lang.L("The folder {{.Folder}} cannot be reached now. Backups in it may hold it.", values{"Folder": folder}))
	}
	return names
}

// yes deletes for good.
func (q *trashQuestion) yes() {
	q.close()
	q.t.forget(q.things)
}

func (q *trashQuestion) close() {
	q.stop()
	q.overlay.Hide()
}

// showBackups leads to the page of the backups.
func (q *trashQuestion) showBackups() {
	q.close()
	q.t.w.frame.preferences.open(prefBackups)
}
