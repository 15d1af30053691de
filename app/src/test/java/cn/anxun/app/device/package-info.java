/** What the phone gives, in tests. */
@NullMarked
package cn.anxun.app.device;

import org.jspecify.annotations.NullMarked;
