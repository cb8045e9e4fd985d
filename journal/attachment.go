package journal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxFile is the largest file that can be attached, in bytes: 50 MB.
const MaxFile = 50 << 20

// MaxFileName is the longest name of an attachment, in letters.
const MaxFileName = 200

// TooLargeFile is the ErrInvalid of a file that is larger than MaxFile.
func TooLargeFile() error {
	return invalid("attachments", "This file is larger than %d MB. Attach a smaller one, or add a link to where it lies.", MaxFile>>20)
}

// IsFile tells whether the attachment is a file whose content the journal
// keeps, or kept.
func (x Attachment) IsFile() bool { return x.SHA256 != "" }

// IsPicture tells whether the attachment is a file that should be a picture:
// its type says so, or its name.
func (x Attachment) IsPicture() bool {
	return x.IsFile() && (pictureType(x.Type) || pictureType(typeByEnding(x.Name)))
}

// Runs tells whether a system may run the file as a program when it is opened,
// by the ending of its name. An import may bring such a file from anywhere.
func (x Attachment) Runs() bool {
	switch strings.ToLower(path.Ext(x.Name)) {
	case ".app", ".appimage", ".bat", ".cmd", ".com", ".command", ".cpl", ".desktop", ".exe", ".hta", ".jar", ".js", ".jse",
		".lnk", ".msc", ".msi", ".pif", ".ps1", ".py", ".rb", ".reg", ".run", ".scr", ".sh", ".url", ".vb", ".vbe", ".vbs",
		".workflow", ".wsf", ".wsh":
		return true
	}
	return false
}

// Attach keeps what r gives as a file of the journal and describes it for an
// entry, in which it is to be put. Its type is read from its content where
// that tells, and from its name elsewhere. A file that is too large or cannot
// be read is an ErrInvalid.
func (j *Journal) Attach(ctx context.Context, name string, r io.Reader) (Attachment, error) {
	from := &telling{from: r}
	whole := bufio.NewReaderSize(from, headLength)
	head, _ := whole.Peek(headLength) // what goes wrong here comes again
	sum, _, err := j.store.KeepFile(ctx, whole)
	if err != nil {
		if from.err != nil && ctx.Err() == nil {
			err = fmt.Errorf("%w: %w", invalid("attachments", "This file cannot be read. See whether it is still there, and try again."), from.err)
		}
		return Attachment{}, fmt.Errorf("attach a file: %w", err)
	}
	name = FileName(name)
	return Attachment{Name: name, Type: fileType(name, head), SHA256: sum}, nil
}

// telling remembers why a file could not be read, without its path: errors are
// logged, and the name of a file is the user's.
type telling struct {
	from io.Reader
	err  error
}

// Read implements io.Reader.
func (t *telling) Read(p []byte) (int, error) {
	n, err := t.from.Read(p)
	if err == nil || errors.Is(err, io.EOF) {
		return n, err
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	t.err = err
	return n, err
}

// OpenAttachment opens the file of an attachment to be read, once all of it
// was compared with its hash. One that is missing (ErrNotFound) or altered
// (ErrDamaged) has a sentence that says so.
func (j *Journal) OpenAttachment(ctx context.Context, a Attachment) (io.ReadSeekCloser, error) {
	f, err := j.store.OpenFile(ctx, a.SHA256)
	if err != nil {
		return nil, fmt.Errorf("open an attachment: %w", sayWhy(err))
	}
	return f, nil
}

// LendAttachment gives the path of a copy of the attached file, for another
// program to open. It is gone when the journal is closed. Errors as
// OpenAttachment's.
func (j *Journal) LendAttachment(ctx context.Context, a Attachment) (path string, err error) {
	if path, err = j.store.LendFile(ctx, a.SHA256, a.Name); err != nil {
		return "", fmt.Errorf("lend an attachment: %w", sayWhy(err))
	}
	return path, nil
}

// LendPlace names a place in a private folder of this session at which
// something may be written for another program to open, such as pages to
// print. It is gone when the journal is closed.
func (j *Journal) LendPlace(ctx context.Context, name string) (path string, err error) {
	if path, err = j.store.LendPlace(ctx, name); err != nil {
		return "", fmt.Errorf("make room for a file to lend: %w", err)
	}
	return path, nil
}

// AttachmentSize tells how many bytes the attached file has, without reading
// it. One that is missing is an ErrNotFound with a sentence that says so.
func (j *Journal) AttachmentSize(ctx context.Context, a Attachment) (int64, error) {
	size, err := j.store.FileSize(ctx, a.SHA256)
	if err != nil {
		return 0, fmt.Errorf("look at an attachment: %w", sayWhy(err))
	}
	return size, nil
}

// sayWhy gives the errors of one file a sentence: what is wrong is not the
// journal.
func sayWhy(err error) error {
	switch {
	case errors.Is(err, ErrNotFound):
		return fmt.Errorf("%w: %w", invalid("attachments", "This file is missing from the journal's folder. Its name stays here; look for the file in a backup."), err)
	case errors.Is(err, ErrDamaged):
		return fmt.Errorf("%w: %w", invalid("attachments", "This file was altered in the journal's folder, so it is not opened. Look for it in a backup."), err)
	}
	return err
}

// WebLink describes a web address for an entry. It is kept as it was typed and
// never fetched; without a name it goes by its address. What is not an address
// of the web is an ErrInvalid.
func WebLink(name, address string) (Attachment, error) {
	a := Attachment{Name: strings.TrimSpace(name), URL: strings.TrimSpace(address)}
	at, err := a.WebAddress()
	if err != nil {
		return Attachment{}, err
	}
	if a.Name == "" {
		a.Name = strings.TrimSuffix(at.Host+at.Path, "/")
	}
	a.Name = cutLetters(strings.Map(plainRune, strings.ToValidUTF8(a.Name, "")), MaxFileName)
	return a, nil
}

// WebAddress gives the address of a link, or an ErrInvalid where it does not
// lead into the web: an import may have brought anything.
func (x Attachment) WebAddress() (*url.URL, error) {
	at, err := url.Parse(x.URL)
	if err != nil || !utf8.ValidString(x.URL) || at.Host == "" || at.Scheme != "http" && at.Scheme != "https" {
		return nil, invalid("attachments.url", "A link begins with https:// or http://, such as https://example.org/report.")
	}
	return at, nil
}

// FileName is a name as an attachment bears it: without folders and without
// what is not seen, such as a mark that turns the direction of writing and
// hides the ending; at most MaxFileName letters with its ending; never empty.
func FileName(name string) string {
	name = strings.ToValidUTF8(name, "_")
	if at := strings.LastIndexAny(name, `/\`); at >= 0 {
		name = name[at+1:]
	}
	name = strings.TrimSpace(strings.Map(plainRune, name))
	if name == "" {
		return "file"
	}
	ending := path.Ext(name)
	if utf8.RuneCountInString(ending) > MaxFileName/2 {
		ending = ""
	}
	return cutLetters(strings.TrimSuffix(name, ending), MaxFileName-utf8.RuneCountInString(ending)) + ending
}

// plainRune drops what is not seen in a name.
func plainRune(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	return r
}

// cutLetters keeps the first n letters.
func cutLetters(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
