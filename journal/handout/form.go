package handout

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"groundwork/journal"
)

// Form is what a journal leaves as.
type Form string

// The forms. The last two are folders, all others one file.
const (
	Markdown       Form = "md"
	HTML           Form = "html"
	PDF            Form = "pdf"
	DOCX           Form = "docx"
	Text           Form = "txt"
	JSON           Form = "json" // the journal's own, which an import reads
	CSV            Form = "csv"  // the entries as a table
	MarkdownFolder Form = "markdown-folder"
	CSVFolder      Form = "csv-folder" // a file for each table
)

// Forms lists every form of an export, the readable ones first.
func Forms() []Form {
	return []Form{PDF, DOCX, Markdown, HTML, Text, JSON, CSV, MarkdownFolder, CSVFolder}
}

// PackForms lists the forms of an evidence pack.
func PackForms() []Form { return []Form{PDF, DOCX, Markdown, HTML, Text} }

// IsFolder tells whether the form is a folder of files.
func (f Form) IsFolder() bool { return f == MarkdownFolder || f == CSVFolder }

// IsDocument tells whether the form is one to be read from top to bottom.
func (f Form) IsDocument() bool {
	return f == Markdown || f == HTML || f == PDF || f == DOCX || f == Text
}

// HasFiles tells whether attached files go out beside the form.
func (f Form) HasFiles() bool { return f == JSON || f == MarkdownFolder }

// entriesOnly tells whether the form holds nothing but entries.
func (f Form) entriesOnly() bool { return f != JSON && f != MarkdownFolder }

// Ending is how the name of a file of the form ends, with the dot; a folder
// has none.
func (f Form) Ending() string {
	if f.IsFolder() {
		return ""
	}
	return "." + string(f)
}

// FormOf reads the form from where something is to be written, and from what
// was asked for besides ("" for nothing): the ending of a file's name says it,
// or as does; a folder, which is one that is there or a path with a separator
// at the end, takes markdown or csv. What cannot be written is an ErrInvalid.
func FormOf(path, as string) (Form, error) {
	if path == "-" {
		return "", refused("An export goes into a file, not to the standard output: name the file.")
	}
	as = strings.ToLower(as)
	if isFolder(path) {
		switch as {
		case "markdown", "md", string(MarkdownFolder):
			return MarkdownFolder, nil
		case "csv", string(CSVFolder):
			return CSVFolder, nil
		}
		return "", refused("%s is a folder: that can be markdown or csv.", path)
	}
	name := as
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	}
	switch f := Form(name); f {
	case MarkdownFolder, CSVFolder, Markdown, HTML, PDF, DOCX, Text, JSON, CSV:
		return f, nil
	case "markdown":
		return Markdown, nil
	case "text":
		return Text, nil
	case "htm":
		return HTML, nil
	}
	return "", refused("%q is no form that can be written. Use one of: md, html, pdf, docx, txt, json, csv; or a folder.", name)
}

// isFolder tells whether a path means a folder.
func isFolder(path string) bool {
	if strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// refused is a sentence for the user, and an ErrInvalid.
func refused(format string, args ...any) error {
	return &journal.Invalid{Field: "path", Problem: fmt.Sprintf(format, args...)}
}
