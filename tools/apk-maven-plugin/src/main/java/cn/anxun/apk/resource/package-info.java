/** Resources: compiled and linked by aapt2, and the R classes of the app and its libraries. */
@NullMarked
package cn.anxun.apk.resource;

import org.jspecify.annotations.NullMarked;
