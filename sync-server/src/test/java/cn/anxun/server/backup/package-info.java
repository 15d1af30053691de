/** Tests of backups and what they are for. */
@NullMarked
package cn.anxun.server.backup;

import org.jspecify.annotations.NullMarked;
