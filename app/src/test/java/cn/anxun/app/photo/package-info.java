/** Photos in tests. */
@NullMarked
package cn.anxun.app.photo;

import org.jspecify.annotations.NullMarked;
