package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
)

func TestGivenAnEditorInItsFrame_WhenItIsWrittenIn_ThenFyneRemembersNothingThatIsDrawnOfIt(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	e := NewEditor(Body)
	e.SetPlaceHolder("Start writing")
	w := test.NewTempWindow(t, EditorFrame(e))
	w.Resize(fyne.NewSize(300, 200))
	test.Type(e, "Handed the release over, and the week after nobody asked me a thing.")
	w.Content().Refresh()
	if fyneScopes.of(e) == nil {
		t.Fatal("the scopes of Fyne are elsewhere: nothing would be released")
	}
	for object := range fyneScopes.all() {
		if _, widget := object.(fyne.Widget); !widget {
			t.Errorf("a %T stays for good, and the editor with it", object)
		}
	}
}
