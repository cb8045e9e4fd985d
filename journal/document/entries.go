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
		month := ""
		of := func(e journal.Entry) dated { return dated{e.Day, masked(OfEntry(e, n), x.Mask)} }
		for d, err := range inParallel(x.Entries, of) {
			if err == nil {
				if m := fmt.Sprintf("%s %d", d.day.Month, d.day.Year); m != month {
					month = m
					d.Blocks = append([]Block{Heading{1, spoken(m)}}, d.Blocks...)
				}
			}
			if !yield(d.Document, err) {
				return
			}
		}
		if month == "" {
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

// inParallel turns what comes into something else, on as many processors as
// there are, and gives it in the order in which it came. Of what comes, only a
// few lie between the two ends.
func inParallel[T, U any](all iter.Seq2[T, error], turn func(T) U) iter.Seq2[U, error] {
	type result struct {
		made U
		err  error
	}
	return func(yield func(U, error) bool) {
		waiting := make(chan chan result, ahead)
		stop := make(chan struct{})
		var reader sync.WaitGroup
		reader.Go(func() {
			defer close(waiting)
			for x, err := range all {
				r := make(chan result, 1)
				select {
				case waiting <- r:
				case <-stop:
					return
				}
				if err != nil {
					r <- result{err: err}
					return
				}
				go func() { r <- result{made: turn(x)} }()
			}
		})
		defer reader.Wait()
		defer close(stop)
		for r := range waiting {
			if r := <-r; !yield(r.made, r.err) || r.err != nil {
				return
			}
		}
	}
}
