/** Tests of what an installation does. */
@NullMarked
package cn.anxun.server.install;

import org.jspecify.annotations.NullMarked;
