//go:build e2e

package e2e_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scripts are texts that a program easily changes on the way.
var scripts = strings.Join([]string{
	"emoji: 😀 👩‍💻 🇺🇦 ❤️",
	"Cyrillic: Добрый день, съешь ещё этих мягких французских булок",
	"accents, composed: déjà vu, Škoda, naïve",
	"accents, decomposed: de\u0301ja\u0300 vu, S\u030ckoda, nai\u0308ve",
	"Chinese: 今天我主持了会议。",
	"Hebrew: היום ניהלתי את הישיבה (ראשונה)",
	"spaces: a\u00a0b\u2009c\u200bd",
}, "\n")

func TestPastedTextOfAnyScriptIsStoredByteForByte(t *testing.T) {
	s := sit(t)
	w := s.open()
	check(t, w.Paste(scripts))
	s.eventuallyOne()
	if diff := cmp.Diff([]string{scripts}, bodies(s.entries())); diff != "" {
		t.Errorf("the journal differs (-pasted +stored):\n%s", diff)
	}
}

func TestPastedTextOfAnyScriptIsFoundAgainInTheWindow(t *testing.T) {
	s := sit(t)
	s.add(scripts)
	w := s.open()
	if diff := cmp.Diff(scripts, w.copied()); diff != "" {
		t.Errorf("the window differs (-stored +copied):\n%s", diff)
	}
}
