package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// drawnIn are the words on a row of a width, as they are drawn.
func drawnIn(row fyne.CanvasObject, width float32) (words []string) {
	row.Resize(fyne.NewSize(width, 100))
	layOut(row)
	var all []label
	labelsIn(row, fyne.Position{}, outlook{to: fyne.NewPos(width, 100)}, &all)
	for _, l := range all {
		if !l.part {
			words = append(words, l.words)
		}
	}
	return words
}

// below is how far down in the window a part ends.
func below(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + o.Size().Height
}

func TestGivenLittleRoom_WhenAPersonIsListed_ThenTheirNameIsWholeBeforeAnythingBesideIt(t *testing.T) {
	openWindow(t)
	speakGerman(t)
	today := dayOf(t, "2026-03-12")
	row := newPersonRow()
	row.show(journal.PersonLine{Person: journal.Person{Name: "Fatima Okafor", Relationship: "friend-or-family", LastContact: dayOf(t, "2026-03-08")}}, today)
	if got := drawnIn(row, 262); !slices.Contains(got, "Fatima Okafor") {
		t.Errorf("a narrow row reads %q", got)
	}
	if got := drawnIn(row, 500); !slices.Contains(got, relationshipName("friend-or-family")) {
		t.Errorf("a wide row reads %q", got)
	}
}

func TestGivenLittleRoom_WhenFeedbackIsListed_ThenItsDaysAreShorterAndNotCut(t *testing.T) {
	openWindow(t)
	speakGerman(t)
	today := dayOf(t, "2026-11-23")
	row := newPieceRow()
	row.show(journal.FeedbackLine{
		Line: journal.Line{Day: dayOf(t, "2026-09-13"), Precision: journal.ExactDay}, Giver: "Marta El-Sayed", Relationship: "sponsor",
		Stance: "constructive", State: "new", FollowUpOn: dayOf(t, "2026-11-10"),
	}, today, true)
	if got := drawnIn(row, 285); !slices.Contains(got, "War fällig am 10. Nov") || !slices.Contains(got, "Sponsor, 13. Sept") {
		t.Errorf("a narrow row reads %q", got)
	}
	if got := drawnIn(row, 500); !slices.Contains(got, "War fällig am 10. November") || !slices.Contains(got, "Sponsor, 13. September") {
		t.Errorf("a wide row reads %q", got)
	}
}

func TestGivenLittleRoom_WhenAPersonIsOpen_ThenTheSupportStandsBelowTheWords(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Henrik Dahl")
	s.win.Resize(windows()["small"])
	s.settle()
	if name, support := p.detail.name, p.detail.support; below(support) < below(name)+support.Size().Height || p.detail.line.Size().Width < personHeadLeast {
		t.Errorf("the words are %.0f wide, and the support ends at %.0f", p.detail.line.Size().Width, below(support))
	}
	s.win.Resize(firstSize)
	s.settle()
	if name, support := p.detail.name, p.detail.support; below(support) > below(name)+support.Size().Height {
		t.Errorf("in a large window the support ends at %.0f, and the name at %.0f", below(support), below(name))
	}
}

func TestGivenALowWindow_WhenTheTagsShow_ThenWhatCanBeDoneIsInSight(t *testing.T) {
	s, _ := askedStage(t, 60)
	s.win.Resize(smallest)
	s.showTags()
	s.settle()
	var all []label
	labelsIn(s.seen(), fyne.Position{}, outlook{to: fyne.NewPos(smallest.Width, smallest.Height)}, &all)
	for _, l := range all {
		if l.part && strings.HasPrefix(l.words, "Rename") {
			if bottom := l.at.Y + l.has.Height; bottom > smallest.Height-look.Space12 {
				t.Errorf("the button ends at %.0f of %.0f", bottom, smallest.Height)
			}
			return
		}
	}
	t.Error("there is no button")
}

func TestGivenTheSmallestWindowInGerman_WhenThePackOpens_ThenAFewLinesAreInSight(t *testing.T) {
	speakGerman(t)
	s, _ := askedStage(t, 60)
	s.win.Resize(smallest.SubtractWidthHeight(0, look.MenuBarHeight))
	p := s.frame.pack
	s.goTo(p)
	s.settle()
	if p.list.foot.forms.Visible() || !p.list.foot.few.Visible() {
		t.Error("the forms have a line of their own")
	}
	const few = 3
	if rows := p.list.rows.Size().Height; rows < packSectionHeight+few*parts.TickRowHeight {
		t.Errorf("the lines have %.0f", rows)
	}
	p.list.foot.choose("docx")
	if p.list.foot.few.Selected() != "docx" || p.list.foot.forms.Selected() != "docx" {
		t.Error("the ways to choose a form differ")
	}
	s.win.Resize(firstSize)
	s.settle()
	if !p.list.foot.forms.Visible() {
		t.Error("a large window does not show the forms")
	}
}

func TestGivenTheRail_WhenSomethingWasDue_ThenItsDayIsWholeAndInLineWithItsWords(t *testing.T) {
	s := openWindow(t)
	speakGerman(t)
	s.today.now = dayOf(t, "2026-11-23")
	row := s.today.rail.dues.row(journal.Due{Kind: journal.DueFollowUp, Who: "Marta El-Sayed", On: dayOf(t, "2026-09-23")})
	row.Resize(fyne.NewSize(look.RailContent, row.MinSize().Height))
	layOut(row)
	var all []label
	labelsIn(row, fyne.Position{}, outlook{to: fyne.NewPos(look.RailContent+look.Space24, 200)}, &all)
	left := map[bool]float32{}
	for _, l := range all {
		if l.part {
			continue
		}
		day := strings.HasPrefix(l.words, "War")
		if day && !strings.HasSuffix(l.words, "23. September") {
			t.Errorf("the day reads %q", l.words)
		}
		left[day] = l.left()
	}
	const icon = look.IconSizeMedium + 6 // and its gap
	if from := left[true] - icon; from < left[false]-2 || from > left[false]+2 {
		t.Errorf("the words begin at %.0f, and the icon of the day at %.0f", left[false], from)
	}
}

func TestGivenALowWideWindow_WhenTheNavigationShows_ThenNothingLiesOnThePlaces(t *testing.T) {
	s := openWindow(t)
	s.usual = s.folder + "-usual" // so that the navigation names this one
	nav := s.frame.navigation(s.Window)
	for _, height := range []float32{516, 536, 560, 600, 700} {
		nav.Resize(fyne.NewSize(look.NavWidth, height))
		layOut(nav)
		var all []label
		labelsIn(nav, fyne.Position{}, outlook{to: fyne.NewPos(look.NavWidth, height)}, &all)
		var places, about float32 = 0, 1000
		for _, l := range all {
			switch {
			case l.part && strings.HasPrefix(l.words, "New entry"):
				places = l.at.Y + l.has.Height
			case l.words == filepath.Base(s.folder), strings.HasPrefix(l.words, "Everything stays"):
				about = min(about, l.at.Y)
			}
		}
		if about < places {
			t.Errorf("in %.0f the journal is named at %.0f, and the places end at %.0f", height, about, places)
		}
		if height == 700 && about > height {
			t.Error("a high window does not name the journal")
		}
	}
}

func TestGivenALineWithALongName_WhenListed_ThenTheNameIsWholeBeforeItIsExplained(t *testing.T) {
	openWindow(t)
	speakGerman(t)
	row := newReadyRow()
	name := lineName(lineCause)
	row.name.SetText(name)
	row.words.SetText("Calm, honest teams that keep their promises.")
	for width, both := range map[float32]bool{620: true, 400: false} {
		got := drawnIn(row, width)
		if !slices.Contains(got, name) || (len(got) == 2) != both {
			t.Errorf("a row of %.0f reads %q", width, got)
		}
	}
}
