/** The console in a real browser; skipped where no Chromium is installed. */
@NullMarked
package cn.anxun.server.console.browser;

import org.jspecify.annotations.NullMarked;
