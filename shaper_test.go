package main

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestGivenAShapedText_WhenTheFacesAreForgotten_ThenTheShaperHoldsNone(t *testing.T) {
	test.NewTempApp(t)
	fyne.MeasureText("Handed the release over", 14, fyne.TextStyle{})
	if plans(t) == 0 {
		t.Fatal("the shaper of Fyne is another one: nothing would be forgotten")
	}
	forgetFaces()
	if held := plans(t); held != 0 {
		t.Errorf("it still holds the plans of %d faces", held)
	}
	if again := fyne.MeasureText("Handed the release over", 15, fyne.TextStyle{}); again.Width <= 0 {
		t.Error("nothing can be shaped any more")
	}
}

// plans counts the faces that the shaper keeps a plan for.
func plans(t *testing.T) int {
	t.Helper()
	buffer := reflect.ValueOf(fyneShaper).Elem().FieldByName("buf")
	if buffer.IsNil() {
		return 0
	}
	return buffer.Elem().FieldByName("planCache").Len()
}
