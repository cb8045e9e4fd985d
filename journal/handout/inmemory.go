package handout

import (
	"io"
	"strings"
)

// inMemory is a folder that is only shown: its files one after the other under
// their names, as one text. Files that are written side by side are shown in
// the order in which they were begun.
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

// text gives what is shown.
func (m *inMemory) text() string {
	var all strings.Builder
	for _, f := range m.files {
		all.WriteString("——  " + f.name + "  ——\n\n" + f.String() + "\n\n")
	}
	return all.String()
}
