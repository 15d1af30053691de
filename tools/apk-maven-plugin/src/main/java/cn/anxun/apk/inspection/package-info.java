/** Whether a finished APK is what was meant: its package, levels, permissions, size, signature. */
@NullMarked
package cn.anxun.apk.inspection;

import org.jspecify.annotations.NullMarked;
