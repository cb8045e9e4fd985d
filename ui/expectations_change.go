package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// moveUp puts what is beside the list one place up in its area.
func (d *demands) moveUp() { d.move(-1) }

// moveDown puts what is beside the list one place down in its area.
func (d *demands) moveDown() { d.move(1) }

func (d *demands) move(step int) {
	if d.w.current != page(d) || d.form == nil {
		return
	}
	order := d.sheet.beside(d.form.x)
	at := slices.Index(order, d.form.x.ID)
	if at < 0 || at+step < 0 || at+step >= len(order) {
		return
	}
	order[at], order[at+step] = order[at+step], order[at]
	d.do("order expectations", func(ctx context.Context) error {
		return d.w.journal.ReorderExpectations(ctx, order)
	}, func() {})
}

// do changes something; the page hears of it as of every change.
func (d *demands) do(what string, work func(context.Context) error, then func()) {
	task(d.w, what, func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(struct{}) { then() })
}

// many changes expectations and entries at once, after everything typed is on
// disk.
func (d *demands) many(what string, work func(context.Context) error, then func()) {
	flush := d.flush()
	changeMany(d.w, what, func(ctx context.Context) (struct{}, error) {
		if err := flush(ctx); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, work(ctx)
	}, func(struct{}) { then() })
}

// toggleAside puts what is beside the list out of use, or brings it back.
func (d *demands) toggleAside() {
	x := d.form.x
	if x.Retired {
		d.bringBack(x.ID)
		return
	}
	d.do("put an expectation aside", func(ctx context.Context) error {
		return d.w.journal.RetireExpectation(ctx, x.ID)
	}, func() {
		d.w.door.say(lang.L("“{{.Name}}” is put aside. What proves it is kept.", values{"Name": x.Name}),
			undoAction(func() { d.bringBack(x.ID) }))
	})
}

// bringBack puts an expectation into use again.
func (d *demands) bringBack(id journal.ID) {
	d.do("bring an expectation back", func(ctx context.Context) error {
		return d.w.journal.ReviveExpectation(ctx, id)
	}, func() {})
}

// remove puts what is beside the list into the trash, with its evidence, and
// offers to take it back.
func (d *demands) remove() {
	x, entries := d.form.x, d.sheet.entries[d.form.x.ID]
	d.many("delete an expectation", func(ctx context.Context) error {
		return d.w.journal.RemoveExpectation(ctx, x.ID)
	}, func() {
		d.back()
		said := lang.L("“{{.Name}}” is deleted.", values{"Name": x.Name})
		if entries > 0 {
			v := values{"Name": x.Name, "Count": inGroups(entries)}
			said = countWords(entries, lang.L("“{{.Name}}” is deleted, and 1 entry no longer names it.", v),
				lang.L("“{{.Name}}” is deleted, and {{.Count}} entries no longer name it.", v))
		}
		d.w.deleted(said, func() { d.restore(x.ID) })
	})
}

// restore takes expectations out of the trash that were just deleted.
func (d *demands) restore(ids ...journal.ID) {
	d.many("bring an expectation back", func(ctx context.Context) error {
		return d.w.journal.RestoreExpectation(ctx, ids...)
	}, func() {
		d.chosen = ids[0]
		d.load()
	})
}

// add adds expectations of a starter set or a career path, says how many are
// new, and offers to take them back.
func (d *demands) add(xs []journal.Expectation) {
	type answer = []journal.Expectation
	task(d.w, "add expectations", func(ctx context.Context) (answer, error) {
		return d.w.journal.AddExpectations(ctx, xs)
	}, func(added answer) {
		if len(added) == 0 {
			d.w.door.say(lang.L("Nothing was added: all of it is there already."))
			return
		}
		ids := make([]journal.ID, len(added))
		for i, x := range added {
			ids[i] = x.ID
		}
		d.chosen = ids[0]
		d.load()
		d.w.door.say(addedDemands(len(added), len(xs)-len(added)), undoAction(func() { d.takeBack(ids) }))
	})
}

// takeBack takes away again what was just added.
func (d *demands) takeBack(ids []journal.ID) {
	d.many("take expectations back", func(ctx context.Context) error {
		return d.w.journal.RemoveExpectation(ctx, ids...)
	}, func() {
		d.w.deleted(lang.L("They are taken away again."), func() { d.restore(ids...) })
	})
}

// addedDemands says how many were added, and how many were there.
func addedDemands(added, there int) string {
	said := lang.L("{{.Expectations}} added.", values{"Expectations": expectationsWord(added)})
	switch there {
	case 0:
		return said
	case 1:
		return said + " " + lang.L("1 was there already.")
	}
	return said + " " + lang.L("{{.Count}} were there already.", values{"Count": there})
}
