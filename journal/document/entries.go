package document

import (
	"fmt"
	"iter"
	"sync"

	"groundwork/journal"
)

// Entries makes a book of what an export lets out: the entries newest first,
// under a heading of the first level for each month. They are read in parallel
// and come in their order; few lie in memory at once. The book can be walked
// once, as the export can.
func Entries(x journal.Export) Book {
	n := Names{People: map[string]string{}, Expectations: map[string]string{}, Line: x.Line}
	for _, p := range x.People {
		n.People[string(p.ID)] = p.Name
	}
	for _, e := range x.Expectations {
		n.Expectations[string(e.ID)] = e.Name
	}
	title := &Title{Text: "From the journal", Below: []string{countWords(x.Count)}}
	if x.Count > 0 {
		title.Below = []string{spanWords(x.Days), countWords(x.Count)}
	}
	return Book{Title: title, Contents: x.Count > 1, Parts: months(x, n)}
}

// months gives the documents of the entries, with the months over them.
func months(x journal.Export, n Names) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		var month journal.Day
		begun := false
		of := func(e journal.Entry) dated { return dated{e.Day, masked(OfEntry(e, n), x.Mask)} }
		for d, err := range inParallel(x.Entries, of) {
			if err == nil && (!begun || d.day.Month != month.Month || d.day.Year != month.Year) {
				begun, month = true, d.day
				over := Heading{1, spoken(fmt.Sprintf("%s %d", month.Month, month.Year))}
				d.Blocks = append([]Block{over}, d.Blocks...)
			}
			if !yield(d.Document, err) {
				return
			}
		}
		if !begun {
			yield(Document{Blocks: []Block{Paragraph{spoken("There are no entries to show.")}}}, nil)
		}
	}
}

// dated is a document and the day it is filed on.
type dated struct {
	day journal.Day
	Document
}

// masked takes the names out that a text showed only once it was read: in
// letters that Markdown writes in another way, or across words of two looks.
func masked(d Document, m *journal.Mask) Document {
	if m == nil {
		return d
	}
	return d.Mapped(func(text string) []Change {
		var all []Change
		for _, x := range m.Find(text) {
			all = append(all, Change{x.From, x.To, x.With})
		}
		return all
	})
}

// ahead is how many things lie between the two ends of inParallel at most: more
// than the journal reads at once, so that turning them goes on meanwhile.
const ahead = 512

// together is how many things one goroutine turns: to hand each over alone takes
// a good part of the time that turning it does.
const together = 16

// inParallel turns what comes into something else, on as many processors as
// there are, and gives it in the order in which it came. Of what comes, only a
// few lie between the two ends.
func inParallel[T, U any](all iter.Seq2[T, error], turn func(T) U) iter.Seq2[U, error] {
	type batch struct {
		made chan []U
		err  error // behind them
	}
	return func(yield func(U, error) bool) {
		waiting := make(chan batch, ahead/together)
		stop := make(chan struct{})
		var reader sync.WaitGroup
		reader.Go(func() {
			defer close(waiting)
			for some, err := range inBatches(all) {
				b := batch{make(chan []U, 1), err}
				select {
				case waiting <- b:
				case <-stop:
					return
				}
				go func() { b.made <- each(some, turn) }()
			}
		})
		defer reader.Wait()
		defer close(stop)
		for b := range waiting {
			for _, x := range <-b.made {
				if !yield(x, nil) {
					return
				}
			}
			if b.err != nil {
				var none U
				yield(none, b.err)
				return
			}
		}
	}
}

// inBatches gives what comes a few at a time, and ends with the first error.
func inBatches[T any](all iter.Seq2[T, error]) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		var some []T
		for x, err := range all {
			if err != nil {
				yield(some, err)
				return
			}
			if some = append(some, x); len(some) < together {
				continue
			}
			if !yield(some, nil) {
				return
			}
			some = nil
		}
		if len(some) > 0 {
			yield(some, nil)
		}
	}
}
