package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The keys of the program's own preferences about how the window looks.
const (
	prefZoom    = "zoom"    // how large everything is drawn, in percent; 0 is 100
	prefMeasure = "measure" // the width of the column of the text; 0 is the usual one
)

// appearance is the section of the preferences about how the window looks.
type appearance struct {
	w       *Window
	ground  *parts.Segmented
	zoom    *parts.Select
	measure *parts.Segmented
	motion  *parts.Segmented
}

func newAppearance(w *Window) *appearance { return &appearance{w: w} }

// section is its place in the preferences.
func (a *appearance) section() prefSection {
	return prefSection{
		key: prefLook, icon: look.IconEye, label: lang.L("Appearance"), make: a.make, show: a.show,
		settings: []prefSetting{
			{lang.L("Light or dark"), lang.L("dark mode, night, theme, colour, color, contrast, black, white")},
			{lang.L("Text size"), lang.L("font, zoom, scale, larger, bigger, smaller, letters, %")},
			{lang.L("Width of the text"), lang.L("column, line, margin, layout")},
			{lang.L("Movement"), lang.L("animation, motion, effects, scrolling")},
		},
	}
}

// make builds the section.
func (a *appearance) make() fyne.CanvasObject {
	var grounds, measures []parts.Segment
	for _, each := range []look.Appearance{look.System, look.Light, look.Dark} {
		grounds = append(grounds, parts.Segment{Key: strconv.Itoa(int(each)), Label: appearanceName(each)})
	}
	a.ground = parts.NewSegmented(grounds, a.setGround)
	sizes := make([]parts.Option, len(zooms()))
	for i, percent := range zooms() {
		sizes[i] = parts.Option{Key: strconv.Itoa(percent), Label: lang.L("{{.Percent}} %", values{"Percent": percent})}
	}
	a.zoom = parts.NewSelect("", sizes, a.setZoom)
	a.zoom.Name = lang.L("Text size")
	for _, each := range []struct {
		label string
		width float32
	}{{lang.L("Narrow"), narrowMeasure}, {lang.L("Usual"), look.ColumnWidth}, {lang.L("Wide"), wideMeasure}} {
		measures = append(measures, parts.Segment{Key: strconv.Itoa(int(each.width)), Label: each.label})
	}
	a.measure = parts.NewSegmented(measures, a.setMeasure)
	ground := newSettingRow(look.IconToday, lang.L("Light or dark"), a.ground)
	size := newSettingRow(look.IconSearch, lang.L("Text size"), fixedWidth(smallSelect, a.zoom))
	size.say(lang.L("Everything grows with the text. A larger window shows more of it."))
	width := newSettingRow(look.IconReflection, lang.L("Width of the text"), a.measure)
	width.say(lang.L("How long a line gets where you write."))
	a.motion = parts.NewSegmented([]parts.Segment{
		{Key: "", Label: lang.L("As the system")}, {Key: movementOn, Label: lang.L("Moving")}, {Key: movementOff, Label: lang.L("Still")},
	}, a.setMotion)
	motion := newSettingRow(look.IconTimeline, lang.L("Movement"), a.motion)
	motion.say(lang.L("The cursor fades in and out where you write. Still, nothing moves by itself."))
	return settingsPage(lang.L("Appearance"), lang.L("How Groundwork looks on this computer, whichever journal is open."), ground, size, width, motion)
}

// smallSelect is the width of a choice among a few short words.
const smallSelect float32 = 130

// Widths of the column of the text besides the usual one.
const (
	narrowMeasure float32 = 520
	wideMeasure   float32 = 720
)

// zooms are the sizes there are, in percent.
func zooms() []int { return []int{100, 110, 125, 150, 175, 200} }

// show shows what is chosen, with the keyboard at the first choice.
func (a *appearance) show() {
	a.ground.SetSelected(strconv.Itoa(int(a.w.theme.Appearance())))
	a.zoom.SetSelected(strconv.Itoa(a.w.zoomPercent()))
	a.measure.SetSelected(strconv.Itoa(int(a.w.measure())))
	a.motion.SetSelected(a.w.app.Preferences().String(prefMovement))
	a.w.win.Canvas().Focus(a.ground)
}

func (a *appearance) setGround(key string) {
	if chosen, err := strconv.Atoi(key); err == nil {
		a.w.setAppearance(look.Appearance(chosen))
	}
}

func (a *appearance) setZoom(key string) {
	if percent, err := strconv.Atoi(key); err == nil {
		a.w.setZoom(percent)
	}
}

func (a *appearance) setMeasure(key string) {
	if width, err := strconv.Atoi(key); err == nil {
		a.w.app.Preferences().SetInt(prefMeasure, width)
		a.w.today.takeMeasure()
	}
}

func (a *appearance) setMotion(key string) { a.w.app.Preferences().SetString(prefMovement, key) }

// zoomPercent is how large everything is drawn.
func (w *Window) zoomPercent() int {
	if percent := w.app.Preferences().Int(prefZoom); slices.Contains(zooms(), percent) {
		return percent
	}
	return zooms()[0]
}

// setZoom draws everything in another size, in a window that stays as large as
// it was where that has room for the page.
func (w *Window) setZoom(percent int) {
	before := w.zoomPercent()
	w.app.Preferences().SetInt(prefZoom, percent)
	if w.zoom == nil || before == percent {
		return
	}
	size, by := w.win.Canvas().Size(), float32(before)/float32(percent)
	w.zoom(percent)
	w.app.Settings().SetTheme(w.theme) // has the window drawn anew
	w.frame.columns.Lowest = w.least().Height - look.MenuBarHeight
	w.win.Resize(fyne.NewSize(size.Width*by, size.Height*by).Max(w.least()))
}

// lowest is how low the window can get at most, in large text: a screen of 800
// in twice the size has no more, below its own bar and over ours.
const lowest float32 = 344

// least is the smallest window. Large text leaves it lower, for a screen is no
// larger for it; what does not fit scrolls.
func (w *Window) least() fyne.Size {
	height := smallest.Height * 100 / float32(w.zoomPercent())
	return fyne.NewSize(smallest.Width, max(height, lowest))
}

// measure is the width of the column that is written in.
func (w *Window) measure() float32 {
	switch width := float32(w.app.Preferences().Int(prefMeasure)); width {
	case narrowMeasure, wideMeasure:
		return width
	}
	return look.ColumnWidth
}

// takeMeasure gives the page the width that is chosen.
func (t *today) takeMeasure() {
	t.page.Layout = parts.MeasureLayout(t.w.measure())
	t.page.Refresh()
}

// setAppearance chooses light, dark, or what the system says.
func (w *Window) setAppearance(a look.Appearance) {
	w.app.Preferences().SetInt(prefAppearance, int(a))
	w.theme.SetAppearance(a)
	w.app.Settings().SetTheme(w.theme)
	w.win.SetMainMenu(w.menu())
}

// appearanceName is an Appearance as the menu calls it.
func appearanceName(a look.Appearance) string {
	switch a {
	case look.Light:
		return lang.L("Light")
	case look.Dark:
		return lang.L("Dark")
	}
	return lang.L("As the system")
}
