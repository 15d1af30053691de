/** Class files to dex: by D8 as they are, or by R8 shrunk. */
@NullMarked
package cn.anxun.apk.dex;

import org.jspecify.annotations.NullMarked;
