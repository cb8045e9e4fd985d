package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

func TestGivenAStarterSet_WhenSomeAreTicked_ThenTheyAreAddedAndUndone(t *testing.T) {
	s, d := role(t)
	before := s.asked()
	tap(t, d.list.starter)
	choice := inPanel[*parts.Select](s)[0]
	if s.win.Canvas().Focused() != fyne.Focusable(choice) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	choice.OnChosen("steps/better-leader")
	ticks := inPanel[*parts.Check](s)
	if len(ticks) != 6 || !ticks[1].Disabled() || ticks[1].Checked() || !ticks[0].Checked() {
		t.Fatalf("%d elements; the one that is there can be ticked: %v", len(ticks), !ticks[1].Disabled())
	}
	for _, tick := range ticks[3:] {
		tap(t, tick)
	}
	s.pressIn("Add 2")
	if got := s.asked()[5:]; len(got) != 2 || got[0] != "Self: Be self-aware" || got[1] != "Communication: Talk about uncertainty" {
		t.Errorf("added are %q", got)
	}
	if got := s.door.notice.Sentence(); got != "2 expectations added." || d.form.name.Editor.Text != "Be self-aware" {
		t.Errorf("it says %q; open is %q", got, d.form.name.Editor.Text)
	}
	s.takeBack()
	sameAsked(t, s, before...)
	s.takeBack() // and that is taken back
	if got := s.asked()[5:]; len(got) != 2 {
		t.Errorf("brought back are %q", got)
	}
}

func TestGivenAStarterSet_WhenAllOfItIsThere_ThenNothingCanBeAdded(t *testing.T) {
	s, d := role(t)
	for _, want := range []string{"Add 5", ""} {
		tap(t, d.list.starter)
		inPanel[*parts.Select](s)[0].OnChosen("label/seen-as-leader")
		if want == "" {
			break
		}
		s.pressIn("Tick none")
		s.pressIn("Tick all")
		s.pressIn(want)
	}
	for _, b := range inPanel[*parts.Button](s) {
		if b.Visible() && !b.Disabled() {
			t.Errorf("the button %q can be pressed", b.Text())
		}
	}
	s.hit(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the panel")
	}
}

const careerFile = "Path;Job title;Key behavior;Competency\r\n" +
	"Engineering;Manager;Owns the plan;Delivery\r\n" +
	"Engineering;Manager;coaches;People\r\n" +
	"Engineering;;Nobody;\r\n" +
	"Engineering;Director;Sets direction;Strategy\r\n" +
	"Engineering;Director;=1+1;Strategy\r\n"

// chooseFile has a file of the disk read as a career path.
func (s *stage) chooseFile(d *demands, content string) {
	s.t.Helper()
	file, err := storage.Reader(s.put("levels.csv", content))
	d.careerChosen(file, err)
	s.settle()
}

func TestGivenACareerPath_WhenAJobIsChosen_ThenItIsPreviewedAndAdded(t *testing.T) {
	s, d := role(t)
	before := s.asked()
	s.chooseFile(d, careerFile)
	rows := inPanel[*parts.List](s)[0]
	if rows.Len() != 2 || rows.Item(0).Title != "Owns the plan" || rows.Item(1).Note != "There already." {
		t.Fatalf("the preview has %d rows, the second is %+v", rows.Len(), rows.Item(1))
	}
	inPanel[*parts.Select](s)[0].OnChosen("1")
	if rows.Len() != 2 || rows.Item(1).Title != "=1+1" {
		t.Fatalf("of the other job %d rows show, the second is %+v", rows.Len(), rows.Item(1))
	}
	s.pressIn("1 line cannot be used")
	if got := words(s); !strings.Contains(got, "Line 4: Engineering;;Nobody;") || !strings.Contains(got, "It names no job title.") {
		t.Errorf("the panel says %q", got)
	}
	s.win.Canvas().Overlays().Top().(*parts.Overlay).Hide()
	s.pressIn("Add 2")
	if got := s.asked()[5:]; len(got) != 2 || got[0] != "Strategy: Sets direction" || got[1] != "Strategy: =1+1" {
		t.Errorf("added are %q", got)
	}
	if got := d.form.facts.Text(); got != "No entry yet · Engineering · Director" {
		t.Errorf("the facts are %q", got)
	}
	s.takeBack()
	sameAsked(t, s, before...)
}

func TestGivenACareerPath_WhenImportedAgain_ThenNothingIsAdded(t *testing.T) {
	s, d := role(t)
	s.chooseFile(d, careerFile)
	s.pressIn("Add 1")
	if got := s.door.notice.Sentence(); got != "1 expectation added. 1 was there already." {
		t.Errorf("it says %q", got)
	}
	s.rewrite(d.form.name.Editor, "Renamed since")
	s.leaveField()
	after := s.asked()
	s.chooseFile(d, careerFile)
	for _, b := range inPanel[*parts.Button](s) {
		if strings.HasPrefix(b.Text(), "Add") && !b.Disabled() {
			t.Errorf("%q can be pressed", b.Text())
		}
	}
	d.add(nil)
	sameAsked(t, s, after...)
}

func TestGivenAFileThatIsNoCareerPath_WhenChosen_ThenASentenceSaysSo(t *testing.T) {
	s, d := role(t)
	s.chooseFile(d, "Dear Priya")
	if got := s.door.notice.Sentence(); got != "This is no career path: it has no columns Path, Job title and Key behavior." {
		t.Errorf("it says %q", got)
	}
	s.chooseFile(d, "Path,Job title,Key behavior\n,,x\n")
	if got := words(s); !strings.Contains(got, "There is nothing in this file that could be used.") || !strings.Contains(got, "1 line cannot be used") {
		t.Errorf("the panel says %q", got)
	}
	d.careerChosen(nil, nil) // none was chosen
}

func TestTheSmallestWindowHoldsThePanels(t *testing.T) {
	s, d := role(t)
	s.win.Resize(smallest.SubtractWidthHeight(0, look.MenuBarHeight))
	for name, open := range map[string]func(){
		"starter sets": d.chooseStarterSet,
		"career path":  func() { s.chooseFile(d, careerFile+"E;M;\xff\n"+strings.Repeat("E;M;\n", 300)) },
	} {
		open()
		top := s.win.Canvas().Overlays().Top().(*parts.Overlay)
		if need, room := top.MinSize().Height, s.win.Canvas().Size().Height; need > room {
			t.Errorf("%s: the panel needs %v, and has %v", name, need, room)
		}
		top.Hide()
	}
}
