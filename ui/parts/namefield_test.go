package parts_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

func newNaming(t *testing.T) (*answering, *NameField) {
	t.Helper()
	wear(t, look.Light)
	a := &answering{}
	n := NewNameField("Who said it?", func(name string) { a.told = append(a.told, name) })
	n.Suggest = func(prefix string) []string {
		var names []string
		for _, name := range []string{"Lena Fischer", "Leo Brandt", "Oskar Nyman"} {
			if strings.HasPrefix(strings.ToLower(name), strings.ToLower(prefix)) {
				names = append(names, name)
			}
		}
		return names
	}
	return a.in(t, n, n.Editor), n
}

func TestGivenAName_WhenTyped_ThenItIsTakenOnlyWhenTheFieldIsLeft(t *testing.T) {
	a, n := newNaming(t)
	a.write("  Le  ")
	a.wants(t, "  Le  ", "")
	a.leave()
	a.wants(t, "Le", "", "Le")
	n.SetName("Oskar Nyman")
	a.wants(t, "Oskar Nyman", "", "Le")
	a.write("Ada")
	a.key(fyne.KeyReturn)
	a.leave()
	a.wants(t, "Ada", "", "Le", "Ada")
	a.write("Bo")
	n.Take()
	a.wants(t, "Bo", "", "Le", "Ada", "Bo")
}

func TestGivenAField_WhenTheKeyboardComesAndLettersAreTyped_ThenThoseWhoKeepThemAreTold(t *testing.T) {
	a, n := newNaming(t)
	came, typed := 0, ""
	n.OnFocus = func() { came++ }
	n.OnTyped = func(text string) { typed += text + "|" }
	a.write("Le")
	if came != 1 || typed != "L|Le|" || len(a.told) != 0 {
		t.Errorf("the keyboard came %d times, typed %q, told %q", came, typed, a.told)
	}
}

func TestGivenNamesThatGoWithWhatIsTyped_WhenOneIsChosen_ThenItIsTaken(t *testing.T) {
	a, _ := newNaming(t)
	low := a.MinSize().Height
	a.write("le")
	if a.MinSize().Height != low+8+24 {
		t.Errorf("with names below it is %v high", a.MinSize().Height)
	}
	a.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	a.wants(t, "Leo Brandt", "", "Leo Brandt")
	if a.MinSize().Height != low {
		t.Error("the names stay")
	}
	a.write("")
	a.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	a.wants(t, "", "", "Leo Brandt", "")
}

func TestGivenNamesOffered_WhenEscape_ThenFirstTheyGoAndThenWhatWasTyped(t *testing.T) {
	a, n := newNaming(t)
	n.SetName("Ada")
	a.write("le")
	a.key(fyne.KeyEscape)
	a.wants(t, "le", "")
	if a.MinSize().Height != 34 {
		t.Error("the names stay")
	}
	a.key(fyne.KeyEscape)
	a.wants(t, "Ada", "")
}

func TestGivenNamesOffered_WhenOneIsClicked_ThenItIsTakenAndNotWhatWasTyped(t *testing.T) {
	a, _ := newNaming(t)
	a.write("le")
	a.Resize(fyne.NewSize(220, a.MinSize().Height))
	on := fyne.NewPos(20+20, 20+34+8+10)
	test.MoveMouse(a.w.Canvas(), on)
	test.TapCanvas(a.w.Canvas(), on)
	a.wants(t, "Lena Fischer", "", "Lena Fischer")
}

func TestGivenThePointerOnAnOfferedName_WhenTheKeyboardGoes_ThenWhatWasTypedIsTakenOnceItLeaves(t *testing.T) {
	a, _ := newNaming(t)
	a.write("le")
	a.Resize(fyne.NewSize(220, a.MinSize().Height))
	test.MoveMouse(a.w.Canvas(), fyne.NewPos(40, 72))
	a.leave()
	a.wants(t, "le", "")
	test.MoveMouse(a.w.Canvas(), fyne.NewPos(390, 290))
	a.wants(t, "le", "", "le")
}

func TestGivenANameOfTooManyLetters_WhenTheFieldIsLeft_ThenItStaysWithASentenceBelow(t *testing.T) {
	a, _ := newNaming(t)
	long := strings.Repeat("é", 200)
	a.write(long)
	a.leave()
	a.wants(t, long, "", long)
	a.write(long + "é")
	a.leave()
	a.wants(t, long+"é", "A name can hold at most 200 letters.", long)
}
