package parts_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// meeting is a field of people in a window, with all it told.
type meeting struct {
	*PeopleField
	w      fyne.Window
	told   int
	opened []string
}

func newMeeting(t *testing.T, names ...string) *meeting {
	t.Helper()
	wear(t, look.Light)
	m := &meeting{PeopleField: NewPeopleField("Add who saw it")}
	var people []NameChip
	for i, name := range names {
		people = append(people, NameChip{fmt.Sprint(i), name})
	}
	m.SetPeople(people)
	m.OnChanged = func(people []NameChip) {
		m.told++
		if fmt.Sprint(people) != fmt.Sprint(m.People()) {
			t.Errorf("told %v, has %v", people, m.People())
		}
	}
	m.OnOpen = func(p NameChip) { m.opened = append(m.opened, p.Name+p.Key) }
	m.w = stand(t, m.PeopleField)
	m.Resize(fyne.NewSize(360, 28))
	return m
}

// goTo brings the keyboard to what is read so.
func (m *meeting) goTo(label string) fyne.Focusable {
	for range 20 {
		m.w.Canvas().FocusNext()
		if a, ok := m.w.Canvas().Focused().(fyne.Accessible); ok && a.AccessibilityLabel() == label {
			break
		}
	}
	return m.w.Canvas().Focused()
}

func (m *meeting) begin() { m.goTo("Add who saw it").TypedRune(' ') }

func (m *meeting) typeIn(text string) {
	for _, r := range text {
		m.w.Canvas().Focused().TypedRune(r)
	}
}

func (m *meeting) key(names ...fyne.KeyName) { press(m.w.Canvas().Focused(), names...) }

func (m *meeting) wants(t *testing.T, people string, told int) {
	t.Helper()
	var all []string
	for _, p := range m.People() {
		all = append(all, p.Name+p.Key)
	}
	if got := strings.Join(all, "|"); got != people || m.told != told {
		t.Errorf("people %q told %d times, want %q told %d times", got, m.told, people, told)
	}
}

func TestGivenPeople_WhenNamesAreTyped_ThenEnterAndCommaAddThemOnce(t *testing.T) {
	m := newMeeting(t, "Oskar Nyman")
	m.begin()
	m.typeIn(" Tomas Berg ")
	m.key(fyne.KeyReturn)
	m.typeIn("Ada, oskar NYMAN,tomas berg")
	m.key(fyne.KeyEnter)
	m.wants(t, "Oskar Nyman0|Tomas Berg|Ada", 2)
	m.key(fyne.KeyBackspace)
	m.wants(t, "Oskar Nyman0|Tomas Berg", 3)
	m.key(fyne.KeyReturn)
	if a, ok := m.w.Canvas().Focused().(fyne.Accessible); !ok || a.AccessibilityLabel() != "Add who saw it" {
		t.Error("Enter in the empty line does not end it")
	}
}

func TestGivenANameHalfTyped_WhenTheKeyboardGoesElsewhere_ThenItIsKeptAndAfterEscapeNot(t *testing.T) {
	m := newMeeting(t)
	m.begin()
	m.typeIn("Lena")
	m.w.Canvas().Unfocus()
	m.wants(t, "Lena", 1)
	m.begin()
	m.typeIn("Le")
	m.key(fyne.KeyEscape)
	m.w.Canvas().Unfocus()
	m.wants(t, "Lena", 1)
}

func TestGivenNamesThatGoWithWhatIsTyped_WhenOneIsClickedOrWalkedTo_ThenItIsAdded(t *testing.T) {
	m := newMeeting(t, "Leo Brandt")
	m.Suggest = func(string) []string { return []string{"LEO BRANDT", "Lena Fischer", "Lewis"} }
	m.begin()
	m.typeIn("le")
	m.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	m.wants(t, "Leo Brandt0|Lena Fischer", 1)
	m.typeIn("le")
	m.PeopleField.Resize(fyne.NewSize(360, m.MinSize().Height))
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, o := range test.LaidOutObjects(m.PeopleField) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == "Lewis" {
			on := where(o).AddXY(12, 12)
			test.MoveMouse(m.w.Canvas(), on)
			test.TapCanvas(m.w.Canvas(), on)
			break
		}
	}
	m.wants(t, "Leo Brandt0|Lena Fischer|Lewis", 2)
}

func TestGivenAChipOfAPerson_WhenPressedOrDeleted_ThenItOpensOrGoesAndTheKeyboardStays(t *testing.T) {
	m := newMeeting(t, "Oskar", "Tomas", "Lena")
	came := 0
	m.OnFocus = func() { came++ }
	m.goTo("Tomas").TypedRune(' ')
	if came != 2 {
		t.Errorf("the keyboard came %d times to two chips", came)
	}
	m.key(fyne.KeyReturn)
	if fmt.Sprint(m.opened) != "[Tomas1 Tomas1]" {
		t.Errorf("opened %v", m.opened)
	}
	m.key(fyne.KeyDelete)
	m.wants(t, "Oskar0|Lena2", 1)
	if a := m.w.Canvas().Focused().(fyne.Accessible); a.AccessibilityLabel() != "Lena" {
		t.Errorf("the keyboard is at %q", a.AccessibilityLabel())
	}
	m.key(fyne.KeyBackspace)
	if a := m.w.Canvas().Focused().(fyne.Accessible); a.AccessibilityLabel() != "Add who saw it" {
		t.Errorf("after the last it is at %q", a.AccessibilityLabel())
	}
	m.wants(t, "Oskar0", 2)
	test.TapCanvas(m.w.Canvas(), fyne.NewPos(20+12, 20+14))
	if len(m.opened) != 3 {
		t.Error("a click does not open it")
	}
	for _, o := range test.LaidOutObjects(m.PeopleField) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == "Oskar" {
			test.TapAt(o.(fyne.Tappable), fyne.NewPos(o.Size().Width-10, 14))
			break
		}
	}
	m.wants(t, "", 3)
}

func TestGivenPeople_WhenSetFromOutside_ThenNobodyIsToldAndWhatIsTypedStays(t *testing.T) {
	m := newMeeting(t)
	m.begin()
	m.typeIn("Le")
	m.SetPeople([]NameChip{{"7", "Ada"}})
	m.typeIn("na")
	m.wants(t, "Ada7", 0)
	m.Take()
	m.wants(t, "Ada7|Lena", 1)
}

func TestGivenANameOfTooManyLetters_WhenAdded_ThenItStaysInTheLineWithASentenceBelow(t *testing.T) {
	m := newMeeting(t)
	m.begin()
	low := m.MinSize().Height
	m.typeIn(strings.Repeat("x", 201))
	m.key(fyne.KeyReturn)
	m.wants(t, "", 0)
	if m.MinSize().Height != low+20 {
		t.Errorf("it was %v high and is %v", low, m.MinSize().Height)
	}
	m.w.Canvas().Unfocus()
	m.wants(t, "", 0)
	m.w.Canvas().FocusNext()
	m.key(fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyReturn)
	m.wants(t, strings.Repeat("x", 200), 1)
}

func TestGivenPeople_WhenTheyAreMany_ThenTheyWrapBelowEachOtherAndTheLabelStaysAtTheFirst(t *testing.T) {
	m := newMeeting(t, "Oskar Nyman", "Tomas Berg", "Lena Fischer", "Aiko Mori", strings.Repeat("Priya ", 20))
	row := FormRow("Seen by", m.PeopleField)
	row.Resize(fyne.NewSize(400, 100))
	if h := m.MinSize().Height; h < 3*28+2*6 {
		t.Errorf("it is %v high", h)
	}
	if y := row.Objects[0].Position().Y; y > 8 {
		t.Errorf("the label stands at %v", y)
	}
}
