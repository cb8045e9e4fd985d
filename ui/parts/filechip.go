package parts

import (
	"image"
	"path"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// FileChip is a chip for something attached: its name, a few words about it where there is something to say, and a
// small picture where it is one. Enter presses it, Delete takes it away, and the arrow down or the other button of the
// mouse opens its menu.
type FileChip struct {
	Chip
	// OnMenu is told where to open the menu of the chip, on the canvas.
	OnMenu func(at fyne.Position)
	// Tip is what the chip says under the pointer.
	Tip string

	note    string
	picture *canvas.Image
	aside   *canvas.Text
}

var (
	_ fyne.SecondaryTappable = (*FileChip)(nil)
	_ desktop.Hoverable      = (*FileChip)(nil)
)

// Where things stand in a chip with a picture, and how wide a chip gets.
const (
	fileChipWidest  float32 = 260
	fileChipHeight  float32 = 48
	fileChipPicture float32 = 40
	fileChipGap     float32 = 6
)

// NewFileChip returns a chip with a name.
func NewFileChip(name string, icon look.IconName, onTap func()) *FileChip {
	c := &FileChip{aside: newText("", typeAside)}
	c.picture = canvas.NewImageFromImage(nil)
	c.picture.FillMode = canvas.ImageFillCover
	c.picture.CornerRadius = look.RadiusHighlight
	c.picture.Hide()
	c.build(ChipPlain, name, icon, onTap)
	c.ExtendBaseWidget(c)
	return c
}

var typeAside = TypeCaption.In(look.ColorInk3)

// SetName changes the name.
func (c *FileChip) SetName(name string) {
	if c.label != name {
		c.label = name
		c.Refresh()
	}
}

// Note returns the words about what is attached.
func (c *FileChip) Note() string { return c.note }

// SetNote says something about what is attached, in a few words.
func (c *FileChip) SetNote(note string) {
	if c.note != note {
		c.note = note
		c.Refresh()
	}
}

// SetPicture shows a small picture of what is attached.
func (c *FileChip) SetPicture(picture image.Image) {
	c.picture.Image = picture
	setVisible(c.picture, picture != nil)
	c.picture.Refresh()
	c.Refresh()
}

// Picture returns the picture, or nil.
func (c *FileChip) Picture() image.Image { return c.picture.Image }

// AccessibilityLabel reads the name and the note.
func (c *FileChip) AccessibilityLabel() string {
	if c.note == "" {
		return c.label
	}
	return c.label + ", " + c.note
}

// TappedSecondary opens the menu where the pointer is.
func (c *FileChip) TappedSecondary(e *fyne.PointEvent) {
	hideTip(c)
	if c.OnMenu != nil {
		c.OnMenu(e.AbsolutePosition)
	}
}

// TypedKey opens the menu below the chip with the arrow down, and hears what a chip hears.
func (c *FileChip) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown && c.OnMenu != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
		c.OnMenu(at.AddXY(0, c.Size().Height+look.Space4))
		return
	}
	c.Chip.TypedKey(e)
}

// MouseIn lights the chip and says more about it.
func (c *FileChip) MouseIn(e *desktop.MouseEvent) {
	c.Chip.MouseIn(e)
	showTip(c, c.Tip, tipBelow)
}

// MouseOut puts the light out.
func (c *FileChip) MouseOut() {
	c.Chip.MouseOut()
	hideTip(c)
}

// Tapped presses the chip, or takes it away by its cross.
func (c *FileChip) Tapped(e *fyne.PointEvent) {
	hideTip(c)
	c.Chip.Tapped(e)
}

// CreateRenderer is for Fyne.
func (c *FileChip) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(c, c.layout, c.minSize, c.paint, c.ground, c.picture, c.image, c.word, c.aside, c.patch, c.cross, c.ring)
}

func (c *FileChip) height() float32 {
	if c.picture.Visible() {
		return fileChipHeight
	}
	return look.ChipHeight
}

// textLeft is where the name begins.
func (c *FileChip) textLeft() float32 {
	if c.picture.Visible() {
		return (fileChipHeight-fileChipPicture)/2 + fileChipPicture + look.Space8
	}
	return c.left()
}

// noteWidth is how much the note takes, with its distance from the name.
func (c *FileChip) noteWidth() float32 {
	if c.note == "" {
		return 0
	}
	return measure(c.note, typeAside) + fileChipGap
}

func (c *FileChip) minSize() fyne.Size {
	width := c.textLeft() + measure(c.label, c.typ()) + c.noteWidth() + chipPadding
	return fyne.NewSize(fyne.Min(whole(width)+1, fileChipWidest), c.height())
}

func (c *FileChip) layout(size fyne.Size) {
	c.ground.Resize(size)
	inset := (fileChipHeight - fileChipPicture) / 2
	c.picture.Move(fyne.NewPos(inset, inset))
	c.picture.Resize(fyne.NewSquareSize(fileChipPicture))
	centred(c.image, chipIconLeft, size.Height)
	c.word.Text = shortenName(c.label, c.typ(), size.Width-c.textLeft()-c.noteWidth()-chipPadding+1)
	setType(c.word, c.typ())
	width := centred(c.word, c.textLeft(), size.Height).Width
	c.aside.Text = c.note
	setType(c.aside, typeAside)
	centred(c.aside, c.textLeft()+width+fileChipGap, size.Height)
	c.patch.Resize(fyne.NewSquareSize(chipPatch))
	centredAt := fyne.NewPos(size.Width-chipEdge-chipPatch, whole((size.Height-chipPatch)/2))
	c.patch.Move(centredAt)
	centred(c.cross, centredAt.X+(chipPatch-chipCross)/2, size.Height)
	c.paintRing(size)
}

func (c *FileChip) paint() {
	radius := look.ChipHeight / 2
	if c.picture.Visible() {
		radius = look.RadiusField
	}
	c.ground.CornerRadius, c.ring.CornerRadius = radius, radius+ringGap+ringWidth
	c.Chip.paint()
	setVisible(c.image, !c.picture.Visible() && c.icon != look.IconNone)
	setType(c.aside, typeAside)
	c.aside.Refresh()
}

// shortenName cuts a file's name to a width, and keeps its ending: that says what it is.
func shortenName(name string, typ Type, width float32) string {
	if measure(name, typ) <= width {
		return name
	}
	ending := path.Ext(name)
	if len(ending) > 8 {
		ending = ""
	}
	stem, kind := strings.TrimSuffix(name, ending), strings.TrimPrefix(ending, ".")
	return shorten(stem, typ, width-measure(kind, typ)) + kind
}
