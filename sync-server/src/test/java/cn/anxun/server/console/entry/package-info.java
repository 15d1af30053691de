/** Tests of new records written in the browser. */
@NullMarked
package cn.anxun.server.console.entry;

import org.jspecify.annotations.NullMarked;
