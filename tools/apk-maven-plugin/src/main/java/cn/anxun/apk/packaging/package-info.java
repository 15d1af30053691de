/** The unsigned APK: what goes into the zip, and how its entries lie. */
@NullMarked
package cn.anxun.apk.packaging;

import org.jspecify.annotations.NullMarked;
