package look

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
)

// IconName names one of our icons.
type IconName string

// The icons. IconNone stands for no icon wherever one may be left out.
const (
	IconNone         IconName = ""
	IconSprout       IconName = "sprout" // the mark of the program, and the growth plan
	IconSearch       IconName = "search"
	IconToday        IconName = "today"
	IconTimeline     IconName = "timeline"
	IconEvidence     IconName = "evidence"
	IconFeedback     IconName = "feedback" // navigation, and the kind
	IconApplications IconName = "applications"
	IconPeople       IconName = "people"
	IconLibrary      IconName = "library"
	IconReflection   IconName = "reflection"
	IconMoment       IconName = "star"
	IconStar         IconName = "star"
	IconStarFilled   IconName = "star-filled"
	IconPlus         IconName = "plus"
	IconMinus        IconName = "minus"
	IconLock         IconName = "lock"
	IconPreferences  IconName = "preferences"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconChevronDown  IconName = "chevron-down"
	IconChevronUp    IconName = "chevron-up"
	IconDocument     IconName = "document"
	IconPage         IconName = "page" // the strength of an artefact
	IconRefresh      IconName = "refresh"
	IconCheck        IconName = "check"
	IconPrivate      IconName = "private"
	IconEye          IconName = "eye"
	IconHash         IconName = "hash"
	IconTag          IconName = "tag"
	IconClose        IconName = "close"
	IconCalendar     IconName = "calendar"
	IconClock        IconName = "clock"
	IconFlag         IconName = "flag"
	IconThumb        IconName = "thumb"
	IconSpanner      IconName = "spanner"
	IconPencil       IconName = "pencil"
	IconQuote        IconName = "quote"
	IconFolder       IconName = "folder"
	IconPaperclip    IconName = "paperclip"
	IconArrow        IconName = "arrow"
	IconDownload     IconName = "download"
	IconTrash        IconName = "trash"
	IconWarning      IconName = "warning"
	IconUndo         IconName = "undo"
	IconDots         IconName = "dots"
)

// Sizes an icon is shown at.
const (
	IconSizeSmall  float32 = 14
	IconSizeMedium float32 = 16
	IconSizeNav    float32 = 18
	IconSizeLarge  float32 = 20
)

// The icons are drawn by hand as strokes on a grid of 24, in icons/; what is shown are their outlines, in outlines/, in
// two weights. See the command outline for the reason.
//
//go:generate go run ./outline

//go:embed outlines/*.svg
var drawings embed.FS

// small marks the heavier weight, for icons of IconSizeSmall and less.
const small = "-small"

// icon is a drawing in the colour a role has at the moment it is asked for. Fyne keeps rendered icons by name, so the
// colour is part of the name: another appearance is another name.
type icon struct {
	drawing string
	colour  fyne.ThemeColorName
}

// Icon returns an icon in the colour of a role, which it follows when the appearance changes.
func Icon(name IconName, colour fyne.ThemeColorName) fyne.Resource {
	return icon{string(name), colour}
}

// SmallIcon is Icon for sizes up to IconSizeSmall.
func SmallIcon(name IconName, colour fyne.ThemeColorName) fyne.Resource {
	return icon{string(name) + small, colour}
}

// Name tells Fyne's cache one colour and weight of an icon from another.
func (i icon) Name() string { return i.now().Name() }

// Content returns the drawing in its colour.
func (i icon) Content() []byte { return i.now().Content() }

func (i icon) now() tinted { return tinted{i.drawing, hex(Color(i.colour))} }

// tinted is a drawing in a colour that stays. Two of the same drawing and colour are equal.
type tinted struct{ drawing, colour string }

// TintedIcon returns an icon of a size in the colour a role has now, for those who ask again when it changes. Equal
// results look alike, so that an icon need not be drawn anew for each.
func TintedIcon(name IconName, colour fyne.ThemeColorName, size float32) fyne.Resource {
	drawing := string(name)
	if size <= IconSizeSmall {
		drawing += small
	}
	return tinted{drawing, hex(Color(colour))}
}

// Name tells Fyne's cache one colour and weight of an icon from another.
func (t tinted) Name() string { return t.drawing + t.colour + ".svg" }

// Content returns the drawing in its colour. A name that is not drawn gives an empty picture, because an icon missing
// is no reason to stop writing; that every name is drawn is the business of the tests.
func (t tinted) Content() []byte {
	drawing, err := drawings.ReadFile("outlines/" + t.drawing + ".svg")
	if err != nil {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>`)
	}
	return bytes.ReplaceAll(drawing, []byte("currentColor"), []byte(t.colour))
}

// hex writes a colour as SVG does.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
