/** Real server processes at their worst: killed, out of disk, out of memory, beset by clients. */
@NullMarked
package cn.anxun.server.proof;

import org.jspecify.annotations.NullMarked;
