package journal

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"
)

// PlanDraft is the plan while somebody types into its fields. It holds the
// newest text of each field until that is saved, and has it saved by an
// Autosave. Its methods may be called from any goroutine.
type PlanDraft struct {
	journal *Journal
	auto    *Autosave
	report  func(DraftState)

	mu    sync.Mutex
	typed map[string]*typed // by the field, what is not saved yet
	saved time.Time
}

// typed is a text that is not in the plan yet.
type typed struct {
	text string
	put  func(*Plan, string)
}

// PlanDraft begins to write in the plan. Each state it enters is reported, in
// order, on the goroutine of a Type, a Flush or a save; report must return at
// once and must not Flush.
func (j *Journal) PlanDraft(report func(DraftState)) *PlanDraft {
	d := &PlanDraft{journal: j, report: report, typed: map[string]*typed{}}
	d.auto = NewAutosave(j.now, d.save, d.entered)
	return d
}

// Type takes over the text of a field, which put writes into the plan, and
// sees to it that it is saved within a second. The newest text of a field
// takes the place of the one before. put runs in a save, on another goroutine;
// where the plan has no such field any more it does nothing.
func (d *PlanDraft) Type(field, text string, put func(*Plan, string)) {
	d.mu.Lock()
	d.typed[field] = &typed{text, put}
	d.mu.Unlock()
	d.auto.Touch()
}

// Unsaved tells whether a field holds text that is not in the plan yet.
func (d *PlanDraft) Unsaved(field string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.typed[field] != nil
}

// Texts gives everything that is not in the plan yet, to be kept elsewhere.
func (d *PlanDraft) Texts() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var texts []string
	for _, field := range slices.Sorted(maps.Keys(d.typed)) {
		texts = append(texts, d.typed[field].text)
	}
	return texts
}

// Flush returns when everything is on disk, or with the reason why not.
func (d *PlanDraft) Flush(ctx context.Context) error { return d.auto.Flush(ctx) }

// State tells where the draft stands.
func (d *PlanDraft) State() DraftState {
	state, err := d.auto.State()
	d.mu.Lock()
	defer d.mu.Unlock()
	return DraftState{State: state, Saved: d.saved, Err: err}
}

// save writes what was typed, once and together.
func (d *PlanDraft) save(ctx context.Context) error {
	d.mu.Lock()
	now := maps.Clone(d.typed)
	d.mu.Unlock()
	_, err := d.journal.EditPlan(ctx, func(p *Plan) error {
		for _, field := range slices.Sorted(maps.Keys(now)) {
			now[field].put(p, now[field].text)
		}
		return nil
	})
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	maps.DeleteFunc(d.typed, func(field string, t *typed) bool { return now[field] == t })
	d.saved = d.journal.now()
	return nil
}

func (d *PlanDraft) entered(s SaveState, err error) {
	d.mu.Lock()
	state := DraftState{State: s, Saved: d.saved, Err: err}
	d.mu.Unlock()
	d.report(state)
}
