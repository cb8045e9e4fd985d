package ui

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// reported takes a state of a draft to the foot of the page. Counting the
// words of a long text happens here, off the UI goroutine and not per key.
func (t *today) reported(d *desk, s journal.DraftState) {
	if s.State == journal.Dirty {
		return
	}
	if s.State == journal.Saving {
		t.reportSlow(d)
		return
	}
	words := wordCount(d.draft.Entry().Body)
	t.w.onUI(func() {
		if t.desk == d {
			t.showState(s, words)
			if s.State == journal.Clean {
				t.evidence.suggest(d, words)
			}
		}
		if d.beside != nil {
			d.beside(s)
		}
		if s.State == journal.Failed {
			t.w.door.log.Error("save an entry", "err", s.Err)
		}
	})
}

// slowSave is how long a save may take before the page says that it is on its
// way.
const slowSave = time.Second

// reportSlow says "Saving" when a save takes long enough to be noticed.
func (t *today) reportSlow(d *desk) {
	time.AfterFunc(slowSave, func() {
		if d.draft.State().State != journal.Saving || t.w.life.Err() != nil {
			return
		}
		t.w.onUI(func() {
			if t.desk == d {
				t.saved.Busy(lang.L("Saving"))
			}
		})
	})
}

// showState tells at the foot of the page whether the text is safe.
func (t *today) showState(s journal.DraftState, words int) {
	t.words.SetText(wordsLine(words))
	t.long.show(t.desk.draft.Entry(), words)
	switch {
	case s.State == journal.Failed:
		t.saved.Warn(lang.L("Not saved"))
		t.w.notSaved(s.Err, t.saveNow)
	case s.Split:
		t.saved.Done(lang.L("Saved {{.Time}}", values{"Time": clock(s.Saved)}))
		t.w.door.say(lang.L("This entry was changed elsewhere at the same time. Both texts are kept: yours is now an entry of its own."))
	case s.Saved.IsZero():
		t.saved.Quiet("")
	default:
		t.saved.Done(lang.L("Saved {{.Time}}", values{"Time": clock(s.Saved)}))
		t.w.saved()
	}
}

func (t *today) refused(err error) { t.w.door.warn(sentence(err)) }

// refuseLong says why a text was not taken.
func (t *today) refuseLong() {
	t.refused(&journal.Invalid{Field: "body", Problem: "This is more than one entry can hold. Nothing was changed: put it into several entries."})
}

// refuseOdd says why a pasted text was not taken.
func (t *today) refuseOdd() {
	t.refused(&journal.Invalid{Field: "body", Problem: "What was pasted is not text. Nothing was changed."})
}

// showHeading writes the day of the entry, and what stands below it.
func (t *today) showHeading(e journal.Entry) {
	t.heading.SetText(dayHeading(e.Day, e.Precision, t.now))
	if e.Day == t.now && t.welcome.on {
		t.below.SetText(lang.L("Welcome. Three honest sentences are enough for a first entry."))
		return
	}
	if e.Day == t.now {
		t.below.SetText(lang.L("Three honest sentences are enough."))
		return
	}
	t.below.SetText(howLongAgo(e.Day, t.now))
}
