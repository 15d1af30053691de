/** Tests of the package of this name. */
@NullMarked
package cn.anxun.core.sync.bundle;

import org.jspecify.annotations.NullMarked;
