package exchange

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// readText reads a text file of at most so many bytes, whatever its encoding:
// UTF-8 with or without a byte order mark, UTF-16 with one, and else Windows-1252,
// which is what a spreadsheet writes in Western Europe. note says in a sentence
// where the encoding was guessed. What is no text is an ErrInvalid.
func readText(r io.Reader, limit int) (text, note string, err error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return "", "", fmt.Errorf("read a text file: %w", err)
	}
	switch {
	case len(data) > limit:
		return "", "", wrong("This file is larger than %d MB.", limit>>20)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return "", "", wrong("This is a spreadsheet, not a table of text. Save it as CSV and choose that file.")
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text = fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text = fromUTF16(data[2:], binary.BigEndian)
	case utf8.Valid(data):
		text = strings.TrimPrefix(string(data), "\ufeff")
	default:
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", fmt.Errorf("read a text file: %w", err)
		}
		text, note = string(decoded), "This file is not in UTF-8, so it was read as Western European text. Look at the accents."
	}
	if strings.ContainsRune(text, 0) {
		return "", "", wrong("This file is not text. Save the table as CSV in UTF-8 and choose that file.")
	}
	return text, note, nil
}

// fromUTF16 decodes UTF-16; what is broken becomes U+FFFD.
func fromUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) > 1; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return string(utf16.Decode(units))
}
