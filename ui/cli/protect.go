package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/handout"
)

func (a *app) protectCommand() *cobra.Command {
	var sheet string
	c := &cobra.Command{
		Use:   "protect --recovery-sheet FILE --passphrase-file FILE",
		Short: "Protect the journal with a passphrase",
		Long: "Protect the journal with the passphrase in a file: from then on nothing in its folder can be read without\n" +
			"it. Plain backups that were made earlier are sealed, too; those that cannot be reached are named. First a\n" +
			"recovery sheet is written, with a key that opens the journal if the passphrase is lost. Print it, and keep\n" +
			"it away from this computer: without the passphrase and without the sheet the journal is lost. A name that\n" +
			"ends in .pdf gives a page to print, any other one plain text.\n" +
			"Nobody may have the journal open meanwhile.",
		Example: "groundwork protect --recovery-sheet /media/stick/sheet.pdf --passphrase-file secret.txt",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if sheet == "" {
				return usage("protect needs --recovery-sheet FILE")
			}
			ctx := c.Context()
			return a.protect(ctx, sheet)
		},
	}
	c.Flags().StringVar(&sheet, "recovery-sheet", "", "write the recovery sheet into a new `FILE`")
	return c
}

func (a *app) protect(ctx context.Context, sheet string) error {
	if err := a.alone(); err != nil {
		return err
	}
	passphrase, err := a.readPassphrase("protect takes the new passphrase")
	if err != nil {
		return err
	}
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	condition, err := home.Inspect(ctx)
	if err != nil {
		return err
	}
	folders := []string{home.Folder()}
	switch condition {
	case journal.Protected:
		return failed("The journal is protected already.")
	case journal.Fine:
		if folders, err = foldersOf(ctx, home); err != nil {
			return err
		}
	}
	key, err := journal.NewRecoveryKey()
	if err != nil {
		return err
	}
	if err := a.writeSheet(ctx, sheet, journal.RecoverySheet(key, home.Folder(), a.env.Now()), folders); err != nil {
		return err
	}
	done, err := home.Protect(ctx, journal.Protection{Passphrase: passphrase, RecoveryKey: key})
	switch {
	case err != nil && home.Protected():
		a.tell("The journal is protected all the same. The recovery sheet is in %s", sheet)
		return err
	case err != nil:
		// The key on it opens nothing.
		return errors.Join(err, os.Remove(sheet))
	}
	out := a.output()
	_, _ = fmt.Fprintf(out, "The journal is protected. The recovery sheet is in %s\n", sheet)
	if done.Sealed > 0 {
		_, _ = fmt.Fprintf(out, "Sealed, too: %s.\n", plural(done.Sealed, "earlier copy", "earlier copies"))
	}
	for _, path := range done.OutOfReach {
		_, _ = fmt.Fprintf(a.env.Stderr, "Not protected, since it could not be reached: %s\n", clean(path))
	}
	if _, advice := journal.JudgePassphrase(passphrase); advice != "" {
		a.tell("About the passphrase: %s", advice)
	}
	return flush(out)
}

// foldersOf names the folders in which a journal and its backups lie.
func foldersOf(ctx context.Context, home journal.Home) (folders []string, err error) {
	store, err := home.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	settings, err := store.Settings(ctx)
	return journal.OwnFolders(home.Folder(), settings), err
}

// writeSheet writes the recovery sheet into a new file: as PDF where its name
// ends so, else as text.
func (a *app) writeSheet(ctx context.Context, path, text string, folders []string) error {
	form := handout.Text
	if strings.EqualFold(filepath.Ext(path), handout.PDF.Ending()) {
		form = handout.PDF
	}
	err := handout.RecoverySheet(ctx, path, text, form, a.env.Press, handout.Delivery{Refuse: folders})
	if errors.Is(err, fs.ErrExist) {
		return failed("There is a file %s already. Choose another name.", path)
	}
	return err
}

func (a *app) unprotectCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "unprotect",
		Short: "Take the protection from the journal",
		Long: "Make a protected journal a plain one, which opens without a passphrase. Backups that were made while it\n" +
			"was protected stay so. Nobody may have the journal open meanwhile.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			if err := a.alone(); err != nil {
				return err
			}
			home, err := a.protectedHome(ctx)
			if err != nil {
				return err
			}
			if err := home.Unprotect(ctx); err != nil {
				return err
			}
			return a.say("The journal is no longer protected.")
		},
	}
}

func (a *app) changePassphraseCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "change-passphrase --new-passphrase-file FILE",
		Short: "Give the journal another passphrase",
		Long: "Give a protected journal the passphrase in a file. The key on the recovery sheet stays the same, and may\n" +
			"stand in the file of the old passphrase when that is lost. Backups that were made before open with the\n" +
			"passphrase of then. Nobody may have the journal open meanwhile.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if file == "" {
				return usage("change-passphrase needs --new-passphrase-file FILE")
			}
			ctx := c.Context()
			return a.changePassphrase(ctx, file)
		},
	}
	c.Flags().StringVar(&file, "new-passphrase-file", "", "read the new passphrase from `FILE`")
	return c
}

func (a *app) changePassphrase(ctx context.Context, file string) error {
	if err := a.alone(); err != nil {
		return err
	}
	passphrase, err := passphraseIn(file)
	if err != nil {
		return err
	}
	home, err := a.protectedHome(ctx)
	if err != nil {
		return err
	}
	if err := home.ChangePassphrase(ctx, passphrase); err != nil {
		return err
	}
	if _, advice := journal.JudgePassphrase(passphrase); advice != "" {
		a.tell("About the passphrase: %s", advice)
	}
	return a.say("The journal has another passphrase. Backups that were made before open with the old one.")
}

// say writes a sentence as the result.
func (a *app) say(sentence string) error {
	out := a.output()
	_, _ = fmt.Fprintln(out, sentence)
	return flush(out)
}

// protectedHome is the place of a journal that is protected.
func (a *app) protectedHome(ctx context.Context) (journal.Home, error) {
	home, err := a.home(ctx)
	if err != nil {
		return nil, err
	}
	condition, err := home.Inspect(ctx)
	switch {
	case err != nil:
		return nil, err
	case condition != journal.Protected:
		return nil, failed("The journal is not protected.")
	case a.passphrase() == "":
		return nil, journal.ErrNeedsPassphrase
	}
	return home, nil
}

// readPassphrase reads the passphrase out of the file that was named.
func (a *app) readPassphrase(why string) (string, error) {
	file := a.passphrase()
	if file == "" {
		return "", usage("%s from a file: --passphrase-file FILE", why)
	}
	return passphraseIn(file)
}

func passphraseIn(file string) (string, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return "", fileFailure(file, err)
	}
	passphrase := journal.ReadPassphrase(content)
	if passphrase == "" {
		return "", failed("There is no passphrase in %s.", file)
	}
	return passphrase, nil
}

// unlock gives a home the passphrase, if a file of one was named. A plain
// journal takes no notice of it; but a backup that is restored may need it.
func (a *app) unlock(ctx context.Context, home journal.Home) error {
	file := a.passphrase()
	if file == "" {
		return nil
	}
	passphrase, unread := passphraseIn(file)
	if unread == nil {
		if err := home.Unlock(ctx, passphrase); !errors.Is(err, journal.ErrNotFound) {
			return err
		}
		return nil
	}
	if condition, err := home.Inspect(ctx); err != nil || condition != journal.Protected {
		return nil // what is wrong with the journal, the command says
	}
	return unread
}
