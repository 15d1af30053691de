/** 备份 in 管理, and the warning on the first page where the nightly backup is not well. */
@NullMarked
package cn.anxun.server.console.backup;

import org.jspecify.annotations.NullMarked;
