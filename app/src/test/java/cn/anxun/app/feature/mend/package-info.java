/** Entries that the server refused, mended on the real screen. */
@NullMarked
package cn.anxun.app.feature.mend;

import org.jspecify.annotations.NullMarked;
