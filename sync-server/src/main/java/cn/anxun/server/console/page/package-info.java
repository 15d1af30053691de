/** What every page of the console has in common: its frame, templates, assets, period and forms. */
@NullMarked
package cn.anxun.server.console.page;

import org.jspecify.annotations.NullMarked;
