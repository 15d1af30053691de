/** Tests of what the console says of backups. */
@NullMarked
package cn.anxun.server.console.backup;

import org.jspecify.annotations.NullMarked;
