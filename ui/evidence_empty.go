package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/parts"
)

// proofEmpty stands in place of the table while the target role asks for
// nothing.
type proofEmpty struct {
	p       *proof
	words   *parts.Paragraph
	content *fyne.Container
}

func newProofEmpty(p *proof) *proofEmpty {
	e := &proofEmpty{p: p, words: parts.NewParagraph("", parts.TypeMemory, 24)}
	e.content = container.New(emptyLayout{}, e.words)
	e.content.Hide()
	return e
}

// show says what the page is for. retired tells that there were expectations
// once.
func (e *proofEmpty) show(visible, retired bool) {
	setVisible(e.content, visible)
	if retired {
		e.words.SetText(lang.L("Every expectation you had is put aside. Their evidence is kept.\n\nBring one back, or add what the next role asks."))
		return
	}
	e.words.SetText(lang.L("What does the next role ask of you? Write down the things it expects, a dozen is plenty, and this page shows month by month what you have to show for each: where you are strong, and where a sentence would help.\n\nAsk your leader, or look at how the role is described where you work."))
}
