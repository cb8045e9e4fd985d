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
PACKAGE_ARCH    = $(shell uname -m)
PACKAGE_NAME    = groundwork-$(PACKAGE_VERSION)-linux-$(PACKAGE_ARCH)

BIN_DIR   = $(DESTDIR)$(PREFIX)/bin
SHARE_DIR = $(DESTDIR)$(PREFIX)/share

.PHONY: install uninstall package

install: bin/groundwork
	install -Dm755 bin/groundwork "$(BIN_DIR)/groundwork"
	install -Dm644 packaging/$(APP_ID).desktop "$(SHARE_DIR)/applications/$(APP_ID).desktop"
	install -Dm644 packaging/$(APP_ID).metainfo.xml "$(SHARE_DIR)/metainfo/$(APP_ID).metainfo.xml"
	for size in $(ICON_SIZES); do \
		install -Dm644 packaging/icons/$$size.png \
			"$(SHARE_DIR)/icons/hicolor/$${size}x$${size}/apps/$(APP_ID).png" || exit 1; \
	done
	install -Dm644 packaging/icon.svg "$(SHARE_DIR)/icons/hicolor/scalable/apps/$(APP_ID).svg"
	install -Dm644 LICENSE "$(SHARE_DIR)/licenses/groundwork/LICENSE"
	install -Dm644 ui/look/fonts/OFL-Inter.txt "$(SHARE_DIR)/licenses/groundwork/OFL-Inter.txt"
	install -Dm644 ui/look/fonts/OFL-CharisSIL.txt "$(SHARE_DIR)/licenses/groundwork/OFL-CharisSIL.txt"

# The journal is in the data folder of whoever wrote it and is not touched.
uninstall:
	rm -f "$(BIN_DIR)/groundwork"
	rm -f "$(SHARE_DIR)/applications/$(APP_ID).desktop"
	rm -f "$(SHARE_DIR)/metainfo/$(APP_ID).metainfo.xml"
	for size in $(ICON_SIZES); do \
		rm -f "$(SHARE_DIR)/icons/hicolor/$${size}x$${size}/apps/$(APP_ID).png"; \
	done
	rm -f "$(SHARE_DIR)/icons/hicolor/scalable/apps/$(APP_ID).svg"
	rm -f "$(SHARE_DIR)/licenses/groundwork/LICENSE" "$(SHARE_DIR)/licenses/groundwork/OFL-Inter.txt" \
		"$(SHARE_DIR)/licenses/groundwork/OFL-CharisSIL.txt"

# The same tree as install makes, under a folder of the version, with LICENSE and README on top.
package: bin/groundwork
	rm -rf "build/$(PACKAGE_NAME)"
	$(MAKE) install DESTDIR="build/$(PACKAGE_NAME)" PREFIX=/usr
	install -m644 LICENSE README.md "build/$(PACKAGE_NAME)/"
	tar -C build -cJf "build/$(PACKAGE_NAME).tar.xz" --owner=0 --group=0 --sort=name "$(PACKAGE_NAME)"
	rm -rf "build/$(PACKAGE_NAME)"
