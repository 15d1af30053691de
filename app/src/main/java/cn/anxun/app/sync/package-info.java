/** When this phone syncs, and what is told of it: core's engine run by WorkManager. */
@NullMarked
package cn.anxun.app.sync;

import org.jspecify.annotations.NullMarked;
