/** Tests of what waits for a decision. */
@NullMarked
package cn.anxun.server.console.work;

import org.jspecify.annotations.NullMarked;
