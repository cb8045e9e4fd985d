package look

import (
	"image/color"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestGivenTheTheme_WhenFyneAsksForItsColours_ThenEachIsDefined(t *testing.T) {
	test.AssertAllColorNamesDefined(t, New(System), "groundwork")
}

func TestGivenAnAppearance_WhenTheSystemIsOtherwise_ThenTheChoiceWins(t *testing.T) {
	for _, c := range []struct {
		choice Appearance
		system fyne.ThemeVariant
		want   color.Color
	}{
		{System, theme.VariantLight, opaque(0xFBF9F4)},
		{System, theme.VariantDark, opaque(0x1B1C1A)},
		{Light, theme.VariantDark, opaque(0xFBF9F4)},
		{Dark, theme.VariantLight, opaque(0x1B1C1A)},
	} {
		if got := New(c.choice).Color(ColorPage, c.system); got != c.want {
			t.Errorf("appearance %d under variant %d: page is %v, want %v", c.choice, c.system, got, c.want)
		}
	}
}

func TestGivenAThemeInUse_WhenTheAppearanceIsSet_ThenItAnswersAnew(t *testing.T) {
	th := New(Light)
	th.SetAppearance(Dark)
	if th.Appearance() != Dark || th.Color(ColorInk, theme.VariantLight) != opaque(0xECE8DE) {
		t.Error("the theme still answers for the light appearance")
	}
}

// The table of look.md, written out again so that a slip in palette.go is seen.
func TestGivenTheTableOfTheDesign_WhenAskedByRole_ThenThePaletteIsThat(t *testing.T) {
	for name, want := range map[fyne.ThemeColorName][2]string{
		ColorPage: {"#fbf9f4", "#1b1c1a"}, ColorNav: {"#f3efe7", "#151614"}, ColorCard: {"#ffffff", "#242623"},
		ColorSunken: {"#f4f0e8", "#20221f"}, ColorHover: {"#eae5da", "#2b2e2a"}, ColorLine: {"#e4ded1", "#353832"},
		ColorLineStrong: {"#8b8374", "#7e8377"}, ColorInk: {"#25231f", "#ece8de"}, ColorInk2: {"#545046", "#bfbaad"},
		ColorInk3: {"#6b655a", "#a39e92"}, ColorAccent: {"#2d5e4d", "#8fc7aa"}, ColorOnAccent: {"#ffffff", "#0f2119"},
		ColorAccentSoft: {"#e0ebe4", "#27382f"}, ColorWarn: {"#9c3d1b", "#f0a27f"}, ColorWarnSoft: {"#f9e6dc", "#40291e"},
		ColorReflection: {"#45558f", "#aebbee"}, ColorReflectionSoft: {"#e7eaf4", "#2a2f44"},
		ColorMoment: {"#875400", "#e2b35e"}, ColorMomentSoft: {"#f7ebd3", "#3a301b"},
		ColorFeedback: {"#903d68", "#e5a0c6"}, ColorFeedbackSoft: {"#f6e5ee", "#3d2835"},
		ColorApplication: {"#0c6472", "#74c6d0"}, ColorApplicationSoft: {"#dceef0", "#1c3538"},
		ColorStrength1: {"#dde9e1", "#26362d"}, ColorStrength1Mark: {"#2a4a3e", "#c4ddcf"},
		ColorStrength2: {"#a8cdb8", "#35594a"}, ColorStrength2Mark: {"#173529", "#e3f3ea"},
		ColorStrength3: {"#417860", "#69a88a"}, ColorStrength3Mark: {"#ffffff", "#0c1c15"},
		ColorStrength4: {"#234b3d", "#b5e3cb"}, ColorStrength4Mark: {"#ffffff", "#0c1c15"},
		ColorPaper: {"#ffffff", "#f4f1ea"}, ColorPaperInk: {"#25231f", "#25231f"},
		ColorPaperInk2: {"#5d584d", "#5d584d"}, ColorPaperLine: {"#ddd7ca", "#d8d2c4"},
	} {
		th := New(System)
		got := [2]string{hex(th.Color(name, theme.VariantLight)), hex(th.Color(name, theme.VariantDark))}
		if got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

// luminance and contrast are WCAG 2's.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.03928 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func contrast(a, b color.Color) float64 {
	l, m := luminance(a), luminance(b)
	if l < m {
		l, m = m, l
	}
	return (l + 0.05) / (m + 0.05)
}

func TestGivenTextOnItsGrounds_WhenMeasured_ThenTheContrastIsEnough(t *testing.T) {
	grounds := []fyne.ThemeColorName{ColorPage, ColorNav, ColorCard, ColorSunken, ColorHover, ColorAccentSoft}
	type on struct {
		text  fyne.ThemeColorName
		on    []fyne.ThemeColorName
		least float64
	}
	for _, c := range []on{
		{ColorInk, grounds, 4.5},
		{ColorInk2, grounds, 4.5},
		{ColorInk3, grounds, 4.5},
		{ColorAccent, grounds, 4.5},
		{ColorOnAccent, []fyne.ThemeColorName{ColorAccent}, 4.5},
		{ColorWarn, []fyne.ThemeColorName{ColorPage, ColorCard, ColorSunken, ColorWarnSoft}, 4.5},
		{ColorOnWarn, []fyne.ThemeColorName{ColorWarn}, 4.5},
		{ColorReflection, []fyne.ThemeColorName{ColorPage, ColorReflectionSoft}, 4.5},
		{ColorMoment, []fyne.ThemeColorName{ColorPage, ColorMomentSoft}, 4.5},
		{ColorFeedback, []fyne.ThemeColorName{ColorPage, ColorFeedbackSoft}, 4.5},
		{ColorApplication, []fyne.ThemeColorName{ColorPage, ColorApplicationSoft}, 4.5},
		{ColorStrength1Mark, []fyne.ThemeColorName{ColorStrength1}, 4.5},
		{ColorStrength2Mark, []fyne.ThemeColorName{ColorStrength2}, 4.5},
		{ColorStrength3Mark, []fyne.ThemeColorName{ColorStrength3}, 4.5},
		{ColorStrength4Mark, []fyne.ThemeColorName{ColorStrength4}, 4.5},
		{ColorPaperInk2, []fyne.ThemeColorName{ColorPaper}, 4.5},
		{ColorLineStrong, []fyne.ThemeColorName{ColorPage, ColorCard, ColorSunken}, 3},
		{theme.ColorNamePlaceHolder, []fyne.ThemeColorName{ColorPage, ColorCard}, 4.5},
		{theme.ColorNameForegroundOnError, []fyne.ThemeColorName{theme.ColorNameError}, 4.5},
	} {
		for _, ground := range c.on {
			for name, v := range test.KnownThemeVariants() {
				th := New(System)
				if got := contrast(th.Color(c.text, v), th.Color(ground, v)); got < c.least {
					t.Errorf("%s: %s on %s is %.2f, want at least %.1f", name, c.text, ground, got, c.least)
				}
			}
		}
	}
}

func TestGivenTheStyles_WhenAskedForAFace_ThenItIsTheOneOfTheTable(t *testing.T) {
	th := New(Light)
	for want, style := range map[string]fyne.TextStyle{
		"Inter-Regular.otf": StyleSans, "Inter-SemiBold.otf": StyleSemiBold, "Inter-Italic.otf": StyleItalic,
		"CharisSIL-Regular.ttf": StyleSerif, "CharisSIL-Bold.ttf": StyleSerifBold,
		"CharisSIL-Italic.ttf": StyleSerifItalic, "CharisSIL-BoldItalic.ttf": StyleSerifBoldItalic,
	} {
		if got := th.Font(style).Name(); got != want {
			t.Errorf("style %+v is set in %s, want %s", style, got, want)
		}
	}
	if th.Font(StyleSerif) != th.Font(StyleSerif) {
		t.Error("a face is a new resource each time, so Fyne would parse it each time")
	}
	if !strings.Contains(CodeFont().Name(), "Mono") || !strings.Contains(MediumFont().Name(), "Medium") {
		t.Error("the faces for code and for labels are not the ones meant")
	}
}

func TestGivenTheFaces_WhenShipped_ThenTheirLicencesAreBesideThem(t *testing.T) {
	holders := map[string]string{"Inter": "The Inter Project Authors", "Charis SIL": "SIL International"}
	for family, text := range Licences() {
		if !strings.Contains(text, "SIL OPEN FONT LICENSE Version 1.1") || !strings.Contains(text, holders[family]) {
			t.Errorf("the licence of %s is not whole", family)
		}
	}
	if len(Licences()) != len(holders) {
		t.Errorf("%d licences for %d families", len(Licences()), len(holders))
	}
	for _, f := range ReadingFaces() {
		if len(f.Bytes) < 100_000 || !strings.HasPrefix(f.Name, "CharisSIL-") {
			t.Errorf("face %s has %d bytes", f.Name, len(f.Bytes))
		}
	}
}

func TestGivenTheSizes_WhenFyneAsks_ThenEachIsPositive(t *testing.T) {
	th := New(Light)
	for _, n := range []fyne.ThemeSizeName{
		theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNamePadding, theme.SizeNameInnerPadding,
		theme.SizeNameInputBorder, theme.SizeNameScrollBar, theme.SizeNameInlineIcon, theme.SizeNameDialogRadius,
		SizeNameHeading, SizeNamePageTitle, SizeNameEntryTitle, SizeNameBody, SizeNamePrompt, SizeNameField, SizeNameRow,
	} {
		if th.Size(n) <= 0 {
			t.Errorf("size %s is %v", n, th.Size(n))
		}
	}
	if th.Size(theme.SizeNameText) != SizeUI || th.Size(SizeNameBody) != SizeBody {
		t.Error("controls are not at 13 or the body is not at 18")
	}
}

// iconNames are the names in icon.go, as written there.
func iconNames(t *testing.T) []IconName {
	t.Helper()
	source, err := os.ReadFile("icon.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []IconName
	for _, m := range regexp.MustCompile(`IconName = "([^"]+)"`).FindAllStringSubmatch(string(source), -1) {
		names = append(names, IconName(m[1]))
	}
	return names
}

func TestGivenTheNamesOfIcons_WhenLookedFor_ThenEachIsDrawnAndOutlinedAndNothingElse(t *testing.T) {
	names := iconNames(t)
	for _, folder := range []string{"icons", "outlines"} {
		files, err := filepath.Glob(folder + "/*.svg")
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, f := range files {
			name := IconName(strings.TrimSuffix(strings.TrimSuffix(filepath.Base(f), ".svg"), small))
			if !slices.Contains(names, name) {
				t.Errorf("%s is drawn and not named", f)
			}
		}
	}
	for _, name := range names {
		drawn, err := os.Stat("icons/" + string(name) + ".svg")
		if err != nil {
			t.Errorf("%s is named and not drawn", name)
			continue
		}
		for _, weight := range []string{"", small} {
			if _, err := os.Stat("outlines/" + string(name) + weight + ".svg"); err != nil {
				t.Errorf("%s (%s) has no outline; run go generate", drawn.Name(), weight)
			}
		}
	}
}

func TestGivenEachIcon_WhenDrawnSmallAndLarge_ThenItShowsInTheColourOfItsRole(t *testing.T) {
	for variant, a := range map[string]Appearance{"light": Light, "dark": Dark} {
		test.NewTempApp(t).Settings().SetTheme(New(a))
		for _, name := range iconNames(t) {
			for _, px := range []float32{14, 20} {
				res := Icon(name, ColorAccent)
				if px <= IconSizeSmall {
					res = SmallIcon(name, ColorAccent)
				}
				if ink := inked(res, px); ink < int(px)/2 {
					t.Errorf("%s: %s at %v has %d pixels of its colour", variant, name, px, ink)
				}
			}
		}
	}
}

// inked counts the pixels near the accent in an icon drawn at a size.
func inked(res fyne.Resource, px float32) int {
	img := canvas.NewImageFromResource(res)
	img.SetMinSize(fyne.NewSquareSize(px))
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(container.NewStack(img))
	c.Resize(fyne.NewSquareSize(px))
	shot, want, count := c.Capture(), Color(ColorAccent).(color.NRGBA), 0
	for y := shot.Bounds().Min.Y; y < shot.Bounds().Max.Y; y++ {
		for x := shot.Bounds().Min.X; x < shot.Bounds().Max.X; x++ {
			got := color.NRGBAModel.Convert(shot.At(x, y)).(color.NRGBA)
			if near(got.R, want.R) && near(got.G, want.G) && near(got.B, want.B) {
				count++
			}
		}
	}
	return count
}

// near allows for a thin line that lies between two rows of pixels.
func near(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) < 110 }

func TestGivenAnIcon_WhenTheAppearanceChanges_ThenItsNameAndDrawingChange(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(New(Light))
	i := Icon(IconPlus, ColorAccent)
	name, content := i.Name(), string(i.Content())
	app.Settings().SetTheme(New(Dark))
	if i.Name() == name || string(i.Content()) == content {
		t.Error("the icon kept the light colour")
	}
}

func TestGivenANameThatIsNotDrawn_WhenAsked_ThenThePictureIsEmpty(t *testing.T) {
	test.NewTempApp(t)
	if c := string(Icon("no such icon", ColorInk).Content()); strings.Contains(c, "<path") || !strings.Contains(c, "<svg") {
		t.Errorf("got %q", c)
	}
}

func TestGivenTwoTintedIcons_WhenAlike_ThenTheyAreEqual(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(New(Light))
	if TintedIcon(IconPlus, ColorAccent, 14) != TintedIcon(IconPlus, ColorAccent, 12) {
		t.Error("two small icons of one colour differ")
	}
	if TintedIcon(IconPlus, ColorAccent, 14) == TintedIcon(IconPlus, ColorAccent, 16) ||
		TintedIcon(IconPlus, ColorAccent, 16) == TintedIcon(IconPlus, ColorInk, 16) {
		t.Error("icons of other weight or colour are equal")
	}
}
