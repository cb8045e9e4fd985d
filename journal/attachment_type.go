package journal

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// headLength is how much of a file's beginning tells its type, in bytes.
const headLength = 4 << 10

// unknownType is the media type of a file that nothing is known of (RFC 2046,
// 4.5.1).
const unknownType = "application/octet-stream"

// fileType gives the media type of a file, from how it begins where that
// tells. A name is believed only where the content could be what it says.
func fileType(name string, head []byte) string {
	named := typeByEnding(name)
	seen := typeByContent(head)
	switch {
	case seen == "application/zip" && zipped(named):
		return named // office documents of Microsoft are zip archives
	case seen == "text/plain" && textual(named):
		return named
	case seen != "":
		return seen
	case named == "" || zipped(named) || textual(named) || pictureType(named) || named == "application/pdf":
		return unknownType // its content would have told
	}
	return named
}

// typeByContent knows the files that tell what they are by how they begin.
func typeByContent(head []byte) string {
	begins := func(with string) bool { return bytes.HasPrefix(head, []byte(with)) }
	switch {
	case begins("\x89PNG\r\n\x1a\n"): // ISO/IEC 15948, 5.2
		return "image/png"
	case begins("\xff\xd8\xff"): // ISO/IEC 10918-1, B.1.1.3
		return "image/jpeg"
	case begins("GIF87a"), begins("GIF89a"):
		return "image/gif"
	case begins("RIFF") && len(head) >= 12 && string(head[8:12]) == "WEBP": // RFC 9649, 2.4
		return "image/webp"
	case begins("%PDF-"): // ISO 32000-1, 7.5.2
		return "application/pdf"
	case begins("PK\x03\x04"): // APPNOTE.TXT, 4.3.7
		return zipType(head)
	case plainText(head):
		return "text/plain"
	}
	return ""
}

// zipType tells OpenDocument and EPUB files, which begin with a member that
// holds their type, from other archives (OpenDocument 1.3, part 2, 3.3).
func zipType(head []byte) string {
	const member = "mimetype"
	const at = 30 // the length of a member's header up to its name
	if len(head) < at+len(member) || string(head[at:at+len(member)]) != member {
		return "application/zip"
	}
	text, _, found := bytes.Cut(head[at+len(member):], []byte("PK"))
	if !found || len(text) > 100 || !bytes.HasPrefix(text, []byte("application/")) || !plainText(text) {
		return "application/zip"
	}
	return string(text)
}

// plainText tells whether the beginning of a file is text. It may end within a
// letter.
func plainText(head []byte) bool {
	whole := head
	for len(head) == headLength && len(head)-len(whole) < utf8.UTFMax-1 && !utf8.Valid(whole) {
		whole = whole[:len(whole)-1]
	}
	return utf8.Valid(whole) && !bytes.ContainsFunc(whole, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f'
	})
}

// pictureType tells whether files of the type are pictures that the window can
// show.
func pictureType(t string) bool {
	return t == "image/png" || t == "image/jpeg" || t == "image/gif" || t == "image/webp"
}

// zipped tells whether files of the type are zip archives.
func zipped(t string) bool {
	return t == "application/zip" || t == "application/epub+zip" ||
		strings.HasPrefix(t, "application/vnd.openxmlformats-") || strings.HasPrefix(t, "application/vnd.oasis.")
}

// textual tells whether files of the type are text.
func textual(t string) bool {
	switch t {
	case "application/json", "application/rtf", "application/xml", "application/yaml", "image/svg+xml", "message/rfc822":
		return true
	}
	return strings.HasPrefix(t, "text/")
}

// typeByEnding knows the files that people attach, by the ending of their name
// (IANA, "Media Types"); the empty type stands for all others. It asks nothing
// of the system, so that the same file has the same type everywhere.
func typeByEnding(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg", ".jpe", ".jfif":
		return "image/jpeg"
	case ".gif":
		return "image/gif"
	case ".webp":
		return "image/webp"
	case ".svg":
		return "image/svg+xml"
	case ".heic":
		return "image/heic"
	case ".tif", ".tiff":
		return "image/tiff"
	case ".bmp":
		return "image/bmp"
	case ".pdf":
		return "application/pdf"
	case ".txt", ".text", ".log":
		return "text/plain"
	case ".md", ".markdown":
		return "text/markdown"
	case ".csv":
		return "text/csv"
	case ".htm", ".html":
		return "text/html"
	case ".ics":
		return "text/calendar"
	case ".vcf":
		return "text/vcard"
	case ".json":
		return "application/json"
	case ".xml":
		return "application/xml"
	case ".yaml", ".yml":
		return "application/yaml"
	case ".rtf":
		return "application/rtf"
	case ".eml":
		return "message/rfc822"
	}
	return documentByEnding(name)
}

// documentByEnding knows office documents, archives, sounds and films.
func documentByEnding(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".doc":
		return "application/msword"
	case ".xls":
		return "application/vnd.ms-excel"
	case ".ppt":
		return "application/vnd.ms-powerpoint"
	case ".msg":
		return "application/vnd.ms-outlook"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".pptx":
		return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	case ".odt":
		return "application/vnd.oasis.opendocument.text"
	case ".ods":
		return "application/vnd.oasis.opendocument.spreadsheet"
	case ".odp":
		return "application/vnd.oasis.opendocument.presentation"
	case ".odg":
		return "application/vnd.oasis.opendocument.graphics"
	case ".epub":
		return "application/epub+zip"
	case ".zip":
		return "application/zip"
	case ".gz":
		return "application/gzip"
	case ".tar":
		return "application/x-tar"
	case ".7z":
		return "application/x-7z-compressed"
	case ".mp3":
		return "audio/mpeg"
	case ".m4a":
		return "audio/mp4"
	case ".ogg":
		return "audio/ogg"
	case ".wav":
		return "audio/wav"
	case ".mp4", ".m4v":
		return "video/mp4"
	case ".mov":
		return "video/quicktime"
	case ".webm":
		return "video/webm"
	}
	return ""
}
