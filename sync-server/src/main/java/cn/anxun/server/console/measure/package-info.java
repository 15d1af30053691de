/** The bureau's indicators and forms, defined by choosing, and the year's monitoring table. */
@NullMarked
package cn.anxun.server.console.measure;

import org.jspecify.annotations.NullMarked;
