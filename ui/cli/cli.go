// Package cli is the command line of Groundwork: the same journal as in the
// window, from a terminal and for scripts. Results go to standard output,
// everything else to standard error.
//
// It walks the same way as the window, through journal.Journal, and is handed
// everything it touches in an [Env], so that it can be driven by a test.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/document/paper"
)

// The exit codes. Scripts rely on them.
const (
	ExitDone   = 0
	ExitFailed = 1 // said in one sentence
	ExitUsage  = 2 // wrong usage
	ExitLocked = 3 // the journal is locked
)

// Env is the world as the command line sees it.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time  // its zone says when a day begins
	Order          journal.DateOrder // of the numbers of a date, in the writer's system
	StdinTerminal  bool              // a person types into standard input

	Version  string // of the program
	Versions string // of what it stands on, for "version"; may be empty

	DefaultFolder string                           // of the user's own journal; empty when unknown
	Home          func(folder string) journal.Home // the journal that lies in a folder
	Window        func(WindowOptions) int          // opens the window and gives the exit code
	Press         func() (*paper.Press, error)     // what sets pages, made when it is first asked for

	// Beside runs a command in the process of the window that holds a journal
	// which cannot be opened beside it. Where that is not so, handed is false
	// and nothing has happened. Nil: there are no windows.
	Beside func(ctx context.Context, folder string, args []string) (code int, handed bool, err error)
	// Inside is given in the process of the window. There Folder is the one of
	// the terminal, and neither Home nor Window is asked for.
	Inside *Inside
	Folder string
}

// WindowOptions are the options of the bare command, which opens the window.
type WindowOptions struct {
	Folder         string // of the journal
	PassphraseFile string // empty when none is given
	Profile        string // folder for profiles; those of CPU and memory are made by Run
	Quiet          bool
}

// Run does what args (without the program's name) ask for and returns the
// exit code. It is safe to call more than once.
func Run(ctx context.Context, args []string, env Env) int {
	a := &app{env: env, args: args}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := root.ExecuteContext(ctx)
	if stopErr := a.profile.stop(); err == nil && stopErr != nil {
		err = fmt.Errorf("write the profiles: %w", stopErr)
	}
	if err != nil {
		return a.report(stopped(ctx, err))
	}
	return a.code
}

// app is one run of the program.
type app struct {
	env     Env
	args    []string
	typed   []string // paths: as they were made whole, and as they were typed, in turn
	code    int      // the window's
	began   bool     // the command line was understood
	profile profile  // running, with --profile

	folder, passphraseFile, profileFolder string
	quiet                                 bool

	opened journal.Home // once it was asked for
}

// root is the tree of commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "groundwork",
		Short: "A private journal for the way into a leadership role",
		Long: "Groundwork is a private, offline journal for someone who works toward a leadership role.\n" +
			"Without a command it opens the window. Nothing ever leaves this computer.",
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			a.began = true
			if a.env.Inside != nil {
				return nil // the terminal measures itself
			}
			return a.profile.start(a.profileFolder)
		},
		RunE: func(*cobra.Command, []string) error { return a.openWindow() },
	}
	// An unknown word is a command that does not exist, not an argument.
	root.Args = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return fmt.Errorf("there is no command %q", args[0])
		}
		return nil
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.folder, "data", "", "the journal's `DIR` (or GROUNDWORK_DATA)")
	flags.StringVar(&a.passphraseFile, "passphrase-file", "", "read the passphrase from `FILE` (or GROUNDWORK_PASSPHRASE_FILE)")
	flags.BoolVar(&a.quiet, "quiet", false, "say nothing but results and errors")
	flags.StringVar(&a.profileFolder, "profile", "", "write CPU and memory profiles into `DIR`")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%s", err) })
	root.AddCommand(a.ofJournal(a.addCommand(), a.listCommand(), a.showCommand(), a.searchCommand(),
		a.promptCommand(), a.evidenceCommand(), a.importCommand(), a.backupsCommand(), a.sampleCommand())...)
	root.AddCommand(a.stoppable(a.ofJournal(a.exportCommand(), a.packCommand(), a.backupCommand(), a.restoreCommand(), a.checkCommand(),
		a.protectCommand(), a.unprotectCommand(), a.changePassphraseCommand())...)...)
	root.AddCommand(a.promptsCommand(), a.versionCommand())
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { _, _ = io.WriteString(a.env.Stdout, help(c)) })
	root.SetUsageFunc(func(c *cobra.Command) error { return nil })
	root.SetHelpCommand(a.helpCommand(root))
	root.AddCommand(a.manualCommand(root))
	root.CompletionOptions.HiddenDefaultCmd = true
	return root
}

func (a *app) openWindow() error {
	if err := a.alone(); err != nil {
		return err
	}
	folder, err := a.journalFolder()
	if err != nil {
		return err
	}
	a.code = a.env.Window(WindowOptions{
		Folder: folder, PassphraseFile: a.passphrase(), Profile: a.profileFolder, Quiet: a.quiet,
	})
	return nil
}

// journalFolder is where the journal lies.
func (a *app) journalFolder() (string, error) {
	for _, folder := range []string{a.folder, a.env.Getenv("GROUNDWORK_DATA"), a.env.DefaultFolder} {
		if folder != "" {
			return folder, nil
		}
	}
	return "", failed("There is no home folder to keep a journal in. Name one with --data DIR.")
}

func (a *app) passphrase() string {
	if a.passphraseFile != "" {
		return a.passphraseFile
	}
	return a.env.Getenv("GROUNDWORK_PASSPHRASE_FILE")
}

// helpCommand is "groundwork help COMMAND".
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help for a command",
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usage("there is no command %q", args[0])
			}
			_, err = io.WriteString(a.env.Stdout, help(c))
			return err
		},
	}
}

// report says what went wrong and gives the exit code for it.
func (a *app) report(err error) int {
	code, text := ExitFailed, ""
	var wrongUsage *usageError
	switch {
	case errors.As(err, &wrongUsage) || !a.began:
		code, text = ExitUsage, err.Error()+"\nTry: groundwork help"
	case errors.Is(err, journal.ErrLocked):
		code, text = ExitLocked, explain(err)
	default:
		text = explain(err)
	}
	_, _ = fmt.Fprintln(a.env.Stderr, "groundwork: "+a.asTyped(text))
	return code
}

// tell says something on standard error that is not a result, unless --quiet.
func (a *app) tell(format string, args ...any) {
	if !a.quiet {
		_, _ = fmt.Fprintf(a.env.Stderr, format+"\n", args...)
	}
}
