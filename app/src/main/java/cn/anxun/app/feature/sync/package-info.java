/** 同步: what waits, what the server did not take and how to mend it. */
@NullMarked
package cn.anxun.app.feature.sync;

import org.jspecify.annotations.NullMarked;
