/** Tests of the papers' pages. */
@NullMarked
package cn.anxun.server.console.paper;

import org.jspecify.annotations.NullMarked;
