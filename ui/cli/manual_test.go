package cli

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNoTextOfAManualPageIsARequest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune(".'\\-\nab \""))).Draw(t, "text")
		var page roff
		page.text(text)
		lines := strings.Split(strings.TrimSuffix(page.String(), "\n"), "\n")
		if len(lines) != len(strings.Split(text, "\n")) {
			t.Fatalf("%q has other lines as roff: %q", text, lines)
		}
		for i, line := range lines {
			if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
				t.Fatalf("%q is a request: %q", text, line)
			}
			lines[i] = strings.TrimPrefix(line, `\&`)
		}
		if back := strings.NewReplacer(`\e`, `\`, `\-`, "-").Replace(strings.Join(lines, "\n")); back != text {
			t.Fatalf("%q reads as %q", text, back)
		}
	})
}
