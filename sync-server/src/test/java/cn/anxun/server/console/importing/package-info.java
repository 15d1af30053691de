/** Tests of importing in the browser. */
@NullMarked
package cn.anxun.server.console.importing;

import org.jspecify.annotations.NullMarked;
