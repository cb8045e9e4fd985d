package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// moveUp puts the bullet that the keyboard is at one place up in its section.
func (p *pack) moveUp() { p.move(-1) }

// moveDown puts the bullet that the keyboard is at one place down in its
// section.
func (p *pack) moveDown() { p.move(1) }

func (p *pack) move(step int) {
	if p.w.current != page(p) || p.sheet == nil {
		return
	}
	place, b, ok := p.list.at()
	if !ok {
		return
	}
	to := evidence.Place{Section: place.Section, At: place.At + step}
	if to.At < 0 || to.At >= len(p.sheet.pack.Section(place.Section).Bullets) {
		return
	}
	p.changeBullet("order a pack", place, b, func(now journal.Pack, at evidence.Place) journal.Pack {
		return evidence.Move(now, at, at.At+step)
	}, func() { p.list.goTo(to) })
}

// join lets the writer choose another line of the section, which becomes one
// with this one.
func (s *bulletSheet) join() {
	p, d := s.p, s.draft
	s.settle(func() {
		section := p.sheet.pack.Section(s.place.Section)
		b := d.now()
		if section == nil {
			return
		}
		others := slices.DeleteFunc(slices.Clone(section.Bullets), func(each journal.Bullet) bool { return same(each, b) })
		s.overlay.Hide()
		pick(p.w, lang.L("Join it with which line?"), picking[journal.Bullet]{
			placeHolder: lang.L("Find a line by its words"),
			none:        lang.L("No other line of this section holds these words."),
			find: func(_ context.Context, words string) ([]journal.Bullet, error) {
				return bulletsHolding(others, words), nil
			},
			item: func(b journal.Bullet) parts.ListItem {
				return parts.ListItem{Title: oneLine(b.Text), Caption: entriesLine(len(b.Entries)), Icon: look.IconPencil, Ink: look.ColorInk2, Soft: look.ColorSunken}
			},
			then: func(other journal.Bullet) { p.joinBullets(s.place, b, other) },
		})
	})
}

// bulletsHolding gives the bullets that hold all the words.
func bulletsHolding(all []journal.Bullet, text string) []journal.Bullet {
	words := strings.Fields(folded(text))
	some := slices.DeleteFunc(slices.Clone(all), func(b journal.Bullet) bool { return !holdsAll(folded(b.Text), words) })
	return some[:min(len(some), mostChoices)]
}

// joinBullets makes one line of two of a section.
func (p *pack) joinBullets(place evidence.Place, b, other journal.Bullet) {
	p.changeBullet("join two lines of a pack", place, b, func(now journal.Pack, at evidence.Place) journal.Pack {
		with, ok := findBullet(&now, evidence.Place{Section: place.Section}, other)
		if !ok {
			return now
		}
		return evidence.Join(now, at, with.At)
	}, nil)
}
