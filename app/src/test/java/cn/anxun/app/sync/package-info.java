/** Syncing by WorkManager, and the app's data layer against a real server. */
@NullMarked
package cn.anxun.app.sync;

import org.jspecify.annotations.NullMarked;
