package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// newSecretField is a field for a passphrase or a recovery key, of which dots
// are seen. Enter does what enter says.
func newSecretField(enter func()) *parts.SecretField {
	f := parts.NewSecretField(lang.L("Show what is typed"), lang.L("Hide what is typed"))
	f.Editor.OnEnter = enter
	f.Editor.OnEdited = func(string) { f.SetProblem("") }
	return f
}

// under puts a field under its label.
func under(label string, f fyne.CanvasObject) fyne.CanvasObject {
	return parts.Down(look.Space4, parts.NewText(label, parts.TypeCaption), f)
}

// newPassphrase asks for a new passphrase twice and says how well it protects.
// That is advice: any passphrase may be used once its advice was seen.
type newPassphrase struct {
	content      fyne.CanvasObject
	first, again *parts.SecretField
	moved        func() // is called when the fields may be higher
	seen         string // the weak one whose advice was answered
}

// newNewPassphrase makes the two fields. Moved is called when they may need
// more room, and enter when all is typed.
func newNewPassphrase(moved, enter func()) *newPassphrase {
	n := &newPassphrase{moved: moved, first: newSecretField(nil), again: newSecretField(enter)}
	n.first.Editor.OnEnter = n.goAgain
	n.first.Editor.OnEdited = n.judge
	n.content = parts.Down(look.Space12, under(lang.L("New passphrase"), n.first), under(lang.L("Once more"), n.again))
	return n
}

// goAgain brings the keyboard to the second field.
func (n *newPassphrase) goAgain() { n.again.Tapped(nil) }

// judge says how well the passphrase protects that is being typed.
func (n *newPassphrase) judge(typed string) {
	n.first.SetProblem("")
	n.again.SetNote("", false)
	strength, advice := journal.JudgePassphrase(typed)
	n.first.SetNote(passphraseWords(strength, advice), strength == journal.WeakPassphrase)
	n.moved()
}

// passphraseWords say how well a passphrase protects, with the advice.
func passphraseWords(s journal.PassphraseStrength, advice string) string {
	words := ""
	switch s {
	case journal.NoPassphrase:
		return ""
	case journal.WeakPassphrase:
		words = lang.L("Weak: it can be found by trying.")
	case journal.FairPassphrase:
		words = lang.L("Fair: it takes somebody who wants just this journal.")
	case journal.StrongPassphrase:
		words = lang.L("Strong.")
	}
	if advice == "" {
		return words
	}
	return join(words, told(advice))
}

// done tells whether there is a passphrase, typed twice the same, and says what
// is missing.
func (n *newPassphrase) done() bool {
	typed := n.text()
	strength, _ := journal.JudgePassphrase(typed)
	switch {
	case typed == "":
		n.first.SetProblem(lang.L("Type a passphrase."))
	case journal.NormalPassphrase(n.again.Editor.Text) == "":
		n.again.SetProblem(lang.L("Type it once more, so that no slip locks you out."))
		n.goAgain()
	case journal.NormalPassphrase(n.again.Editor.Text) != typed:
		n.again.SetProblem(lang.L("This is not the same as above."))
	case strength == journal.WeakPassphrase && n.seen != typed:
		n.seen = typed
		n.again.SetNote(lang.L("It is weak, as it says above. Go on if you want it all the same."), true)
	default:
		return true
	}
	return false
}

// text is the passphrase in the form in which it is used.
func (n *newPassphrase) text() string { return journal.NormalPassphrase(n.first.Editor.Text) }
