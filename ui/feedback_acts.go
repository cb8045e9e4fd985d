package ui

import (
	"context"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// actsOnOpen links the entry that is open on Today to the feedback it acts on.
// It is on disk before, so that there is something to link to.
func (w *Window) actsOnOpen() {
	if w.today.desk == nil {
		return
	}
	d := w.today.desk
	if d.blank() {
		w.door.say(lang.L("Write a few words first. Then say which feedback they act on."))
		return
	}
	task(w, "save the entry", func(ctx context.Context) (journal.ID, error) {
		err := d.draft.Flush(ctx)
		return d.draft.Entry().ID, err
	}, w.actsOn)
}

// actsOn lets the writer say on which piece of feedback a stored entry acts.
func (w *Window) actsOn(entry journal.ID) {
	read := w.pieces(entry)
	pick(w, lang.L("Which feedback does this act on?"), picking[journal.FeedbackLine]{
		placeHolder: lang.L("Find it by its words or who said it"),
		none:        lang.L("No feedback holds these words."),
		find:        func(_ context.Context, words string) ([]journal.FeedbackLine, error) { return findPieces(read, words) },
		item:        w.pieceItem,
		then: func(p journal.FeedbackLine) {
			w.frame.feedback.actOn(p.ID, entry, lang.L("It is linked to what {{.Name}} said.", values{"Name": nameOr(p.Giver)}))
		},
	})
}

// knownPiece is a piece of feedback with its words as they are compared.
type knownPiece struct {
	line   journal.FeedbackLine
	folded string
}

// pieces reads every piece but one, newest first, when it is asked first.
func (w *Window) pieces(but journal.ID) func() ([]knownPiece, error) {
	filter := journal.FeedbackFilter{NoPrivate: w.noPrivate()}
	return sync.OnceValues(func() ([]knownPiece, error) {
		lines, err := w.journal.Read().Feedback(w.life, filter)
		slices.SortStableFunc(lines, func(a, b journal.FeedbackLine) int { return newestLine(a.Line, b.Line) })
		var all []knownPiece
		for _, p := range lines {
			if p.ID != but {
				all = append(all, knownPiece{p, folded(p.Giver + "\n" + p.Quote + "\n" + p.Title + "\n" + p.Excerpt)})
			}
		}
		return all, err
	})
}

// findPieces gives the pieces that hold all words.
func findPieces(read func() ([]knownPiece, error), text string) ([]journal.FeedbackLine, error) {
	all, err := read()
	if err != nil {
		return nil, err
	}
	var found []journal.FeedbackLine
	words := strings.Fields(folded(text))
	for _, p := range all {
		if holdsAll(p.folded, words) {
			found = append(found, p.line)
		}
	}
	return found[:min(len(found), mostChoices)], nil
}

// pieceItem is a piece of feedback as a row to choose.
func (w *Window) pieceItem(p journal.FeedbackLine) parts.ListItem {
	return parts.ListItem{
		Title: saidWords(p), Caption: nameOr(p.Giver) + ", " + aboutGiver(p, w.today.now),
		Icon: look.IconFeedback, Ink: look.ColorFeedback, Soft: look.ColorFeedbackSoft,
	}
}
