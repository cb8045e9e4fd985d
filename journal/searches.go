package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// SettingSearches keeps what was searched for lately: the writer's own words,
// so they lie in the journal. Its value is a JSON list, the latest first.
const SettingSearches = "searches"

// mostSearches is how many searches are remembered, and longestSearch how long
// one may be, in bytes.
const (
	mostSearches  = 10
	longestSearch = 1000
)

// Searches tells what was searched for lately, the latest first.
func (j *Journal) Searches(ctx context.Context) ([]string, error) {
	value, err := j.Setting(ctx, SettingSearches)
	if err != nil || value == "" {
		return nil, err
	}
	var all []string
	if json.Unmarshal([]byte(value), &all) != nil {
		return nil, nil // another program's: the next search begins a new list
	}
	return all, nil
}

// KeepSearch remembers a search as the latest, and forgets the oldest one past
// ten. One that goes on from the latest replaces it.
func (j *Journal) KeepSearch(ctx context.Context, text string) error {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > longestSearch {
		return nil
	}
	all, err := j.Searches(ctx)
	if err != nil {
		return fmt.Errorf("keep a search: %w", err)
	}
	if len(all) > 0 && all[0] == text {
		return nil
	}
	all = slices.DeleteFunc(all, func(each string) bool { return each == text })
	if len(all) > 0 && strings.HasPrefix(text, all[0]) {
		all = all[1:]
	}
	all = slices.Insert(all, 0, text)
	return j.setSearches(ctx, all[:min(len(all), mostSearches)])
}

// ForgetSearches forgets all that was searched for.
func (j *Journal) ForgetSearches(ctx context.Context) error { return j.setSearches(ctx, nil) }

// setSearches tells nobody: only who searches shows them, and knows.
func (j *Journal) setSearches(ctx context.Context, all []string) error {
	value := ""
	if len(all) > 0 {
		list, err := json.Marshal(all)
		if err != nil {
			return fmt.Errorf("write down the searches: %w", err)
		}
		value = string(list)
	}
	if err := j.store.Apply(ctx, Changes{At: j.now(), Settings: map[string]string{SettingSearches: value}}); err != nil {
		return fmt.Errorf("write down the searches: %w", err)
	}
	return nil
}
