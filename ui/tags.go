package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

// How high the tags may stand before they scroll: five rows, or two where the page
// is low. However many there are, the text keeps its room.
const (
	mostTags float32 = 172
	fewTags  float32 = 64
)

func (t *today) mostTags() float32 {
	if t.room.Size().Height < tightBelow {
		return fewTags
	}
	return mostTags
}

// revealTag brings the tag into sight that the keyboard came to.
func (t *today) revealTag() {
	if at, ok := t.w.win.Canvas().Focused().(fyne.CanvasObject); ok {
		t.tagRoom.Reveal(at)
	}
}

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
