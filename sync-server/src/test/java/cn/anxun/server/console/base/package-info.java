/** Tests of the bureau's tables over HTTP. */
@NullMarked
package cn.anxun.server.console.base;

import org.jspecify.annotations.NullMarked;
