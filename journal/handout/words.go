package handout

import "io"

// Words writes a text to a path as it is, in a form that is one file, with what
// Maker.Export says of the path. It needs no journal: it is also for what could
// not be saved in one.
func Words(path, text string, f Form, o Delivery) error {
	d, err := prepare(path, f, o)
	if err != nil {
		return err
	}
	return d.deliver(func() error {
		return d.write(func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
	})
}
