package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// bulletSheet is the panel of one bullet: its words, which may be changed while
// the entry stays as it was, what can be done with it, and the entries it comes
// from.
type bulletSheet struct {
	p       *pack
	place   evidence.Place
	draft   *bulletDraft
	text    *parts.Field
	origin  *parts.Text // whose words they are
	reset   *parts.Button
	whose   *fyne.Container // around both
	copy    *copyLine
	overlay *parts.Overlay
}

// openBullet opens the sheet of a bullet.
func (p *pack) openBullet(place evidence.Place, b journal.Bullet) {
	s := &bulletSheet{p: p, place: place, text: parts.NewField(lang.L("What it says")), origin: parts.NewText("", parts.TypeCaption)}
	s.draft = p.write(place, b)
	e := s.text.Editor
	e.MaxBytes = journal.MaxText
	e.OnTooLong, e.OnUnusable, e.OnEdited = s.refuseLong, s.refuseOdd, s.edited
	s.reset = parts.NewButton(parts.Quiet, lang.L("Reset to the entry’s words"), look.IconUndo, s.toOriginal)
	s.copy = newCopyLine(p.w, s.asRead)
	e.Load(s.words(b))
	s.open(b)
	s.showOrigin(b)
	p.w.win.Canvas().Focus(e)
	e.CursorToEnd()
}

// words are those of a bullet as they are now: one that was never touched says
// what its entries say.
func (s *bulletSheet) words(b journal.Bullet) string {
	if b.Edited {
		return b.Text
	}
	return cmp.Or(evidence.Original(s.p.sheet.material, b), b.Text)
}

// asRead is the bullet as its audience reads it.
func (s *bulletSheet) asRead() string {
	b := s.draft.now()
	if text := s.text.Editor.Text; text != s.words(b) {
		b.Text, b.Edited = text, true
	}
	return evidence.BulletText(s.p.sheet.material, b)
}

// open lays the sheet out and opens it.
func (s *bulletSheet) open(b journal.Bullet) {
	s.reset.Padding = look.Space8
	s.whose = parts.Across(look.Space8, s.origin, parts.Spring(), s.reset)
	acts := parts.Flow(look.Space8, look.Space8,
		parts.NewButton(parts.Outline, leaveOutWords(b.Out), look.IconNone, s.leaveOut),
		parts.NewButton(parts.Outline, lang.L("Join with another line"), look.IconNone, s.join))
	if evidence.Gone(s.p.sheet.material, b) {
		acts.Add(parts.NewButton(parts.Outline, lang.L("Keep it as my own"), look.IconNone, s.keepAsOwn))
	}
	if s.place.Section == evidence.SectionAsk {
		acts.Add(parts.NewButton(parts.Outline, lang.L("Ask for a goal"), look.IconNone, s.askForGoal))
	}
	done := parts.NewButton(parts.Primary, lang.L("Done"), look.IconCheck, func() { s.overlay.Hide() })
	body := parts.Down(look.Space12,
		parts.NewText(s.p.sheet.pack.Section(s.place.Section).Title, parts.TypeDetailTitle), s.text,
		s.whose, s.copy.content,
		s.entries(b), container.New(&withActions{}, acts, done))
	s.overlay = parts.ShowOverlay(s.p.w.win.Canvas(),
		parts.Inset(body, look.Space24, look.Space24, look.Space24, look.Space24), s.closed)
}

// bulletEntries is how many of the entries behind a bullet are listed.
const bulletEntries = 5

// entries lists what the bullet comes from.
func (s *bulletSheet) entries(b journal.Bullet) fyne.CanvasObject {
	list := parts.Down(look.Space8)
	for _, id := range b.Entries {
		line, ok := s.p.sheet.lines[id]
		if !ok || len(list.Objects) == bulletEntries {
			continue
		}
		ink, soft := kindColors(line.Kind)
		list.Add(parts.NewRow(kindIcon(line.Kind), ink, soft, oneLine(lineTitle(line)), proofDay(line, s.p.sheet.today), func() {
			s.overlay.Hide()
			s.p.w.openEntry(line.ID)
		}))
	}
	if rest := len(b.Entries) - len(list.Objects); rest > 0 && len(list.Objects) > 0 {
		list.Add(parts.NewText(lang.L("{{.Count}} more", values{"Count": inGroups(rest)}), parts.TypeCaption))
	}
	if len(list.Objects) == 0 {
		list.Add(sentenceText(lang.L("No entry stands behind this line.")))
	}
	return list
}

// leaveOutWords name what would come of pressing the button.
func leaveOutWords(out bool) string {
	if out {
		return lang.L("Put it back in")
	}
	return lang.L("Leave it out")
}

// edited keeps what is typed.
func (s *bulletSheet) edited(text string) {
	s.draft.write(text)
	s.showOrigin(journal.Bullet{Text: text, Edited: true, Entries: s.draft.now().Entries})
	s.overlay.Refresh() // the field may have grown
}

// showOrigin says whose words the bullet has, and how long they are.
func (s *bulletSheet) showOrigin(b journal.Bullet) {
	original := evidence.Original(s.p.sheet.material, b)
	s.origin.SetText(lang.L("In the words of the entry"))
	if b.Edited {
		s.origin.SetText(lang.L("Your words. The entry stays as it was."))
	}
	if len(b.Entries) == 0 {
		s.origin.SetText("")
	}
	setVisible(s.reset, b.Edited && original != "")
	setVisible(s.whose, s.origin.Text() != "" || s.reset.Visible())
	s.copy.show()
}

// toOriginal gives the bullet the words of its entries again.
func (s *bulletSheet) toOriginal() {
	m := s.p.sheet.material
	s.act("reset a line of a pack", func(now journal.Pack, at evidence.Place) journal.Pack {
		return evidence.Reset(m, now, at)
	}, func(b journal.Bullet) {
		s.draft = s.p.write(s.place, b)
		s.text.Editor.Load(b.Text)
		s.showOrigin(b)
		s.overlay.Refresh()
	})
}

// leaveOut leaves the bullet out of the pack, or puts it back in.
func (s *bulletSheet) leaveOut() {
	out := !s.draft.now().Out
	s.act("choose what a pack holds", func(now journal.Pack, at evidence.Place) journal.Pack {
		return evidence.LeaveOut(now, at, out)
	}, func(journal.Bullet) { s.overlay.Hide() })
}

// keepAsOwn keeps a line whose entries are gone as one of the writer's own.
func (s *bulletSheet) keepAsOwn() {
	m := s.p.sheet.material
	s.act("keep a line of a pack", func(now journal.Pack, at evidence.Place) journal.Pack {
		return evidence.KeepWithoutEntries(m, now, at)
	}, func(journal.Bullet) { s.overlay.Hide() })
}

// act changes the bullet once everything typed is on disk, as a step of its
// own. then is told how it is afterwards.
func (s *bulletSheet) act(what string, change func(journal.Pack, evidence.Place) journal.Pack, then func(journal.Bullet)) {
	s.settle(func() {
		var after journal.Bullet
		s.p.changeBullet(what, s.place, s.draft.now(), func(now journal.Pack, at evidence.Place) journal.Pack {
			now = change(now, at)
			after = now.Section(at.Section).Bullets[at.At]
			return now
		}, func() { then(after) })
	})
}

// settle writes what is typed, as one step to undo, and goes on then.
func (s *bulletSheet) settle(then func()) {
	p, d, material, view := s.p, s.draft, s.p.sheet.material, s.p.sheet.packView
	type answer struct {
		step    packStep
		written bool
		view    packView
	}
	task(p.w, "save a line of a pack", func(ctx context.Context) (a answer, err error) {
		if err := d.auto.Flush(ctx); err != nil {
			return a, err
		}
		if a.step, a.written = d.take(); a.written {
			a.view = view.after(material, a.step.after)
		}
		return a, nil
	}, func(a answer) {
		if a.written {
			p.steps.add(a.step)
			p.tookPack(a.view)
		}
		then()
	})
}

// closed writes what is typed when the sheet goes. A line of the writer's own
// without a word goes with it.
func (s *bulletSheet) closed() {
	s.settle(func() {
		b := s.draft.now()
		if strings.TrimSpace(b.Text) != "" || len(b.Entries) > 0 {
			return
		}
		s.p.changeBullet("take an empty line out of a pack", s.place, b, func(now journal.Pack, at evidence.Place) journal.Pack {
			section := now.Section(at.Section)
			section.Bullets = slices.Delete(section.Bullets, at.At, at.At+1)
			return now
		}, nil)
	})
}

func (s *bulletSheet) refuseLong() {
	s.p.w.door.warn(lang.L("This is more than one field can hold. Nothing was changed."))
}

func (s *bulletSheet) refuseOdd() {
	s.p.w.door.warn(lang.L("What was pasted is not text. Nothing was changed."))
}
