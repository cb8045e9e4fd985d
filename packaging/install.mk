# Installing and packaging, included by the Makefile at the top:
#
#   include packaging/install.mk
#
# It takes bin/groundwork as built and builds nothing itself. PREFIX is where the program will live, DESTDIR a folder
# to put that under for now, as those who make packages need.

PREFIX  ?= /usr/local
DESTDIR ?=

APP_ID     := app.groundwork.journal
ICON_SIZES := 16 24 32 48 64 128 256 512

# The version is read where the running program has it from, so that a package cannot be named otherwise.
PACKAGE_VERSION = $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)

BIN_DIR     = $(DESTDIR)$(PREFIX)/bin
SHARE_DIR   = $(DESTDIR)$(PREFIX)/share
LICENSE_DIR = $(SHARE_DIR)/licenses/groundwork
MAN_PAGE    = $(SHARE_DIR)/man/man1/groundwork.1

# Where the shells look for completions; Debian has a place of its own for zsh.
BASH_FILE = $(SHARE_DIR)/bash-completion/completions/groundwork
ZSH_FILE  = $(SHARE_DIR)/zsh/$(ZSH_FUNCTIONS)/_groundwork
FISH_FILE = $(SHARE_DIR)/fish/vendor_completions.d/groundwork.fish
ZSH_FUNCTIONS ?= site-functions

.PHONY: install uninstall package

# The manual page and the completions come from the program itself, which opens no journal for that.
install: bin/groundwork
	install -Dm755 bin/groundwork "$(BIN_DIR)/groundwork"
	install -Dm644 packaging/$(APP_ID).desktop "$(SHARE_DIR)/applications/$(APP_ID).desktop"
	install -Dm644 packaging/$(APP_ID).metainfo.xml "$(SHARE_DIR)/metainfo/$(APP_ID).metainfo.xml"
	for size in $(ICON_SIZES); do \
		install -Dm644 packaging/icons/$$size.png \
			"$(SHARE_DIR)/icons/hicolor/$${size}x$${size}/apps/$(APP_ID).png" || exit 1; \
	done
	install -Dm644 packaging/icon.svg "$(SHARE_DIR)/icons/hicolor/scalable/apps/$(APP_ID).svg"
	install -Dm644 /dev/null "$(MAN_PAGE)" && bin/groundwork manual >"$(MAN_PAGE)"
	install -Dm644 /dev/null "$(BASH_FILE)" && bin/groundwork completion bash >"$(BASH_FILE)"
	install -Dm644 /dev/null "$(ZSH_FILE)" && bin/groundwork completion zsh >"$(ZSH_FILE)"
	install -Dm644 /dev/null "$(FISH_FILE)" && bin/groundwork completion fish >"$(FISH_FILE)"
	install -Dm644 LICENSE "$(LICENSE_DIR)/LICENSE"
	install -Dm644 docs/licenses.md "$(LICENSE_DIR)/licenses.md"

# The journal is in the data folder of whoever wrote it and is not touched.
uninstall:
	rm -f "$(BIN_DIR)/groundwork"
	rm -f "$(SHARE_DIR)/applications/$(APP_ID).desktop"
	rm -f "$(SHARE_DIR)/metainfo/$(APP_ID).metainfo.xml"
	for size in $(ICON_SIZES); do \
		rm -f "$(SHARE_DIR)/icons/hicolor/$${size}x$${size}/apps/$(APP_ID).png"; \
	done
	rm -f "$(SHARE_DIR)/icons/hicolor/scalable/apps/$(APP_ID).svg"
	rm -f "$(MAN_PAGE)" "$(BASH_FILE)" "$(ZSH_FILE)" "$(FISH_FILE)"
	rm -rf "$(LICENSE_DIR)"

package: bin/groundwork
	@packaging/package.sh "$(PACKAGE_VERSION)" build
