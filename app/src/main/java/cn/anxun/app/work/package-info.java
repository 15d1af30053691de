/** What runs in the background, by WorkManager's queue. */
@NullMarked
package cn.anxun.app.work;

import org.jspecify.annotations.NullMarked;
