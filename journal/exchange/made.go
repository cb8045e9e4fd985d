package exchange

import (
	"path"
	"slices"
)

// OfMarkdownFolder tells whether what has that name could be of a Markdown
// folder, and whether it is the file by which such a folder is known. Who
// replaces a folder asks, so that nothing else is lost.
func OfMarkdownFolder(name string, isFolder bool) (could, sure bool) {
	if isFolder {
		return name == AttachmentsFolder, false
	}
	return name == restFile || path.Ext(name) == ".md", name == restFile
}

// OfTables tells whether a file of that name is one that WriteTables writes.
func OfTables(name string) bool {
	return slices.Contains([]string{"entries.csv", "feedback.csv", "applications.csv", "stages.csv", "evidence.csv"}, name)
}
