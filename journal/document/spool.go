package document

import (
	"bytes"
	"compress/flate"
	"io"
)

// spool holds what is written to it, pressed together, until it may go on. It
// lies in memory: what leaves a protected journal is not on the disk before it
// is wanted there.
type spool struct {
	held  bytes.Buffer
	press *flate.Writer
}

func newSpool() *spool {
	s := &spool{}
	s.press, _ = flate.NewWriter(&s.held, flate.BestSpeed) // it errs only at an unknown level
	return s
}

// Write takes in what is written.
func (s *spool) Write(p []byte) (int, error) { return s.press.Write(p) }

// copyTo writes what was held, and ends the spool.
func (s *spool) copyTo(w io.Writer) error {
	if err := s.press.Close(); err != nil {
		return err
	}
	_, err := io.Copy(w, flate.NewReader(&s.held))
	return err
}
