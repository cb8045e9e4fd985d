package handout

import (
	"io"
	"strings"

	"groundwork/journal/document"
)

// inMemory is a folder that is only shown.
type inMemory struct {
	files []*shown
}

// shown is a file of it.
type shown struct {
	name string
	strings.Builder
}

// Close ends the file.
func (*shown) Close() error { return nil }

func (m *inMemory) create(name string) (io.WriteCloser, error) {
	f := &shown{name: name}
	m.files = append(m.files, f)
	return f, nil
}

// book shows the files one after the other under their names.
func (m *inMemory) book() document.Book {
	return document.Book{Parts: func(yield func(document.Document, error) bool) {
		for _, f := range m.files {
			name := document.Heading{Level: 2, Text: []document.Span{{Text: f.name}}}
			if !yield(document.Document{Blocks: []document.Block{name, document.Code{Text: f.String()}}}, nil) {
				return
			}
		}
	}}
}
