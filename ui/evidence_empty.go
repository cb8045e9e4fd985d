package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// proofEmpty stands in place of the table while the target role asks for
// nothing.
type proofEmpty struct {
	p       *proof
	words   *parts.Paragraph
	begin   *parts.Button
	own     *parts.Button
	content *fyne.Container
}

func newProofEmpty(p *proof) *proofEmpty {
	e := &proofEmpty{p: p, words: parts.NewParagraph("", parts.TypeMemory, 24)}
	e.begin = parts.NewButton(parts.Primary, "", look.IconLibrary, p.w.showExpectations)
	e.own = parts.NewButton(parts.Outline, lang.L("Write my own"), look.IconPlus, e.writeOwn)
	e.content = container.New(emptyLayout{}, parts.Down(look.Space24, e.words, parts.Flow(look.Space8, look.Space8, e.begin, e.own)))
	e.content.Hide()
	return e
}

// show says what the page is for. retired tells that there were expectations
// once.
func (e *proofEmpty) show(visible, retired bool) {
	setVisible(e.content, visible)
	e.begin.SetText(lang.L("Starter sets and career paths"))
	if retired {
		e.begin.SetText(lang.L("What was put aside"))
		e.words.SetText(lang.L("Every expectation you had is put aside. Their evidence is kept.\n\nBring one back, or add what the next role asks."))
		return
	}
	e.words.SetText(lang.L("What does the next role ask of you? Write down the things it expects, a dozen is plenty, and this page shows month by month what you have to show for each: where you are strong, and where a sentence would help.\n\nAsk your leader, or look at how the role is described where you work."))
}

// writeOwn adds an expectation in the writer's own words.
func (e *proofEmpty) writeOwn() {
	e.p.w.showExpectations()
	e.p.w.frame.demands.addOne()
}
