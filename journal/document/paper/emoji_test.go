package paper_test

import (
	"testing"

	. "groundwork/journal/document/paper"
	"groundwork/ui/look"
)

func TestGivenAText_WhenItIsSet_ThenTheFaceOfEmojiIsReadOnlyForAnEmojiAndOnlyOnce(t *testing.T) {
	read := 0
	text, label := look.ReadingFaces(), look.LabelFaces()
	p, err := NewPress(Faces{
		Serif: text[0].Bytes, SerifBold: text[1].Bytes, SerifItalic: text[2].Bytes, SerifBoldItalic: text[3].Bytes,
		Sans: label[0].Bytes, SansBold: label[1].Bytes, SansItalic: label[2].Bytes, SansBoldItalic: label[3].Bytes,
		Mono: look.CodeFace().Bytes, Emoji: func() []byte { read++; return look.EmojiFile() },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		text string
		want int
	}{{"Plain 1 é 2ñ Привет 3 中文 עברית", 0}, {"Well done 😀", 1}, {"And 1️⃣ ❤️ again", 1}} {
		if _, err := p.Set(t.Context(), one(step.text), Options{}); err != nil {
			t.Fatal(err)
		}
		if read != step.want {
			t.Errorf("after %q the face was read %d times, want %d", step.text, read, step.want)
		}
	}
}

func TestGivenAFaceOfEmojiThatCannotBeRead_WhenAnEmojiIsSet_ThenThePageIsMadeWithoutIt(t *testing.T) {
	text := look.ReadingFaces()
	p, err := NewPress(Faces{
		Serif: text[0].Bytes, SerifBold: text[1].Bytes, SerifItalic: text[2].Bytes, SerifBoldItalic: text[3].Bytes,
		Sans: text[0].Bytes, SansBold: text[1].Bytes, SansItalic: text[2].Bytes, SansBoldItalic: text[3].Bytes,
		Mono: look.CodeFace().Bytes, Emoji: func() []byte { return []byte("no font") },
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Set(t.Context(), one("Well done 😀"), Options{}); err != nil {
		t.Error(err)
	}
}
