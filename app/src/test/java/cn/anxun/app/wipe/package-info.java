/** Tests of the remote wipe. */
@NullMarked
package cn.anxun.app.wipe;

import org.jspecify.annotations.NullMarked;
