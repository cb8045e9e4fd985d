package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"groundwork/e2e"
)

// scene is something there is to see, and how the keyboard leads to it from the
// one before.
type scene struct {
	name string
	keys []string
	text string // typed then
}

// scenes are the pages, and what opens over them, in the order of the visit.
func scenes() []scene {
	all := []scene{
		{name: "today", keys: []string{"ctrl+1"}},
		{name: "today-written", keys: []string{"ctrl+Prior"}},
		{name: "history", keys: []string{"ctrl+shift+y"}},
		{name: "new-moment", keys: []string{"ctrl+shift+2", "ctrl+period"}},
		{name: "new-feedback", keys: []string{"ctrl+shift+3"}},
		{name: "new-application", keys: []string{"ctrl+shift+4"}},
		{name: "timeline", keys: []string{"ctrl+2"}},
		{name: "evidence", keys: []string{"ctrl+3"}},
		{name: "evidence-entries", keys: []string{"Return"}},
		{name: "pack", keys: []string{"ctrl+e"}},
		{name: "feedback", keys: []string{"ctrl+4"}},
		{name: "feedback-piece", keys: []string{"Return"}},
		{name: "applications", keys: []string{"ctrl+5"}},
		{name: "applications-open", keys: []string{"Return"}},
		{name: "growth-purpose", keys: []string{"ctrl+6", "Home", "Return"}},
	}
	for _, tab := range []string{"steps", "accelerators", "goals", "ready"} {
		all = append(all, scene{name: "growth-" + tab, keys: []string{"Right", "Return"}})
	}
	all = append(all,
		scene{name: "people", keys: []string{"ctrl+7"}},
		scene{name: "people-somebody", keys: []string{"Return"}},
		scene{name: "library", keys: []string{"ctrl+8"}},
		scene{name: "library-list", keys: []string{"Down", "Return"}},
		scene{name: "catch-up", keys: []string{"ctrl+u"}},
		scene{name: "look-back", keys: []string{"ctrl+shift+b"}},
		scene{name: "search", keys: []string{"ctrl+f"}, text: "team"},
		scene{name: "export", keys: []string{"ctrl+shift+e"}},
		scene{name: "trash", keys: []string{"ctrl+d"}},
		scene{name: "preferences", keys: []string{"ctrl+comma"}},
	)
	sections := []string{"appearance", "writing", "questions", "dates", "protection", "backups", "history", "journals"}
	for i, section := range sections {
		keys := append([]string{"ctrl+comma"}, slices.Repeat([]string{"Up"}, len(sections))...) // from wherever it was
		keys = append(keys, slices.Repeat([]string{"Down"}, i)...)
		all = append(all, scene{name: "preferences-" + section, keys: append(keys, "Return")})
	}
	for _, over := range [][2]string{
		{"quick-open", "ctrl+k"}, {"shortcuts", "ctrl+slash"}, {"go-to-date", "ctrl+g"}, {"tags", "ctrl+shift+t"}, {"sort", "ctrl+shift+s"},
	} {
		all = append(all, scene{name: over[0], keys: []string{"Escape", over[1]}})
	}
	return all
}

// play goes to what there is to see and takes a picture of it.
func (s scene) play(w *e2e.Window, file string) error {
	for i, key := range s.keys {
		if err := w.Keys(key); err != nil {
			return err
		}
		if i == 0 && len(s.keys) > 1 { // the keyboard is there once the page is
			if err := w.Steady(); err != nil {
				return err
			}
		}
	}
	if s.text != "" {
		if err := w.Type(s.text); err != nil {
			return err
		}
	}
	if err := w.Steady(); err != nil {
		return err
	}
	picture, err := w.Picture()
	if err != nil {
		return err
	}
	return picture.Save(file)
}

// writeIndex writes the page that shows each scene in all outfits.
func writeIndex(all []outfit) error {
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><title>How Groundwork looks</title><style>img{height:360px;margin:4px;border:1px solid #999}</style>\n")
	for _, s := range scenes() {
		fmt.Fprintf(&page, "<h2>%s</h2>\n", html.EscapeString(s.name))
		for _, o := range all {
			file := filepath.Join(o.name(), s.name+".png")
			if _, err := os.Stat(filepath.Join(place, file)); err == nil {
				fmt.Fprintf(&page, "<a href=%q><img src=%[1]q alt=%q title=%[2]q loading=lazy></a>\n", file, o.name())
			}
		}
	}
	return os.WriteFile(filepath.Join(place, "index.html"), []byte(page.String()), 0o644)
}
