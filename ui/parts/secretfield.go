package parts

import (
	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

// SecretField is a line for a passphrase: what is typed is shown as dots, until it is asked for with the eye at the
// right.
type SecretField struct {
	Field
	eye        *IconButton
	show, hide string
}

var (
	_ fyne.Widget   = (*SecretField)(nil)
	_ fyne.Tappable = (*SecretField)(nil)
)

// NewSecretField returns a field whose letters are hidden. The words name what the eye does: to show what is typed, and
// to hide it again.
func NewSecretField(show, hide string) *SecretField {
	f := &SecretField{show: show, hide: hide}
	f.init("", NewEditor(Line))
	f.Editor.Plain = true
	f.eye = NewIconButton(look.IconEye, show, f.toggle)
	f.eye.Side = secretEye
	f.SetHidden(true)
	f.ExtendBaseWidget(f)
	return f
}

// secretEye is how large the eye's button is: it leaves room for its ring within the field.
const secretEye float32 = 26

// Hidden tells whether dots stand for the letters.
func (f *SecretField) Hidden() bool { return f.Editor.Password }

// SetHidden has dots stand for the letters, or not.
func (f *SecretField) SetHidden(on bool) {
	icon, label := look.IconPrivate, f.hide
	if on {
		icon, label = look.IconEye, f.show
	}
	f.Editor.Password = on
	f.eye.SetIcon(icon)
	f.eye.SetLabel(label)
	f.Editor.Refresh()
}

// toggle shows or hides the letters, and leaves the keyboard with them.
func (f *SecretField) toggle() {
	f.SetHidden(!f.Hidden())
	f.Tapped(nil)
}

// CreateRenderer is for Fyne.
func (f *SecretField) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, f.paint, append(f.objects(), f.eye)...)
}

// layout puts the eye at the end of the line, which ends before it.
func (f *SecretField) layout(size fyne.Size) {
	f.Field.layout(size)
	left := size.Width - fieldPadding - secretEye
	f.frame.Resize(fyne.NewSize(left-look.Space8-fieldPadding, f.frame.Size().Height))
	centred(f.eye, left, f.lineHeight())
}
