package parts_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// underWay is a track of five stops that stands at the third.
func underWay() *Track {
	t := NewTrack(look.ColorApplication, look.ColorApplicationSoft)
	t.SetStops([]Stop{
		{"Considering", "12 Jan", StopDone},
		{"Applied", "", StopPassed},
		{"Interview", "5 Mar", StopCurrent},
		{"Decision", "", StopAhead},
		{"Outcome", "", StopAhead},
	}, "Interview, 5 March")
	return t
}

// drawn gives what is visible of a part, of one type.
func drawn[T fyne.CanvasObject](part fyne.CanvasObject) []T {
	if !part.Visible() {
		return nil
	}
	var within []fyne.CanvasObject
	switch p := part.(type) {
	case T:
		return []T{p}
	case *fyne.Container:
		within = p.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(p).Objects()
	}
	var all []T
	for _, o := range within {
		all = append(all, drawn[T](o)...)
	}
	return all
}

func words(part fyne.CanvasObject) []string {
	var all []string
	for _, t := range drawn[*canvas.Text](part) {
		if t.Text != "" {
			all = append(all, t.Text)
		}
	}
	return all
}

func TestGivenATrack_WhenThereIsRoom_ThenEachStopStandsInTheMiddleOfItsShareWithItsDateBelow(t *testing.T) {
	wear(t, look.Light)
	track := underWay()
	track.Resize(fyne.NewSize(520, track.MinSize().Height))
	var dates []float32
	for _, text := range drawn[*canvas.Text](track) {
		if text.Text != "" {
			dates = append(dates, text.Position().X+text.Size().Width/2)
		}
	}
	if len(dates) != 2 || dates[0] < 51 || dates[0] > 53 || dates[1] < 259 || dates[1] > 261 {
		t.Errorf("the dates stand at %v, want 52 and 260", dates)
	}
	if track.Narrow() {
		t.Error("it takes itself for narrow")
	}
}

func TestGivenATrack_WhenItIsNotAtItsEnd_ThenDashesOfThreeLeadOnFromWhereItIs(t *testing.T) {
	wear(t, look.Light)
	track := underWay()
	track.Resize(fyne.NewSize(520, track.MinSize().Height))
	dashes := 0
	for _, r := range drawn[*canvas.Rectangle](track) {
		if r.Size() == fyne.NewSize(3, 1) {
			dashes++
			if r.Position().X < 270 {
				t.Errorf("a dash at %v, before the stop it is at", r.Position().X)
			}
		}
	}
	if dashes < 20 {
		t.Errorf("%d dashes", dashes)
	}
	track.SetStops([]Stop{{"Applied", "1 Mar", StopDone}, {"Outcome", "Rejected", StopRejected}}, "Rejected")
	for _, r := range drawn[*canvas.Rectangle](track) {
		if r.Size() == fyne.NewSize(3, 1) {
			t.Fatal("dashes on a track that has come to its end")
		}
	}
}

func TestGivenATrack_WhenItIsTooNarrow_ThenItSaysInWordsWhereItStands(t *testing.T) {
	wear(t, look.Light)
	track := underWay()
	track.Resize(fyne.NewSize(200, track.MinSize().Height))
	if got := words(track); len(got) != 1 || got[0] != "Interview, 5 March" || !track.Narrow() {
		t.Errorf("it shows %q", got)
	}
	track.Resize(fyne.NewSize(520, track.MinSize().Height))
	if got := words(track); len(got) != 2 {
		t.Errorf("wide again it shows %q", got)
	}
}

func TestGivenATrack_WhenAReaderOfTheScreenAsks_ThenItNamesWhatWasReached(t *testing.T) {
	wear(t, look.Light)
	if got, want := underWay().AccessibilityLabel(), "Considering 12 Jan, Applied, Interview 5 Mar"; got != want {
		t.Errorf("it reads %q, want %q", got, want)
	}
}

func TestGivenTheLooksOfAStop_WhenColourIsTakenAway_ThenNoTwoAreAlike(t *testing.T) {
	seen := map[string]StopLook{}
	for l := StopAhead; l <= StopEnded; l++ {
		wear(t, look.Light)
		track := NewTrack(look.ColorInk, look.ColorPage)
		track.SetStops([]Stop{{"Outcome", "", l}}, "")
		track.Resize(fyne.NewSize(100, 43))
		if other, ok := seen[shape(track)]; ok {
			t.Errorf("looks %d and %d have the shape %s", other, l, shape(track))
		}
		seen[shape(track)] = l
	}
}

// shape writes down what is drawn, without its colours.
func shape(part fyne.CanvasObject) string {
	s := ""
	for _, r := range drawn[*canvas.Rectangle](part) {
		_, _, _, full := r.FillColor.RGBA()
		s += fmt.Sprint(r.Size(), r.StrokeWidth, full > 0x1000, "; ")
	}
	for _, i := range drawn[*canvas.Image](part) {
		s += i.Resource.Name()[:5]
	}
	return s
}

func TestGivenTracks_WhenDrawnLightAndDark_ThenThereIsAPictureToLookAt(t *testing.T) {
	for name, a := range map[string]look.Appearance{"track-light": look.Light, "track-dark": look.Dark} {
		wear(t, a)
		ended := func(note string, l StopLook) fyne.CanvasObject {
			track := NewTrack(look.ColorApplication, look.ColorApplicationSoft)
			track.SetStops([]Stop{{"", "2 Nov", StopDone}, {"", "4 Nov", StopDone}, {"", "", StopPassed}, {"", "24 Nov", StopDone}, {"", note, l}}, note+", 1 December")
			return track
		}
		w := test.NewWindow(Down(20, underWay(), ended("Accepted", StopAccepted), ended("Rejected", StopRejected), ended("Withdrawn", StopEnded),
			container.NewGridWrap(fyne.NewSize(250, 43), underWay(), ended("Rejected", StopRejected))))
		w.Resize(fyne.NewSize(520, 420))
		img := w.Canvas().Capture()
		if countColour(img, look.Color(look.ColorWarn)) == 0 || countColour(img, look.Color(look.ColorAccent)) == 0 {
			t.Errorf("%s lacks an end", name)
		}
		keep(t, name, img)
		w.Close()
	}
}
