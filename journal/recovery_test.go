package journal

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func newRecoveryKey(t testing.TB) RecoveryKey {
	t.Helper()
	key, err := NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestARecoveryKeyIsReadHoweverItIsTyped(t *testing.T) {
	key := newRecoveryKey(t)
	groups := strings.Join(key.Groups(), " ")
	for _, typed := range []string{
		string(key), strings.ToLower(string(key)), groups, strings.ToLower(groups), strings.ReplaceAll(groups, " ", "-"),
		"  " + strings.ReplaceAll(groups, " ", "\n") + "\n", strings.ReplaceAll(groups, "0", "O"), strings.ReplaceAll(groups, "L", "1"),
		"AGE-SECRET-KEY-1 " + groups,
	} {
		if got, err := ReadRecoveryKey(typed); err != nil || got != key {
			t.Errorf("%q reads as %q, %v", typed, got, err)
		}
	}
}

func TestOneSlipInARecoveryKeyIsPutRight(t *testing.T) {
	key := newRecoveryKey(t)
	rapid.Check(t, func(t *rapid.T) {
		text := []byte(key)
		at := rapid.IntRange(len(recoveryHead), len(text)-2).Draw(t, "at")
		if rapid.Bool().Draw(t, "swap") {
			text[at], text[at+1] = text[at+1], text[at]
		} else {
			text[at] = rapid.SampledFrom([]byte("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L?")).Draw(t, "letter")
		}
		if got, err := ReadRecoveryKey(string(text)); err != nil || got != key {
			t.Fatalf("%s reads as %s, %v", text, got, err)
		}
	})
}

func TestMoreSlipsInARecoveryKeyAreRefused(t *testing.T) {
	key := newRecoveryKey(t)
	twice := []byte(key)
	for _, at := range []int{20, 40} {
		twice[at] = map[bool]byte{true: 'Q', false: 'P'}[twice[at] == 'P']
	}
	for name, typed := range map[string]string{
		"two wrong letters": string(twice), "a letter is missing": string(key[:50] + key[51:]), "nothing": "", "something else": "correct horse",
		"one letter more": string(key) + "Q",
	} {
		if got, err := ReadRecoveryKey(typed); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestTwoRecoveryKeysDiffer(t *testing.T) {
	a, b := newRecoveryKey(t), newRecoveryKey(t)
	if a == b || slices.Equal(a.Groups(), b.Groups()) {
		t.Errorf("%s twice", a)
	}
}

func TestGroupsThatAreAskedBackStandOnTheSheetWhereItIsSaid(t *testing.T) {
	asked := map[SheetGroup]bool{}
	key := newRecoveryKey(t)
	for range 60 {
		groups, err := key.AskBack(3)
		if err != nil || len(groups) != 3 {
			t.Fatalf("it asks for %v, %v", groups, err)
		}
		for i, g := range groups {
			asked[g] = true
			if got := key.Lines()[g.Line-1][g.Place-1]; got != g.letters || len(got) != recoveryGroup {
				t.Errorf("line %d, group %d is %s and not %s", g.Line, g.Place, got, g.letters)
			}
			if i > 0 && (g.Line < groups[i-1].Line || g.Line == groups[i-1].Line && g.Place <= groups[i-1].Place) {
				t.Errorf("it asks for %v", groups)
			}
		}
	}
	if len(asked) < 10 {
		t.Errorf("in sixty times it asks for %d groups", len(asked))
	}
}

func TestAGroupIsTakenHoweverItIsTypedAndNoOtherOne(t *testing.T) {
	g := SheetGroup{1, 1, "0L8Q"}
	for _, typed := range []string{"0L8Q", "0l8q", " 0 l 8 q ", "O18Q", "oibq", "0L-8Q"} {
		if !g.Is(typed) {
			t.Errorf("%q is not taken", typed)
		}
	}
	for _, typed := range []string{"", "0L8", "0L8QQ", "0L8P", "L08Q"} {
		if g.Is(typed) {
			t.Errorf("%q is taken", typed)
		}
	}
}

func FuzzReadRecoveryKey(f *testing.F) {
	f.Add("AGE-SECRET-KEY-1" + strings.Repeat("Q", recoveryLetters))
	f.Add("184J MZMV")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, typed string) {
		key, err := ReadRecoveryKey(typed)
		if err != nil {
			return
		}
		if again, err := ReadRecoveryKey(string(key)); err != nil || again != key {
			t.Errorf("%q reads as %q, and that as %q, %v", typed, key, again, err)
		}
	})
}
