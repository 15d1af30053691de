/** What several tests of the app share. */
@NullMarked
package cn.anxun.app;

import org.jspecify.annotations.NullMarked;
