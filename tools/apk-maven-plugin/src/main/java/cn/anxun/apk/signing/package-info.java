/** The key an APK is signed with, signing and the proof of it. */
@NullMarked
package cn.anxun.apk.signing;

import org.jspecify.annotations.NullMarked;
