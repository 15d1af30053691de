/** Tests of the console's pages over HTTP. */
@NullMarked
package cn.anxun.server.console.record;

import org.jspecify.annotations.NullMarked;
