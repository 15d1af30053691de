/** Tests of the hazardlibrary package. */
@NullMarked
package cn.anxun.core.hazardlibrary;

import org.jspecify.annotations.NullMarked;
