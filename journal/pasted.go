package journal

import (
	"context"
	"encoding/json"
	"fmt"
)

// PastedList is a list that was pasted and is not all entries yet, with what was
// corrected in what became of it.
type PastedList struct {
	Text      string           `json:"text"`
	By        SplitBy          `json:"by,omitempty"`
	Corrected []CorrectedEntry `json:"corrected,omitempty"`
}

// CorrectedEntry is a proposal of a pasted list as the writer wants it.
type CorrectedEntry struct {
	Source       string    `json:"source"`          // what stands for it in the list
	Again        int       `json:"again,omitempty"` // how many alike stand before it
	Text         string    `json:"text"`
	Day          Day       `json:"day,omitzero"` // zero where it is not known
	Precision    Precision `json:"precision,omitempty"`
	Kind         Kind      `json:"kind"`
	Out          bool      `json:"out,omitempty"` // it is not ticked
	Expectations []ID      `json:"expectations,omitempty"`
}

// settingPasted is the setting that keeps the pasted list, as JSON.
const settingPasted = "pastedList"

// setting writes the list down; a list without text is nothing.
func (l PastedList) setting() (string, error) {
	if l.Text == "" {
		return "", nil
	}
	c := checker{}
	c.text("list", l.Text)
	if c.err != nil {
		return "", c.err
	}
	text, err := json.Marshal(l)
	return string(text), err
}

// PastedList reads the list that was pasted and is not all entries yet.
func (j *Journal) PastedList(ctx context.Context) (PastedList, error) {
	text, err := j.Setting(ctx, settingPasted)
	if err != nil || text == "" {
		return PastedList{}, err
	}
	var l PastedList
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		return PastedList{}, fmt.Errorf("%w: setting %s: %w", ErrDamaged, settingPasted, err)
	}
	return l, nil
}

// KeepPastedList writes the list down until it is all entries. It rings no
// bell: nothing that another page shows has moved.
func (j *Journal) KeepPastedList(ctx context.Context, l PastedList) error {
	text, err := l.setting()
	if err == nil {
		err = j.store.Apply(ctx, Changes{At: j.now(), Settings: map[string]string{settingPasted: text}})
	}
	if err != nil {
		return fmt.Errorf("keep a pasted list: %w", err)
	}
	return nil
}
