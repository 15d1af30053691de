/** Photos on their way. */
@NullMarked
package cn.anxun.app.upload;

import org.jspecify.annotations.NullMarked;
