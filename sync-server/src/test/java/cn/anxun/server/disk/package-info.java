/** Tests of what the disk is asked to do. */
@NullMarked
package cn.anxun.server.disk;

import org.jspecify.annotations.NullMarked;
