/** The monthly report over HTTP. */
@NullMarked
package cn.anxun.server.console.monthly;

import org.jspecify.annotations.NullMarked;
