package journal

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
)

// SettingPromptsOfDay is the setting in which package prompts keeps which
// questions it asked today, so that they stay the same all day.
const SettingPromptsOfDay = "promptsOfDay"

// SettingPromptsLeftOut is the setting with the keys of the documents that no
// question is drawn from, with commas between; OwnPrompts stands for the user's
// own. What is not named is drawn from, so that a document of a later version
// is.
const SettingPromptsLeftOut = "promptsLeftOut"

// OwnPrompts stands for the user's own questions in SettingPromptsLeftOut.
const OwnPrompts = "own"

// PromptsLeftOut gives the documents that no question is drawn from, by the
// journal's settings.
func PromptsLeftOut(settings map[string]string) []string {
	return strings.FieldsFunc(settings[SettingPromptsLeftOut], func(r rune) bool { return r == ',' })
}

// PromptShown records that a question was shown on the day, together with the
// new value of SettingPromptsOfDay. It rings no bell: nothing that a page
// shows has moved.
func (j *Journal) PromptShown(ctx context.Context, key string, day Day, ofDay string) error {
	if err := checkPromptKey(key); err != nil {
		return fmt.Errorf("record a question: %w", err)
	}
	err := j.store.Apply(ctx, Changes{
		At:       j.now(),
		Shown:    map[string]Day{key: day},
		Settings: map[string]string{SettingPromptsOfDay: ofDay},
	})
	if err != nil {
		return fmt.Errorf("record a question: %w", err)
	}
	return nil
}

// DismissPrompt notes in the plan that the user said "Not for me" to the
// question with this key.
func (j *Journal) DismissPrompt(ctx context.Context, key string) error {
	err := j.changeDismissed(ctx, key, func(keys []string) []string {
		if slices.Contains(keys, key) {
			return keys
		}
		return append(slices.Clone(keys), key)
	})
	if err != nil {
		return fmt.Errorf("set a question aside: %w", err)
	}
	return nil
}

// RestorePrompt takes a "Not for me" back.
func (j *Journal) RestorePrompt(ctx context.Context, key string) error {
	err := j.changeDismissed(ctx, key, func(keys []string) []string {
		return slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return k == key })
	})
	if err != nil {
		return fmt.Errorf("bring a question back: %w", err)
	}
	return nil
}

// changeDismissed writes the plan with other dismissed questions, unless they
// are the same as before.
func (j *Journal) changeDismissed(ctx context.Context, key string, change func([]string) []string) error {
	if err := checkPromptKey(key); err != nil {
		return err
	}
	j.planning.Lock()
	defer j.planning.Unlock()
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return err
	}
	keys := change(plan.DismissedPrompts)
	if slices.Equal(keys, plan.DismissedPrompts) {
		return nil
	}
	plan.DismissedPrompts = keys
	if err := j.store.Apply(ctx, Changes{At: j.now(), Plan: &plan}); err != nil {
		return err
	}
	j.bell.ring(Change{Kind: PromptsChanged})
	return nil
}

func checkPromptKey(key string) error {
	c := checker{}
	c.text("prompt.key", key)
	if strings.TrimSpace(key) == "" {
		c.fail("prompt.key", "A question needs a key.")
	}
	return c.err
}

// PromptSeed gives the number that makes this journal's questions come in an
// order of its own. It is made at random the first time and then kept.
func (j *Journal) PromptSeed(ctx context.Context) (uint64, error) {
	text, err := j.Setting(ctx, SettingSeed)
	if err != nil {
		return 0, err
	}
	if text == "" {
		text = string(j.newID())
		if err := j.SetSetting(ctx, SettingSeed, text); err != nil {
			return 0, err
		}
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(text)) // a hash never fails to write
	return h.Sum64(), nil
}
