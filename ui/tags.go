package ui

import (
	"context"
	"slices"
	"strings"

	"groundwork/journal"
)

// readTags asks for the tags of the journal, for what is offered while typing
// one.
func (t *today) readTags() {
	task(t.w, "read the tags", func(ctx context.Context) ([]journal.TagCount, error) {
		return t.w.journal.Read().Tags(ctx)
	}, func(tags []journal.TagCount) {
		t.known = tags
		t.tags.Suggested()
	})
}

// suggestTags offers the tags that begin with what is typed, or one of whose
// words does, the most used first.
func (t *today) suggestTags(prefix string) []string {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	var found []journal.TagCount
	for _, tag := range t.known {
		name := strings.ToLower(tag.Tag)
		if prefix != "" && (strings.HasPrefix(name, prefix) || strings.Contains(name, " "+prefix) || strings.Contains(name, "/"+prefix)) {
			found = append(found, tag)
		}
	}
	slices.SortStableFunc(found, func(a, b journal.TagCount) int { return b.Count - a.Count })
	names := make([]string, len(found))
	for i, tag := range found {
		names[i] = tag.Tag
	}
	return names
}
