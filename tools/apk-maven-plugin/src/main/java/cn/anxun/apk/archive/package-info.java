/** AARs: what one holds, and how it is laid open on disk. */
@NullMarked
package cn.anxun.apk.archive;

import org.jspecify.annotations.NullMarked;
