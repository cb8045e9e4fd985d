// Package look is how Groundwork looks: one theme in a light and a dark form, the two type families it is set
// in, the steps of size and space, and the icons.
//
// Start at Theme: it implements fyne.Theme and is set once, by the window, with
//
//	app.Settings().SetTheme(look.New(look.System))
//
// Everything else asks by role. A colour is a name such as ColorCard or ColorInk2, never a literal, so that it
// follows the appearance; a text is one of the Size constants; an icon is Icon(IconPlus, ColorAccent). The roles,
// their values and the contrast they keep are listed in palette.go and held by the tests.
package look

import (
	"image/color"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance is the writer's choice between light and dark.
type Appearance int

// The appearances.
const (
	// System follows the desktop.
	System Appearance = iota
	// Light is the paper desk.
	Light
	// Dark is the same desk at night.
	Dark
)

// Theme is the look of the whole window.
type Theme struct {
	// appearance is atomic because Fyne may ask for colours from its own goroutines while it is set.
	appearance atomic.Int32
}

var _ fyne.Theme = (*Theme)(nil)

// New returns a theme with the given appearance.
func New(a Appearance) *Theme {
	t := &Theme{}
	t.SetAppearance(a)
	return t
}

// Appearance returns the choice in force.
func (t *Theme) Appearance() Appearance { return Appearance(t.appearance.Load()) }

// SetAppearance changes the choice. What is on screen follows once the theme is handed to the settings again.
func (t *Theme) SetAppearance(a Appearance) { t.appearance.Store(int32(a)) }

// Variant returns the variant in force when the desktop asks for the given one.
func (t *Theme) Variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Appearance() {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	default:
		return system
	}
}

// Color returns the colour of a role, Fyne's own or one of ours.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	s, ok := palette[name]
	if !ok {
		return theme.DefaultTheme().Color(name, t.Variant(system))
	}
	if t.Variant(system) == theme.VariantDark {
		return s.dark
	}
	return s.light
}

// Icon returns Fyne's own icons: ours are had from the function Icon, because they need a colour.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns a size by name, Fyne's own or one of ours.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// Color returns the colour a role has in the running application.
//
// It asks the settings and not theme.Color, which inside a theme override answers for the override.
func Color(name fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	th := s.Theme()
	if th == nil {
		th = theme.DefaultTheme()
	}
	if c := th.Color(name, s.ThemeVariant()); c != nil {
		return c
	}
	return New(System).Color(name, s.ThemeVariant()) // another theme is in force, which does not know our roles
}
