package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// PromptCard asks a question and says where it is from. Once the question is in use it shrinks to one line.
type PromptCard struct {
	widget.BaseWidget
	// OnAnother asks for another question, OnUse takes this one, OnDismiss never wants to see it again, and OnRelease
	// lets go of the one in use.
	OnAnother, OnUse, OnDismiss, OnRelease func()
	// OnWhy asks why it is this question; ShowWhy answers. Nobody is asked while it is nil.
	OnWhy func()

	inUse    bool
	slim     bool   // one line also while it is not in use
	why      string // stands in place of the source while it is not empty
	from     string // the source
	question *Paragraph
	source   *Text
	ground   *Surface
	mark     *canvas.Image

	another, use, dismiss, ask *Button

	line    *Paragraph
	origin  *Text
	release *IconButton
}

var _ fyne.Widget = (*PromptCard)(nil)

// Where things stand on a prompt card, open and shrunk.
const (
	promptPadding     float32 = 20
	promptTop         float32 = 11
	promptSourceGap   float32 = 10
	promptSourceLeft  float32 = 19
	promptLeading     float32 = 26
	promptHeight      float32 = 82
	promptLineHeight  float32 = 36
	promptLinePadding float32 = 16
	promptLineLeading float32 = 22
	promptActionGap   float32 = 6
	slimButton        float32 = 28 // the height of its button
)

// typePromptLine is the question in the shrunk card.
var typePromptLine = Type{SerifItalic, look.SizeField, look.ColorInk}

// NewPromptCard returns a card without a question.
func NewPromptCard() *PromptCard {
	p := &PromptCard{
		question: NewParagraph("", TypePrompt, promptLeading),
		source:   NewText("", TypeCaption),
		ground:   NewSurface(look.ColorSunken, "", look.RadiusCard),
		mark:     newIcon(look.IconSizeSmall),
		line:     NewParagraph("", typePromptLine, promptLineLeading),
		origin:   NewText("", TypeCaption.In(look.ColorInk3)),
	}
	p.source.Truncate = true
	p.question.MaxLines = 3
	p.another = NewButton(Quiet, lang.L("Another"), look.IconRefresh, p.anotherAsked)
	p.use = NewButton(Soft, lang.L("Use"), look.IconNone, p.used)
	p.dismiss = NewButton(Quiet, lang.L("Not for me"), look.IconNone, p.dismissed)
	p.dismiss.Ink, p.dismiss.Words = look.ColorInk3, TypeCaption
	p.dismiss.Height, p.dismiss.Padding = 22, look.Space4
	p.ask = NewButton(Quiet, "", look.IconNone, p.asked)
	p.ask.Ink, p.ask.Words = look.ColorInk3, TypeCaption
	p.ask.Height, p.ask.Padding = 22, look.Space4
	p.release = NewIconButton(look.IconClose, lang.L("Write without the prompt"), p.released)
	p.release.Side, p.release.IconSize = 24, look.IconSizeMedium
	p.ExtendBaseWidget(p)
	return p
}

func (p *PromptCard) anotherAsked() { call(p.OnAnother) }
func (p *PromptCard) used()         { call(p.OnUse) }
func (p *PromptCard) dismissed()    { call(p.OnDismiss) }
func (p *PromptCard) released()     { call(p.OnRelease) }

// asked shows why it is this question, or its source again.
func (p *PromptCard) asked() {
	if p.why != "" {
		p.ShowWhy("")
		return
	}
	call(p.OnWhy)
}

func call(do func()) {
	if do != nil {
		do()
	}
}

// SetPrompt changes the question and its source. Of the source, the shrunk card shows what stands before the first
// middle dot.
func (p *PromptCard) SetPrompt(question, source string) {
	p.question.SetText(question)
	p.line.SetText(question)
	p.from, p.why = source, ""
	p.source.SetText(source)
	p.origin.SetText(shortSource(source))
	p.Refresh()
}

// ShowWhy says in place of the source why it is this question, until another one comes. An empty sentence shows the
// source again.
func (p *PromptCard) ShowWhy(sentence string) {
	p.why = sentence
	p.source.SetText(sentence)
	if sentence == "" {
		p.source.SetText(p.from)
	}
	p.Refresh()
}

// Source returns the small line below the question: where it is from, or why it is asked.
func (p *PromptCard) Source() string { return p.source.Text() }

// SetInUse shrinks the card to a line, or opens it again.
func (p *PromptCard) SetInUse(on bool) {
	if p.inUse != on {
		p.inUse = on
		p.Refresh()
	}
}

// SetSlim shows the question on one line while it is not in use, where the page needs the room.
func (p *PromptCard) SetSlim(on bool) {
	if p.slim != on {
		p.slim = on
		p.Refresh()
		p.line.Refresh() // it may take more lines or fewer
	}
}

// onLine reports whether the card is one line.
func (p *PromptCard) onLine() bool { return p.inUse || p.slim }

// InUse reports whether the question is in use.
func (p *PromptCard) InUse() bool { return p.inUse }

// Question returns the question.
func (p *PromptCard) Question() string { return p.question.Text() }

// CreateRenderer is for Fyne.
func (p *PromptCard) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, p.paint, p.ground, p.mark, p.question, p.source,
		p.another, p.use, p.dismiss, p.ask, p.line, p.origin, p.release)
}

func (p *PromptCard) minSize() fyne.Size {
	if p.onLine() {
		return fyne.NewSize(200, fyne.Max(promptLineHeight, p.line.MinSize().Height+look.Space12))
	}
	return fyne.NewSize(320, fyne.Max(promptHeight, p.textHeight()))
}

func (p *PromptCard) textHeight() float32 {
	return 2*promptTop + p.question.MinSize().Height + promptSourceGap + p.source.MinSize().Height + 4
}

// Resize gives the question its width, on which the height of the card depends.
func (p *PromptCard) Resize(size fyne.Size) {
	p.question.Resize(fyne.NewSize(p.questionWidth(size.Width), p.question.Size().Height))
	p.line.Resize(fyne.NewSize(p.lineWidth(size.Width), p.line.Size().Height))
	p.BaseWidget.Resize(size)
}

// lineWidth is the room for the question in the shrunk card.
func (p *PromptCard) lineWidth(width float32) float32 {
	right := 2*promptLinePadding + p.release.MinSize().Width + p.origin.MinSize().Width
	if !p.inUse {
		right = 2*promptLinePadding + p.use.MinSize().Width
	}
	return fyne.Max(width-right-look.IconSizeSmall-look.Space20, 120)
}

func (p *PromptCard) questionWidth(width float32) float32 {
	actions := p.another.MinSize().Width + p.use.MinSize().Width + promptActionGap
	return fyne.Max(width-2*promptPadding-actions-look.Space12, 120)
}

func (p *PromptCard) layout(size fyne.Size) {
	p.ground.Resize(size)
	if p.onLine() {
		p.layoutLine(size)
		return
	}
	width := p.questionWidth(size.Width)
	p.question.Resize(fyne.NewSize(width, p.question.MinSize().Height))
	p.question.Move(fyne.NewPos(promptPadding, promptTop))
	below := promptTop + p.question.MinSize().Height + promptSourceGap
	p.mark.Move(fyne.NewPos(promptPadding, below+5))
	p.mark.Resize(fyne.NewSquareSize(look.IconSizeSmall))
	left := promptPadding + promptSourceLeft
	room := width - promptSourceLeft - p.dismiss.MinSize().Width - look.Space4
	if p.OnWhy != nil { // the line below the question is longer than the question, so it takes the whole card
		room = size.Width - 2*promptPadding - promptSourceLeft - p.dismiss.MinSize().Width - p.ask.MinSize().Width - look.Space16
	}
	p.source.Move(fyne.NewPos(left, below+4))
	p.source.Resize(fyne.NewSize(room, p.source.MinSize().Height))
	shown := measure(shorten(p.source.Text(), p.source.typ, room), p.source.typ)
	at := whole(left + shown + look.Space8)
	p.dismiss.Resize(p.dismiss.MinSize())
	p.dismiss.Move(fyne.NewPos(at, below+1))
	p.ask.Resize(p.ask.MinSize())
	p.ask.Move(fyne.NewPos(at+p.dismiss.MinSize().Width+look.Space4, below+1))
	x, height := size.Width-promptPadding-p.use.MinSize().Width, size.Height
	if p.OnWhy != nil {
		height = fyne.Min(height, 2*(below-2)-p.use.MinSize().Height) // above the line below the question
	}
	centred(p.use, x, height)
	centred(p.another, x-promptActionGap-p.another.MinSize().Width, height)
}

func (p *PromptCard) layoutLine(size fyne.Size) {
	centred(p.mark, promptLinePadding, size.Height)
	if p.inUse {
		x := size.Width - promptLinePadding + look.Space4 - p.release.MinSize().Width
		centred(p.release, x, size.Height)
		centred(p.origin, x-p.origin.MinSize().Width-look.Space4, size.Height)
	} else {
		centred(p.use, size.Width-look.Space4-p.use.MinSize().Width, size.Height)
	}
	left := promptLinePadding + look.IconSizeSmall + look.Space8
	height := p.line.MinSize().Height
	p.line.Resize(fyne.NewSize(p.lineWidth(size.Width), height))
	p.line.Move(fyne.NewPos(left, whole((size.Height-height)/2)))
}

func (p *PromptCard) paint() {
	drawIcon(p.mark, look.IconDocument, look.ColorInk3)
	for _, o := range []fyne.CanvasObject{p.question, p.source, p.dismiss, p.another} {
		setVisible(o, !p.onLine())
	}
	for _, o := range []fyne.CanvasObject{p.origin, p.release} {
		setVisible(o, p.inUse)
	}
	setVisible(p.line, p.onLine())
	setVisible(p.use, !p.inUse)
	p.use.Height, p.line.MaxLines = look.ButtonHeight, 0
	if p.slim && !p.inUse {
		p.use.Height, p.line.MaxLines = slimButton, 1
	}
	setVisible(p.ask, !p.onLine() && p.OnWhy != nil)
	p.ask.SetText(lang.L("Why this one?"))
	if p.why != "" {
		p.ask.SetText(lang.L("Where it is from"))
	}
}

// shortSource returns what stands before the first middle dot.
func shortSource(source string) string {
	head, _, _ := strings.Cut(source, "·")
	return strings.TrimSpace(head)
}
