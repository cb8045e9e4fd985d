package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The roles a colour can have.
const (
	ColorPage                           = theme.ColorNameBackground // the page itself
	ColorNav        fyne.ThemeColorName = "groundwork.nav"          // left navigation, lock screen
	ColorCard       fyne.ThemeColorName = "groundwork.card"         // raised card, field, selected row
	ColorSunken     fyne.ThemeColorName = "groundwork.sunken"       // quiet panels, chips, tracks
	ColorHover      fyne.ThemeColorName = "groundwork.hover"        // fill under the pointer
	ColorLine       fyne.ThemeColorName = "groundwork.line"         // hairlines and borders, decoration only
	ColorLineStrong fyne.ThemeColorName = "groundwork.lineStrong"   // outlines that carry meaning
	ColorInk        fyne.ThemeColorName = "groundwork.ink"          // titles and body
	ColorInk2       fyne.ThemeColorName = "groundwork.ink2"         // secondary text
	ColorInk3       fyne.ThemeColorName = "groundwork.ink3"         // labels and placeholders
	ColorAccent     fyne.ThemeColorName = "groundwork.accent"       // the one pine accent
	ColorOnAccent   fyne.ThemeColorName = "groundwork.onAccent"     // text on the accent
	ColorAccentSoft fyne.ThemeColorName = "groundwork.accentSoft"   // chosen navigation item, expectation chips
	ColorWarn       fyne.ThemeColorName = "groundwork.warn"         // due, missing, failed
	ColorOnWarn     fyne.ThemeColorName = "groundwork.onWarn"       // text on warn
	ColorWarnSoft   fyne.ThemeColorName = "groundwork.warnSoft"     // fill behind warn
	ColorVeil       fyne.ThemeColorName = "groundwork.veil"         // what lies over the page behind a panel

	ColorReflection      fyne.ThemeColorName = "groundwork.reflection"
	ColorReflectionSoft  fyne.ThemeColorName = "groundwork.reflectionSoft"
	ColorMoment          fyne.ThemeColorName = "groundwork.moment"
	ColorMomentSoft      fyne.ThemeColorName = "groundwork.momentSoft"
	ColorFeedback        fyne.ThemeColorName = "groundwork.feedback"
	ColorFeedbackSoft    fyne.ThemeColorName = "groundwork.feedbackSoft"
	ColorApplication     fyne.ThemeColorName = "groundwork.application"
	ColorApplicationSoft fyne.ThemeColorName = "groundwork.applicationSoft"

	ColorStrength1     fyne.ThemeColorName = "groundwork.strength1" // own word
	ColorStrength1Mark fyne.ThemeColorName = "groundwork.strength1Mark"
	ColorStrength2     fyne.ThemeColorName = "groundwork.strength2" // a number
	ColorStrength2Mark fyne.ThemeColorName = "groundwork.strength2Mark"
	ColorStrength3     fyne.ThemeColorName = "groundwork.strength3" // somebody's words
	ColorStrength3Mark fyne.ThemeColorName = "groundwork.strength3Mark"
	ColorStrength4     fyne.ThemeColorName = "groundwork.strength4" // an artefact
	ColorStrength4Mark fyne.ThemeColorName = "groundwork.strength4Mark"

	ColorHillFar  fyne.ThemeColorName = "groundwork.hillFar" // what lies behind the lock screen
	ColorHill     fyne.ThemeColorName = "groundwork.hill"
	ColorHillNear fyne.ThemeColorName = "groundwork.hillNear"

	ColorPaper     fyne.ThemeColorName = "groundwork.paper" // the preview of a printed page
	ColorPaperInk  fyne.ThemeColorName = "groundwork.paperInk"
	ColorPaperInk2 fyne.ThemeColorName = "groundwork.paperInk2"
	ColorPaperLine fyne.ThemeColorName = "groundwork.paperLine"
)

// swatch is a colour in both variants.
type swatch struct{ light, dark color.NRGBA }

// pair makes a swatch of two opaque colours written as in a design tool, 0xRRGGBB.
func pair(light, dark uint32) swatch { return swatch{opaque(light), opaque(dark)} }

func opaque(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff}
}

// see returns the swatch with another opacity, 0 to 255.
func (s swatch) see(alpha uint8) swatch {
	s.light.A, s.dark.A = alpha, alpha
	return s
}

var (
	page       = pair(0xFBF9F4, 0x1B1C1A)
	nav        = pair(0xF3EFE7, 0x151614)
	card       = pair(0xFFFFFF, 0x242623)
	sunken     = pair(0xF4F0E8, 0x20221F)
	hover      = pair(0xEAE5DA, 0x2B2E2A)
	line       = pair(0xE4DED1, 0x353832)
	lineStrong = pair(0x8B8374, 0x7E8377)
	ink        = pair(0x25231F, 0xECE8DE)
	ink2       = pair(0x545046, 0xBFBAAD)
	ink3       = pair(0x6B655A, 0xA39E92)
	accent     = pair(0x2D5E4D, 0x8FC7AA)
	onAccent   = pair(0xFFFFFF, 0x0F2119)
	accentSoft = pair(0xE0EBE4, 0x27382F)
	warn       = pair(0x9C3D1B, 0xF0A27F)
	onWarn     = pair(0xFFFFFF, 0x40291E)
	warnSoft   = pair(0xF9E6DC, 0x40291E)
)

// palette is the whole table. Fyne's own names come after ours and speak in our roles.
//
// InputBackground and InputBorder are those of a field, because Fyne's check boxes, selects and file dialogs draw
// themselves with them; the editor, which has no box, leaves the box away instead of making it transparent.
var palette = map[fyne.ThemeColorName]swatch{
	ColorNav: nav, ColorCard: card, ColorSunken: sunken, ColorHover: hover,
	ColorLine: line, ColorLineStrong: lineStrong,
	ColorInk: ink, ColorInk2: ink2, ColorInk3: ink3,
	ColorAccent: accent, ColorOnAccent: onAccent, ColorAccentSoft: accentSoft,
	ColorWarn: warn, ColorOnWarn: onWarn, ColorWarnSoft: warnSoft,
	ColorVeil: {color.NRGBA{R: 0x25, G: 0x23, B: 0x1F, A: 0x45}, color.NRGBA{A: 0x8C}},

	ColorReflection: pair(0x45558F, 0xAEBBEE), ColorReflectionSoft: pair(0xE7EAF4, 0x2A2F44),
	ColorMoment: pair(0x875400, 0xE2B35E), ColorMomentSoft: pair(0xF7EBD3, 0x3A301B),
	ColorFeedback: pair(0x903D68, 0xE5A0C6), ColorFeedbackSoft: pair(0xF6E5EE, 0x3D2835),
	ColorApplication: pair(0x0C6472, 0x74C6D0), ColorApplicationSoft: pair(0xDCEEF0, 0x1C3538),

	ColorStrength1: pair(0xDDE9E1, 0x26362D), ColorStrength1Mark: pair(0x2A4A3E, 0xC4DDCF),
	ColorStrength2: pair(0xA8CDB8, 0x35594A), ColorStrength2Mark: pair(0x173529, 0xE3F3EA),
	ColorStrength3: pair(0x417860, 0x69A88A), ColorStrength3Mark: pair(0xFFFFFF, 0x0C1C15),
	ColorStrength4: pair(0x234B3D, 0xB5E3CB), ColorStrength4Mark: pair(0xFFFFFF, 0x0C1C15),

	ColorHillFar: pair(0xE3E9DF, 0x19201C), ColorHill: pair(0xD3E1D7, 0x1C2822), ColorHillNear: pair(0xBFD6C8, 0x23362D),

	ColorPaper: pair(0xFFFFFF, 0xF4F1EA), ColorPaperInk: pair(0x25231F, 0x25231F),
	ColorPaperInk2: pair(0x5D584D, 0x5D584D), ColorPaperLine: pair(0xDDD7CA, 0xD8D2C4),

	theme.ColorNameBackground:                page,
	theme.ColorNameButton:                    sunken,
	theme.ColorNameDisabled:                  ink3,
	theme.ColorNameDisabledButton:            sunken,
	theme.ColorNameError:                     warn,
	theme.ColorNameFocus:                     accent.see(0x40),
	theme.ColorNameForeground:                ink,
	theme.ColorNameForegroundOnError:         onWarn,
	theme.ColorNameForegroundOnPrimary:       onAccent,
	theme.ColorNameForegroundOnSuccess:       onAccent,
	theme.ColorNameForegroundOnWarning:       onWarn,
	theme.ColorNameHeaderBackground:          nav,
	theme.ColorNameHover:                     hover,
	theme.ColorNameHyperlink:                 accent,
	theme.ColorNameInnerWindowBorder:         line,
	theme.ColorNameInnerWindowBorderInactive: line,
	theme.ColorNameInputBackground:           card,
	theme.ColorNameInputBorder:               lineStrong,
	theme.ColorNameMenuBackground:            card,
	theme.ColorNameOverlayBackground:         page,
	theme.ColorNamePlaceHolder:               ink3,
	theme.ColorNamePressed:                   ink.see(0x1A),
	theme.ColorNamePrimary:                   accent,
	theme.ColorNameScrollBar:                 lineStrong.see(0xB0),
	theme.ColorNameScrollBarBackground:       ink.see(0x08),
	theme.ColorNameSelection:                 accent.see(0x40),
	theme.ColorNameSeparator:                 line,
	theme.ColorNameShadow:                    {}, // depth is border and fill
	theme.ColorNameSuccess:                   accent,
	theme.ColorNameWarning:                   warn,
}
