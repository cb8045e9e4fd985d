package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// target is the card in the navigation that shows the target role at a glance,
// or invites to choose one while there is neither a role nor an expectation. It
// is out of sight before it is known which, and where the navigation has no room
// for it.
type target struct {
	w      *Window
	card   *parts.TargetCard
	open   func() // shows what proves the role
	known  bool   // what it shows was read
	some   bool   // there is a role, or an expectation
	ticket int    // counts the reads; only the latest is shown
	cancel func() // calls off the read that waits; nil while none does
}

func newTarget(w *Window, open func()) *target {
	t := &target{w: w, open: open}
	t.card = parts.NewTargetCard(t.press)
	t.card.Hide()
	return t
}

// press shows what proves the role, or asks for one.
func (t *target) press() {
	if t.some {
		t.open()
		return
	}
	t.w.askForTarget()
}

// targetRest is how long nothing may change before the card is read again:
// while somebody types, every save changes an entry.
const targetRest = 3 * time.Second

// changed has the card read again when a change may have moved it, once there
// is rest.
func (t *target) changed(c journal.Change) {
	switch c.Kind {
	case journal.PeopleChanged, journal.PromptsChanged, journal.PacksChanged:
		return
	}
	if t.cancel != nil {
		t.cancel()
	}
	t.cancel = t.w.later(targetRest, t.read)
}

// read reads what the card shows.
func (t *target) read() {
	if t.w.journal == nil {
		return
	}
	t.cancel = nil
	t.ticket++
	ticket, r := t.ticket, proofReader{journal: t.w.journal}
	task(t.w, "read the target role", r.cover, func(s proofSheet) {
		if ticket == t.ticket {
			t.show(&s)
		}
	})
}

// show shows what was read, here or by the page of evidence.
func (t *target) show(s *proofSheet) {
	t.ticket++ // what is still being read is older
	g, ok := glance(s)
	t.some, t.known = ok, true
	t.card.SetGlance(g)
	t.w.frame.side.Refresh()
}

// glance puts coverage and plan into a few words; ok is false where there is
// neither a role nor an expectation.
func glance(s *proofSheet) (g parts.Glance, ok bool) {
	totals := s.coverage.Totals
	if role := s.plan.TargetRole; role != nil {
		g.Name = strings.TrimSpace(role.Title)
	}
	if g.Name == "" && totals.Expectations == 0 {
		g.Name, g.Words = lang.L("Target role"), lang.L("Add the role you want and see what it expects.")
		g.Invite = lang.L("Choose a role")
		return g, false
	}
	if g.Name == "" {
		g.Name = lang.L("The next role")
	}
	g.Label, g.Words, g.Until = lang.L("Target role"), totalsLine(totals), roundLine(s.plan.NextRound, s.today)
	if totals.Expectations == 0 {
		g.Words = lang.L("No expectations yet")
	}
	g.Strong, g.Old, g.Thin, g.Gaps = totals.Strong, totals.Old, totals.Thin, totals.Gaps
	return g, true
}

// roundLine counts the days to the next promotion round, or is "".
func roundLine(round, today journal.Day) string {
	if round.IsZero() {
		return ""
	}
	switch n := today.DaysUntil(round); {
	case n == 0:
		return lang.L("The round is today")
	case n == 1:
		return lang.L("1 day to the round")
	case n > 1:
		return lang.L("{{.Days}} days to the round", values{"Days": n})
	}
	return ""
}
