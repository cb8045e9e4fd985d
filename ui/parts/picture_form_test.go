package parts_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// momentForm is the form of a moment as it is drawn in the design, with what can go wrong below it.
type momentForm struct {
	root   fyne.CanvasObject
	fold   *Fold
	fields [4]*Field
	people *PeopleField
	unit   *Select
	giver  *NameField
}

func newMomentForm() *momentForm {
	f := &momentForm{}
	var boxes []fyne.CanvasObject
	for i, words := range [4][2]string{
		{"Situation", "Every Saturday release waited for me, at home or not."},
		{"Task", "Let the on-call pair decide, with the same level of safety."},
		{"Action", "Brought a checklist and two names to planning, then stayed away."},
		{"Result", "Six releases, no escalation. The pair says go or no-go."},
	} {
		f.fields[i] = NewField(words[0])
		f.fields[i].Editor.Load(words[1])
		boxes = append(boxes, f.fields[i])
	}
	impact, value := NewLineField(), NewNumberField(nil)
	impact.Editor.Load("Rollback time, down from 40")
	twelve := 12.0
	value.SetValue(&twelve)
	f.unit = NewSelect("Unit", []Option{{"", ""}, {"min", "minutes"}, {"h", "hours"}, {"d", "days"}}, nil)
	f.unit.SetSelected("min")
	strut := canvas.NewRectangle(color.Transparent)
	strut.SetMinSize(fyne.NewSize(0, look.FieldHeight))
	figure := container.NewWithoutLayout(at(impact, 0, 0, 327, 34), at(value, 334, 0, 65, 34), at(f.unit, 406, 0, 122, 34))
	f.people = NewPeopleField("Add who saw it")
	f.people.SetPeople([]NameChip{{"1", "Oskar"}, {"2", "Tomas Berg"}})
	f.giver = NewNameField("Who said it?", nil)
	f.giver.Suggest = func(string) []string { return []string{"Lena Fischer", "Leo Brandt"} }
	due := NewDateField(func(string) (string, string) { return "", "This is not a day. Try 3 May, or in two weeks." }, nil)
	due.Editor.Load("soon")
	due.Take()
	change := NewSegmented([]Segment{{"i", "Initiated"}, {"s", "Supported"}}, nil)
	f.fold = NewFold("The moment in parts", Down(look.Space12,
		TwoColumns(look.Space12, boxes...),
		FormRow("Impact", container.NewStack(strut, figure)),
		FormRow("Change", change), FormRow("Seen by", f.people), FormRow("Giver", f.giver), FormRow("Follow up", due)))
	f.fold.SetOpen(true)
	f.fold.SetNote("All four filled")
	f.root = container.NewStack(NewSurface(look.ColorPage, "", 0), Inset(Down(0, NewHairline(), f.fold), 20, 28, 20, 28))
	return f
}

func TestGivenTheParts_WhenTheyMakeUpAMoment_ThenItLooksLikeTheDesign(t *testing.T) {
	for name, a := range map[string]look.Appearance{"form-light": look.Light, "form-dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			wear(t, a)
			f := newMomentForm()
			w := test.NewWindow(f.root)
			t.Cleanup(w.Close)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(656, 620))
			w.Canvas().Focus(f.giver.Editor)
			for _, r := range "le" {
				f.giver.Editor.TypedRune(r)
			}
			press(f.giver.Editor, fyne.KeyDown)
			w.Content().Refresh()
			keep(t, name, w.Canvas().Capture())
			where := fyne.CurrentApp().Driver().AbsolutePositionForObject
			below := where(f.fields[2]).Y + f.fields[2].Size().Height + look.Space12
			for what, c := range map[string]struct{ got, want fyne.Position }{
				"the first field":  {where(f.fields[0]), fyne.NewPos(28, 55)},
				"the second field": {where(f.fields[1]), fyne.NewPos(334, 55)},
				"the third field":  {where(f.fields[2]), fyne.NewPos(28, 55+f.fields[0].Size().Height+8)},
				"the unit":         {where(f.unit), fyne.NewPos(506, below)},
				"the people":       {where(f.people), fyne.NewPos(100, below+2*(34+12))},
			} {
				if c.got != c.want {
					t.Errorf("%s stands at %v, want %v", what, c.got, c.want)
				}
			}
			test.TapCanvas(w.Canvas(), where(f.unit).AddXY(20, 10))
			keep(t, name+"-list", w.Canvas().Capture())
		})
	}
}

// members are rows as the page of people has them.
type members struct{ crowd }

func (m *members) Make(sort int) fyne.CanvasObject {
	if sort == headSort {
		return NewRollHead()
	}
	return container.NewWithoutLayout(least(NewInitials("", InitialsRow), 0, 10),
		at(NewText("", TypeRowTitle), RollTextLeft, 10, 200, 20), at(NewText("", TypeUI), RollTextLeft, 30, 200, 18))
}

func (m *members) Fill(i int, row fyne.CanvasObject) {
	names := []string{"Oskar Nyman", "Ove Sandberg", "Lena Fischer", "Priya Raman", "Aiko Mori"}
	if head, ok := row.(*RollHead); ok {
		head.Set("Supportive", "5")
		return
	}
	name, objects := names[i%len(names)], row.(*fyne.Container).Objects
	objects[0].(*Initials).SetName(name)
	objects[1].(*Text).SetText(name)
	objects[2].(*Text).SetText("Choices laid out before the meeting")
}

func TestGivenTheParts_WhenTheyMakeUpPeople_ThenItLooksLikeTheDesign(t *testing.T) {
	for name, a := range map[string]look.Appearance{"people-light": look.Light, "people-dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			wear(t, a)
			rows := &members{crowd{n: 30, height: 56}}
			r := NewRoll(nil)
			all, some := NewFilterChip("All 12", nil), NewFilterChip("To follow up 2", nil)
			all.SetSelected(true)
			list := DownFill(0, Inset(Across(9, all, some), 12, 0, 4, RollReach), r)
			page := NewSplit(Gutter(list, RollReach, RollReach+ListBarRoom), Inset(NewInitials("Lena Fischer", InitialsHead), 32, 0, 0, 32), 0.7)
			w := test.NewWindow(container.NewStack(NewSurface(look.ColorPage, "", 0), page))
			t.Cleanup(w.Close)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(700, 500))
			r.Fill(rows)
			r.SetSelected(3)
			w.Canvas().Focus(r)
			press(r, fyne.KeyDown)
			test.MoveMouse(w.Canvas(), fyne.NewPos(200, 110))
			keep(t, name, w.Canvas().Capture())
			if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r); at.X != 28-RollReach {
				t.Errorf("the list stands at %v", at)
			}
		})
	}
}
