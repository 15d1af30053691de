/** What may go wrong while an APK is built, in words for the person who builds it. */
@NullMarked
package cn.anxun.apk.failure;

import org.jspecify.annotations.NullMarked;
