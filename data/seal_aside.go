package data

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"groundwork/data/vault"
	"groundwork/journal"
)

// What was set aside because no backup holds it (a damaged journal, what was
// rescued from one, a file in the place of one) is sealed in its folder:
//
//	damaged-…/sealed/files.tar.age  all that was in it
//	damaged-…/sealed/identity.age   the keys, so that it opens anywhere,
//	damaged-…/sealed/recovery.age   also when the journal is plain again
//
// files.tar.age comes last and whole: once it is there, what lies beside
// sealed/ goes.

// asidePrefixes begin the names of what was set aside in a journal's folder.
var asidePrefixes = []string{"damaged-", "rescued-", "restored-"}

// asideFiles is the sealed tar of what was set aside.
const asideFiles = "files.tar" + sealedEnding

// sealAside seals what was set aside beside a journal that was protected.
func (h *Home) sealAside(ctx context.Context, keys *vault.Keys, done *journal.SealedCopies) error {
	found, err := os.ReadDir(h.folder)
	if err != nil {
		return fmt.Errorf("look for what was set aside: %w", err)
	}
	for _, each := range found {
		if !wasSetAside(each.Name()) {
			continue
		}
		path := filepath.Join(h.folder, each.Name())
		sealed, err := h.sealOneAside(ctx, path, keys)
		switch {
		case ctx.Err() != nil:
			return err
		case err != nil:
			done.OutOfReach = append(done.OutOfReach, path)
		case sealed:
			done.Sealed++
			h.reach("what was set aside sealed")
		}
	}
	return nil
}

func wasSetAside(name string) bool {
	for _, prefix := range asidePrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// sealOneAside seals a folder, or a file, of what was set aside, and tells
// whether anything in it was plain.
func (h *Home) sealOneAside(ctx context.Context, path string, keys *vault.Keys) (sealed bool, err error) {
	plain, err := plainFiles(path)
	if err != nil || len(plain) == 0 {
		return false, err
	}
	folder := strings.TrimSuffix(path, filepath.Ext(databaseName))
	to := filepath.Join(folder, "sealed")
	if err := os.MkdirAll(to, 0o700); err != nil {
		return false, fmt.Errorf("make room for what was set aside: %w", err)
	}
	if file := filepath.Join(to, asideFiles); !there(file) {
		for _, name := range []string{identityName, recoveryName} {
			if err := h.copyKeys(name, to); err != nil {
				return false, err
			}
		}
		if err := sealTar(ctx, file, filepath.Dir(path), plain, keys); err != nil {
			return false, err
		}
	}
	h.reach("set aside files in a tar")
	for _, each := range plain {
		err = errors.Join(err, os.Remove(each))
	}
	return true, errors.Join(err, syncFolder(folder), syncFolder(h.folder))
}

// plainFiles lists the files below a path that are not sealed.
func plainFiles(path string) (plain []string, err error) {
	err = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		sealed, err := looksSealed(at)
		if err == nil && !sealed {
			plain = append(plain, at)
		}
		return err
	})
	return plain, err
}

// ageMark begins every age file (age-encryption.org/v1).
const ageMark = "age-encryption.org/v1\n"

func looksSealed(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close() // only read
	head := make([]byte, len(ageMark))
	n, err := io.ReadFull(f, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return bytes.Equal(head[:n], []byte(ageMark)), err
}

// sealTar seals files into a tar, under their paths in a folder, and reads it
// back.
func sealTar(ctx context.Context, path, root string, files []string, keys *vault.Keys) error {
	want := map[string]string{}
	part := filepath.Join(filepath.Dir(path), comingPrefix+asideFiles)
	_, err := writeSealed(part, keys, func(w io.Writer) error {
		out := tar.NewWriter(w)
		for _, each := range files {
			name, err := filepath.Rel(root, each)
			if err != nil {
				return err
			}
			name = filepath.ToSlash(name)
			if want[name], err = addFile(ctx, out, name, each, asideHeader); err != nil {
				return fmt.Errorf("seal what was set aside: %w", err)
			}
		}
		return out.Close()
	})
	if err != nil {
		return err
	}
	got, err := sumsOfTar(ctx, part, keys)
	if err == nil && !maps.Equal(want, got) {
		err = fmt.Errorf("%w: what was set aside does not read as it was sealed", journal.ErrDamaged)
	}
	if err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return errors.Join(os.Rename(part, path), syncFolder(filepath.Dir(path)))
}

func asideHeader(name string, size int64) *tar.Header {
	return &tar.Header{Name: name, Mode: 0o600, Size: size}
}

// sumsOfTar reads a sealed tar, and gives the SHA-256 of each of its files.
func sumsOfTar(ctx context.Context, path string, keys *vault.Keys) (sums map[string]string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	opened, err := keys.Open(f)
	if err != nil {
		return nil, err
	}
	sums = map[string]string{}
	in := tar.NewReader(opened)
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			return sums, nil
		}
		if err != nil {
			return nil, err
		}
		if sums[header.Name], err = sumOfReader(ctx, in); err != nil {
			return nil, err
		}
	}
}
