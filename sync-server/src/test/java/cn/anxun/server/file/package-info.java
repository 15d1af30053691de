/** Tests of files on their way and at their place. */
@NullMarked
package cn.anxun.server.file;

import org.jspecify.annotations.NullMarked;
