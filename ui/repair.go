package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// checkAfter is when a journal that was not closed as it should be is looked
// over: after its page is there.
const checkAfter = 3 * time.Second

// checkQuickly looks over a journal that was not closed as it should be. Only
// damage is told.
func (w *Window) checkQuickly() {
	if w.journal == nil || w.change != nil {
		return // the window has gone
	}
	task(w, "look over the journal", w.home.CheckQuickly, func(r journal.Report) {
		if r.OK {
			w.tellCrash()
		} else {
			w.door.warn(lang.L("The journal was not closed as it should be, and its file is damaged. A repair keeps all that can be read."),
				parts.NoticeAction{Label: lang.L("Check and repair…"), Do: w.checkJournal},
				parts.NoticeAction{Label: lang.L("Later"), Do: w.door.clear})
		}
	})
}

// checkJournal looks for damage everywhere, and shows what it finds.
func (w *Window) checkJournal() {
	if w.journal == nil || w.copyOpen() != nil {
		return
	}
	home, j := w.home, w.journal
	ctx, stop := context.WithCancel(w.life)
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { parts.CloseOverlay(w.win.Canvas()) })
	waiting := w.overlayUntil(stop, lang.L("Check the journal"),
		sentenceText(lang.L("Looking at the file, each entry and each attachment. Nothing is changed.")),
		parts.Across(look.Space8, parts.Spring(), cancel))
	w.win.Canvas().Focus(cancel)
	type answer struct {
		report journal.Report
		lines  []string
		err    error
	}
	taskUntil(ctx, w, "check the journal", func(ctx context.Context) (answer, error) {
		report, err := home.Check(ctx)
		return answer{report, damageLines(ctx, j, report), err}, nil
	}, func(a answer) {
		waiting.Hide()
		if a.err != nil {
			w.door.show("check the journal", a.err)
			return
		}
		w.showChecked(a.report, a.lines)
	})
}

// mostDamage is how many lines of damage are shown.
const mostDamage = 100

// damageLines put what a check or a repair found into lines, and name each
// entry that can still be read by what it is called.
func damageLines(ctx context.Context, j *journal.Journal, r journal.Report) []string {
	called := map[journal.ID]string{}
	shown := r.Problems[:min(len(r.Problems), mostDamage)]
	for _, p := range shown {
		// One by one: what is damaged must not hide what is not.
		if e, err := j.Read().LinesOf(ctx, []journal.ID{p.Entry}); p.Entry != "" && err == nil && len(e) > 0 {
			called[p.Entry] = strings.TrimSpace(e[0].Title + " " + fullDay(e[0].Day))
		}
	}
	var lines []string
	for _, p := range shown {
		line := told(p.What)
		if p.Entry != "" {
			name := called[p.Entry]
			if name == "" {
				name = string(p.Entry)
			}
			line = lang.L("{{.Entry}}: {{.What}}", values{"Entry": name, "What": line})
		}
		if p.Repaired {
			line = lang.L("Mended: {{.Damage}}", values{"Damage": line})
		}
		lines = append(lines, line)
	}
	if more := len(r.Problems) - len(shown); more > 0 {
		lines = append(lines, lang.L("and {{.Count}} more", values{"Count": inGroups(more)}))
	}
	return lines
}

// showChecked shows what a check found, and offers to repair it.
func (w *Window) showChecked(r journal.Report, lines []string) {
	if r.OK {
		w.showDamage(lang.L("The journal is sound"), []string{
			lang.L("The file, every entry and every attachment are as they were saved."),
		}, nil)
		return
	}
	repair := parts.NewButton(parts.Primary, lang.L("Repair"), look.IconNone, w.repair)
	w.showDamage(lang.L("The journal is damaged"), append([]string{
		lang.L("To repair it, Groundwork makes a copy first, keeps all that can be read, and takes what is missing from the newest backup."),
	}, lines...), repair)
}

// showDamage shows lines in a panel, with something to do about them or nil.
func (w *Window) showDamage(title string, lines []string, todo *parts.Button) {
	list := parts.Down(look.Space8)
	for _, line := range lines {
		list.Add(sentenceText(line))
	}
	closing := parts.NewButton(parts.Outline, lang.L("Close"), look.IconNone, func() { parts.CloseOverlay(w.win.Canvas()) })
	actions := parts.Across(look.Space8, parts.Spring(), closing)
	if todo != nil {
		actions.Add(todo)
	}
	var said fyne.CanvasObject = list
	const few = 4
	if len(lines) > few {
		said = w.inPanel(toRead(title, parts.NewScroller(list)), 320)
	}
	w.overlay(title, said, actions)
	w.win.Canvas().Focus(closing)
}

// repair mends the journal while nobody has it open, and tells what came of it.
func (w *Window) repair() {
	parts.CloseOverlay(w.win.Canvas())
	var done journal.Repaired
	w.swap("repair the journal", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		own := ownHome(home)
		var err error
		done, err = own.Repair(ctx)
		return own, err
	}, func(err error) {
		if err == nil && w.journal != nil {
			w.readRepaired(done)
		}
	})
}

// readRepaired names the entries that a repair was about, and shows what came
// of it.
func (w *Window) readRepaired(r journal.Repaired) {
	j := w.journal
	task(w, "tell what was repaired", func(ctx context.Context) ([]string, error) {
		return damageLines(ctx, j, r.Report), nil
	}, func(lines []string) {
		var todo *parts.Button
		if r.Quarantine != "" {
			todo = parts.NewButton(parts.Primary, lang.L("Show what was rescued"), look.IconFolder, func() { w.showFolder(r.Quarantine) })
		}
		w.showDamage(repairedTitle(r), append(repairedLines(r), lines...), todo)
	})
}

func repairedTitle(r journal.Repaired) string {
	if r.OK {
		return lang.L("The journal is whole again")
	}
	return lang.L("The journal is repaired as far as it could be")
}

// repairedLines tell how much was kept, and where what was not put back lies.
func repairedLines(r journal.Repaired) []string {
	lines := []string{lang.L("Kept from the file: {{.Entries}}.", values{"Entries": entriesLine(r.Recovered)})}
	if r.FromBackup > 0 {
		lines = append(lines, lang.L("Taken from a backup: {{.Entries}}.", values{"Entries": entriesLine(r.FromBackup)}))
	}
	if r.Lost > 0 {
		lines = append(lines, lang.L("Could not be found anywhere: {{.Entries}}.", values{"Entries": entriesLine(r.Lost)}))
	}
	if r.Quarantine != "" {
		lines = append(lines, lang.L("What could be read and not put back lies as text in {{.Folder}}", values{"Folder": r.Quarantine}))
	}
	if r.SetAside != "" {
		lines = append(lines, lang.L("The damaged file lies as it was in {{.Folder}}", values{"Folder": r.SetAside}))
	}
	return lines
}
