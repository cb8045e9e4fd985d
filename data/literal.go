package data

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// writeSQL writes a statement with its arguments in their places, as the
// sqlite3 shell reads it.
func writeSQL(w *bufio.Writer, s statement) error {
	next := 0 // the number of the last argument that was used
	for text := s.sql; text != ""; {
		plain := placeholder(text)
		_, _ = w.WriteString(text[:plain]) // the writer keeps its first error
		if text = text[plain:]; text == "" {
			break
		}
		digits := 1
		for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
			digits++
		}
		number := next + 1
		if digits > 1 {
			number, _ = strconv.Atoi(text[1:digits])
		}
		next = max(next, number)
		if number < 1 || number > len(s.args) {
			return fmt.Errorf("a statement has %d arguments and asks for number %d", len(s.args), number)
		}
		written, err := valueLiteral(s.args[number-1])
		if err != nil {
			return err
		}
		_, _ = w.WriteString(written)
		text = text[digits:]
	}
	_, err := w.WriteString(";\n")
	return err
}

// placeholder finds the next question mark that stands for an argument: not in
// a quoted text or name. The statements are ours and have no comments.
func placeholder(text string) int {
	quoted := byte(0)
	for i := range len(text) {
		switch c := text[i]; {
		case quoted != 0:
			if c == quoted {
				quoted = 0
			}
		case c == '\'' || c == '"':
			quoted = c
		case c == '?':
			return i
		}
	}
	return len(text)
}

// valueLiteral writes a value as SQL has it.
func valueLiteral(value any) (string, error) {
	switch v := value.(type) {
	case nil:
		return "NULL", nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	case float64:
		return floatLiteral(v), nil
	case string:
		return textLiteral(v), nil
	}
	return "", fmt.Errorf("a %T cannot be an argument of a statement", value)
}

// floatLiteral writes a number that is read as the same one. SQLite takes what
// is beyond all numbers for infinite, and what is no number for NULL.
func floatLiteral(v float64) string {
	switch {
	case math.IsNaN(v):
		return "NULL"
	case math.IsInf(v, 1):
		return "9e999"
	case math.IsInf(v, -1):
		return "-9e999"
	}
	text := strconv.FormatFloat(v, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

// textLiteral writes a text. The shell changes line ends and stops at NUL, so
// a text with such characters is written in hexadecimal.
func textLiteral(v string) string {
	if !utf8.ValidString(v) || strings.ContainsAny(v, "\x00\r\x1a") {
		return "CAST(X'" + hex.EncodeToString([]byte(v)) + "' AS TEXT)"
	}
	return "'" + strings.ReplaceAll(v, "'", "''") + "'"
}
