package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// talk opens the panel for after the talk and gives its fields.
func (p *packStage) talk() (name *parts.NameField, days []*parts.DateField, round *parts.Select) {
	p.t.Helper()
	p.page.afterTalk()
	p.settle()
	return inPanel[*parts.NameField](p.stage)[0], inPanel[*parts.DateField](p.stage), inPanel[*parts.Select](p.stage)[0]
}

func TestGivenATalk_WhenNoted_ThenThePackAndAPromotionRoundHaveItAndBothGoBack(t *testing.T) {
	p := aPack(t)
	name, days, round := p.talk()
	p.write(name.Editor, "Lena Fischer")
	p.write(days[0].Editor, "yesterday")
	p.write(days[1].Editor, "1 April")
	p.leaveField()
	round.OnChosen(newRoundKey)
	p.pressIn("Keep")
	given := p.packs()[0].Given
	if given == nil || given.To != "Lena Fischer" || given.On != dayOf(t, "2026-03-11") || given.NextOn != dayOf(t, "2026-04-01") {
		t.Fatalf("noted: %+v", given)
	}
	if got := p.page.list.head.line.Text(); !strings.HasSuffix(got, "Given to Lena Fischer on 11 March. Talk again on 1 April.") {
		t.Errorf("the head says %q", got)
	}
	e, err := p.journal.Read().Entry(context.Background(), given.Application)
	if err != nil || e.Application == nil || e.Application.Route != journal.RoutePromotionRound {
		t.Errorf("the round: %+v, %v", e.Application, err)
	}
	p.undoNotice()
	if got := p.packs()[0].Given; got != nil {
		t.Errorf("after undo the pack says %+v", got)
	}
	if _, err := p.journal.Read().Entry(context.Background(), given.Application); err == nil {
		t.Error("after undo the round is still there")
	}
}

func TestGivenANotedTalk_WhenItIsOpenedAgain_ThenItsFieldsHoldIt(t *testing.T) {
	p := aPack(t)
	name, _, _ := p.talk()
	p.write(name.Editor, "Lena Fischer")
	p.pressIn("Keep")
	if name, _, _ := p.talk(); name.Editor.Text != "Lena Fischer" {
		t.Errorf("the panel says %q", name.Editor.Text)
	}
}

func TestGivenAPlanWithAStretchGoal_WhenTheAskIsOpened_ThenItCanBeAskedFor(t *testing.T) {
	s := openWindow(t)
	s.aYear()
	s.change(func(p *journal.Plan) {
		p.Goals = []journal.Goal{
			{ID: xID(1), Kind: "learning", Text: "Read about budgets"}, {ID: xID(2), Kind: "stretch", Text: "Lead the spring rollout"},
		}
	})
	p := openPackOn(s)
	p.page.showAsk()
	if place, _, _ := p.page.list.at(); place.Section != "ask" {
		t.Errorf("the keyboard is in %q", place.Section)
	}
	p.openLine("Thank you for")
	p.pressIn("Ask for a goal")
	p.hit(fyne.KeyReturn)
	if !strings.Contains(p.reads(), "- Stretch goal: Lead the spring rollout.\n- Stretch goal: Lead the spring rollout.") {
		t.Errorf("the ask: %s", p.reads())
	}
}

func TestGivenAPack_WhenRehearsed_ThenOneSheetHasThePageAndEscapeGivesItBack(t *testing.T) {
	p := aPack(t)
	for name, open := range map[string]func(){"Rehearse": p.page.rehearse, "For a new manager": p.page.forNewManager} {
		open()
		p.settle()
		if got := p.page.alone.title.Text(); got != name || !p.page.alone.content.Visible() || p.page.split.Visible() {
			t.Errorf("%s: the page shows %q", name, got)
		}
		if p.page.alone.preview.pages == nil {
			t.Errorf("%s: there are no pages", name)
		}
		p.hit(fyne.KeyEscape)
		if p.page.alone.content.Visible() || !p.page.split.Visible() {
			t.Errorf("%s: Escape did not lead back", name)
		}
	}
}

func TestGivenASheetToRehearseFrom_WhenItIsSeen_ThenItHasOnePage(t *testing.T) {
	p := aPack(t)
	p.page.rehearse()
	p.settle()
	if n := p.page.alone.preview.pages.Len(); n != 1 {
		t.Errorf("it has %d pages", n)
	}
}

func TestGivenAnAnswerHalfTyped_WhenTheWindowCloses_ThenThePackHasIt(t *testing.T) {
	p := aPack(t)
	p.talk()
	p.write(inPanel[*parts.Field](p.stage)[0].Editor, "Bring two more numbers.")
	folder := p.folder
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	again := openPackOn(openWindowOn(t, folder))
	if given := again.packs()[0].Given; given == nil || given.Answer != "Bring two more numbers." {
		t.Errorf("after the next start: %+v", given)
	}
}

func TestTheMenuLeadsStraightToTheRehearsal(t *testing.T) {
	s := openWindow(t)
	s.aYear()
	s.frame.pack.goRehearse()
	s.settle()
	if a := s.frame.pack.alone; s.current != page(s.frame.pack) || !a.content.Visible() || a.kind != aloneRehearsal {
		t.Error("the sheet to rehearse from is not in sight")
	}
}
