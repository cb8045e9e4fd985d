package journal

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestAPassphraseIsTheSameComposedOrNot(t *testing.T) {
	if a, b := NormalPassphrase("Caf\u00e9 \U0001f511"), NormalPassphrase("Cafe\u0301 \U0001f511"); a != b {
		t.Errorf("%q and %q", a, b)
	}
}

func TestOneNewlineAtTheEndOfAFileIsNoPartOfThePassphrase(t *testing.T) {
	for file, want := range map[string]string{
		"a b": "a b", "a b\n": "a b", "a b\r\n": "a b", "a b\n\n": "a b\n", " a b ": " a b ", "": "", "\n": "", "e\u0301\n": "\u00e9",
	} {
		if got := ReadPassphrase([]byte(file)); got != want {
			t.Errorf("%q is the passphrase %q, not %q", file, got, want)
		}
	}
}

func TestPassphrasesAreJudgedByLengthAndWhatOthersUse(t *testing.T) {
	for text, want := range map[string]PassphraseStrength{
		"": NoPassphrase, "x": WeakPassphrase, "zqf7w": WeakPassphrase,
		"password": WeakPassphrase, "P@ssw0rd1234": WeakPassphrase, "passwordpassword": WeakPassphrase, "Summer2026!": WeakPassphrase,
		"qwertyuiop": WeakPassphrase, "aaaaaaaaaaaaaaaaaaaa": WeakPassphrase, "1234567890": WeakPassphrase, "9876543210abcdef": WeakPassphrase,
		"Iloveyou michael 1987": WeakPassphrase, "groundwork": WeakPassphrase,
		"vk3#rmWx": FairPassphrase, "kohlrabi77": FairPassphrase,
		"correct horse battery staple": StrongPassphrase, "vk3#rmWx9!qLt2": StrongPassphrase, "дождь над старым мостом": StrongPassphrase,
		strings.Repeat("ein langer Satz, ", 12): StrongPassphrase,
	} {
		got, advice := JudgePassphrase(text)
		if got != want {
			t.Errorf("%q is %d, not %d (worth %d)", text, got, want, passphraseWorth(text))
		}
		if (advice == "") != (got == NoPassphrase || got == StrongPassphrase) {
			t.Errorf("%q: the advice is %q", text, advice)
		}
	}
}

func TestNoPassphraseIsWorthMoreThanItsLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if worth := passphraseWorth(text); worth > utf8.RuneCountInString(text) || worth < 0 {
			t.Fatalf("%q is worth %d", text, worth)
		}
	})
}
